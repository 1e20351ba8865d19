import type { Control, Evidence, Refusal } from '@concord/programme';

/** What a control can be supposed to be: how far it is in practice, what a result of the day shows, or retired. */
export const supposedStates = ['planned', 'partly', 'operating', 'works', 'fails', 'retired'] as const;
export type SupposedState = (typeof supposedStates)[number];

/** Something supposed: a control in another state, a piece of evidence that has run out, a requirement left out. */
export type Change =
  | { readonly kind: 'set'; readonly control: Control; readonly state: SupposedState }
  | { readonly kind: 'lapse'; readonly evidence: Evidence }
  | {
      readonly kind: 'exclude';
      readonly framework: string;
      readonly requirement: string;
      readonly title: string;
    };

/** As it was asked: `CODE=STATE`, id or title of evidence, `FRAMEWORK/REQUIREMENT`. */
export interface Supposed {
  readonly set: readonly string[];
  readonly lapse: readonly string[];
  readonly exclude: readonly string[];
}

export type Refused = { readonly refusal: Refusal };

/** All that was read, or the first refusal among it. */
export function allOrRefusal<T extends object>(read: readonly (T | Refused)[]): readonly T[] | Refused {
  const refused = read.find((each): each is Refused => 'refusal' in each);
  return refused ?? (read as readonly T[]);
}
