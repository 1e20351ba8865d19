import type { Fact } from './fact.ts';

/** How a refusal is answered: each kind has one status outside. */
export type RefusalKind =
  | 'invalid'
  | 'denied'
  | 'missing'
  | 'conflict'
  | 'stale'
  | 'refused'
  | 'precondition'
  | 'unavailable';

/** A named refusal; its words come from the message catalogue under `refusal.<code>`. `path` names the input member. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly path?: string;
  /** Everything that is wrong with what was sent, each at its place; so that all can be mended at once. */
  readonly errors?: readonly RefusedPlace[];
  /** The same, those that say the same told as one: how many, and where (`Sheet1!C2:C5001`). */
  readonly alike?: readonly (RefusedPlace & { readonly count: number })[];
  /** What should be known besides. */
  readonly notices?: readonly Notice[];
  /** Further members of the answer, not recorded. */
  readonly beside?: object;
}

/** Something to tell who asked, that is not recorded; its words are under `notice.<code>`. */
export type Notice = Pick<Refusal, 'code' | 'params'>;

/** One fault in a file: where (sheet and cell, or a path), and its words under `refusal.<code>`. */
export type RefusedPlace = Notice & { readonly at: string };

/** Facts to append (none when nothing changed), or why not. */
export type Decision =
  | { readonly facts: readonly Fact[]; readonly notices?: readonly Notice[]; readonly beside?: object }
  | { readonly refusal: Refusal };

/** What a rule may know of the world: handed in, so that the same question has the same answer. */
export interface Circumstances {
  /** Instant, UTC, ISO 8601. */
  readonly now: string;
  /** Local date in the organisation's zone. */
  readonly today: string;
  /** Id of the person who asks. */
  readonly actor: string;
  readonly newId: () => string;
}

export const record = (...facts: Fact[]): Decision => ({ facts });

/** Refuses; `at` names the member of the input that is at fault, the rest are the words' parameters. */
export function refuse(
  kind: RefusalKind,
  code: string,
  { at, ...params }: Refusal['params'] & { readonly at?: string } = {},
): { refusal: Refusal } {
  return { refusal: at === undefined ? { kind, code, params } : { kind, code, params, path: at } };
}
