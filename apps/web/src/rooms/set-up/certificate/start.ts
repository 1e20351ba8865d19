import { isName } from '@concord/operations/client';
import type { Keeper } from '../answers/answers.ts';

export const certificateStages = ['name', 'statement', 'controls', 'also'] as const;
export type CertificateStage = (typeof certificateStages)[number];

/** A set-up from a certificate, as far as it came. */
export interface CertificateStart {
  /** Random; the keys of its commands are made from it. */
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  /** The name was given; nothing is recorded with that. */
  readonly isNamed?: boolean | undefined;
  /** The reason where the file of the statement gives none, as it is typed. */
  readonly otherwise?: string | undefined;
  /** Id of the organisation, once it is there with ISO/IEC 27001 adopted. */
  readonly organisation?: string | undefined;
  /** What was taken in, or passed over for later. */
  readonly files: Readonly<Partial<Record<'statement' | 'controls', 'taken-in' | 'later'>>>;
}

const place = 'concord.set-up.certificate';

/** The start that was interrupted, else a new one. */
export function keptStart(keeper: Keeper, fresh: Pick<CertificateStart, 'id' | 'zone'>): CertificateStart {
  const first = { ...fresh, name: '', files: {} };
  try {
    const found: CertificateStart | null = JSON.parse(keeper.getItem(place) ?? 'null');
    return typeof found?.id === 'string' && typeof found.files === 'object' ? { ...first, ...found } : first;
  } catch {
    return first;
  }
}

export function keepStart(keeper: Keeper, start: CertificateStart): void {
  keeper.setItem(place, JSON.stringify(start));
}

export function forgetStart(keeper: Keeper): void {
  keeper.removeItem(place);
}

/** What is to be done next. */
export function stageOf({ name, isNamed = false, organisation, files }: CertificateStart): CertificateStage {
  if (organisation === undefined && (!isNamed || !isName(name))) return 'name';
  if (files.statement === undefined) return 'statement';
  return files.controls === undefined ? 'controls' : 'also';
}
