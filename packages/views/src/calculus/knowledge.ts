/** What a requirement can truly be: fully met, partly met, not met at all. */
export type State = 'F' | 'P' | 'N';

/**
 * The states of a requirement that are still possible, as bits: F = 1, P = 2, N = 4.
 * 7 is unknown; 0 is a contradiction. Our own computation.
 */
export type Knowledge = number;

export const F: Knowledge = 1;
export const P: Knowledge = 2;
export const N: Knowledge = 4;
/** At least partly met: "supported, not proven". */
export const FP: Knowledge = 3;
/** Not fully met: "gap proven". */
export const PN: Knowledge = 6;
/** Unknown: every state is possible. */
export const U: Knowledge = 7;
/** Contradiction: no state is possible. */
export const EMPTY: Knowledge = 0;

const KEYS = ['none', 'F', 'P', 'FP', 'N', 'FN', 'PN', 'U'] as const;

/** A stable name for each of the eight sets, for message keys and files. */
export type KnowledgeKey = (typeof KEYS)[number];

/** The stable name of a set of states: `FP` for {F,P}, `U` for all three, `none` for the contradiction. */
export function keyOf(knowledge: Knowledge): KnowledgeKey {
  return KEYS[knowledge & U]!;
}

const STATES: readonly (readonly State[])[] = [
  [],
  ['F'],
  ['P'],
  ['F', 'P'],
  ['N'],
  ['F', 'N'],
  ['P', 'N'],
  ['F', 'P', 'N'],
];

/** The states in a set, in the order F, P, N. The list is shared and frozen by type: do not change it. */
export function statesOf(knowledge: Knowledge): readonly State[] {
  return STATES[knowledge & U]!;
}

/** The set that holds exactly this state. */
export function only(state: State): Knowledge {
  return state === 'F' ? F : state === 'P' ? P : N;
}

/** True when `a` says strictly more than `b`: every state of `a` is in `b`, and `b` has another. */
export function isNarrower(a: Knowledge, b: Knowledge): boolean {
  return a !== b && (a & b) === a;
}

/** State of the union of two things: met if both are, not met if neither is at all, else partly. */
function joinStates(a: Knowledge, b: Knowledge): Knowledge {
  return a === b ? a : P;
}

const SINGLES = [F, P, N];

function joinSets(a: Knowledge, b: Knowledge): Knowledge {
  let joined = EMPTY;
  for (const left of SINGLES)
    for (const right of SINGLES) if (a & left && b & right) joined |= joinStates(left, right);
  return joined;
}

const JOINED = Uint8Array.from({ length: 64 }, (_, at) => joinSets(at >> 3, at & 7));

/** What is known of the union of two things, given what is known of each (methods 4.6, joint sources). */
export function join(a: Knowledge, b: Knowledge): Knowledge {
  return JOINED[(a << 3) | b]!;
}

/** What is known of the union of one or more things; unknown for none. Name each thing once. */
export function joinAll(members: readonly Knowledge[]): Knowledge {
  return members.length === 0 ? U : members.reduce(join);
}
