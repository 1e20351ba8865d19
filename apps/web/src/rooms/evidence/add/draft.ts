import type { Picked } from '../names/control-picker.tsx';

/** What is typed of a piece until it is recorded. Days are local dates. */
export interface Draft {
  readonly title: string;
  readonly outcome: string;
  readonly controls: readonly Picked[];
  readonly collectedOn: string | undefined;
  readonly coversFrom: string | undefined;
  readonly coversTo: string | undefined;
  readonly validUntil: string | undefined;
  readonly scope: string | undefined;
}

export type SetDraft = (changed: Partial<Draft>) => void;

/** The members of the draft that are still to be given. */
export function missingIn({ title, controls }: Draft): readonly ('title' | 'controls')[] {
  return [
    ...(title.trim() === '' ? (['title'] as const) : []),
    ...(controls.length === 0 ? (['controls'] as const) : []),
  ];
}

/** The draft as `evidence add` takes it, without the file or address. */
export function inputOf({ title, controls, ...rest }: Draft): Readonly<Record<string, unknown>> {
  const said = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { title: title.trim(), controls: controls.map(({ id }) => id), ...Object.fromEntries(said) };
}
