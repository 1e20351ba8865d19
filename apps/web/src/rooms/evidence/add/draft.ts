import type { Picked } from '../names/control-picker.tsx';

/** What is typed of a piece until it is recorded. Days are local dates. */
export interface Draft {
  readonly title: string;
  /** Undefined until somebody says it: nothing attests that a control works unless it was chosen. */
  readonly outcome: string | undefined;
  readonly controls: readonly Picked[];
  readonly collectedOn: string | undefined;
  readonly coversFrom: string | undefined;
  readonly coversTo: string | undefined;
  readonly validUntil: string | undefined;
  readonly scope: string | undefined;
}

export type SetDraft = (changed: Partial<Draft>) => void;

/** A draft as this browser keeps it, with what the address says of where it was begun. */
export interface KeptPiece {
  readonly draft: Draft;
  /** Address where it lies, of a piece without a file. */
  readonly link?: string | undefined;
  readonly versionOf?: string | undefined;
  readonly for?: string | undefined;
}

/** The members of the draft that are still to be given. */
export function missingIn({
  title,
  controls,
  outcome,
}: Draft): readonly ('title' | 'controls' | 'outcome')[] {
  return [
    ...(title.trim() === '' ? (['title'] as const) : []),
    ...(controls.length === 0 ? (['controls'] as const) : []),
    ...(outcome === undefined ? (['outcome'] as const) : []),
  ];
}

/** The draft as `evidence add` takes it, without the file or address. */
export function inputOf({ title, controls, ...rest }: Draft): Readonly<Record<string, unknown>> {
  const said = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { title: title.trim(), controls: controls.map(({ id }) => id), ...Object.fromEntries(said) };
}

/**
 * Key under which a draft is sent: the same as long as the same is sent, after the page was loaded anew too. So a piece
 * of which the answer was lost is not recorded a second time, and one that was typed on is another one.
 */
export async function keyOf(id: string, input: Readonly<Record<string, unknown>>): Promise<string> {
  const said = Object.entries(input).sort(([one], [other]) => (one < other ? -1 : 1));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(said)));
  const hex = Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0'));
  return `${id}.${hex.join('')}`;
}
