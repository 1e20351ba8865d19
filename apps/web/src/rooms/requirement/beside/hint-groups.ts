import type { Why } from '../why/node.ts';

type Hint = Why['hints'][number];

/** Everything that is suggested from one requirement elsewhere. */
export interface HintGroup {
  readonly framework: string;
  readonly requirement: string;
  readonly relations: readonly string[];
  /** The states that all hints together would leave, as letters; '' where they contradict each other. */
  readonly suggests: string;
  /** Who published the tables. */
  readonly developers: readonly string[];
  /** Why readings of our own are no more than a hint. */
  readonly own: readonly string[];
}

const states = ['F', 'P', 'N'] as const;

/** One group for each requirement at the other end, in the order in which the proof lists them. */
export function hintGroups(hints: readonly Hint[]): HintGroup[] {
  const grouped = new Map<string, Hint[]>();
  for (const hint of hints) {
    const key = `${hint.framework} ${hint.requirement}`;
    grouped.set(key, [...(grouped.get(key) ?? []), hint]);
  }
  return [...grouped.values()].map((group) => ({
    framework: group[0]?.framework ?? '',
    requirement: group[0]?.requirement ?? '',
    relations: distinct(group.map(({ relation }) => relation)),
    suggests: states.filter((state) => group.every((hint) => hint.suggests.includes(state))).join(''),
    developers: distinct(group.flatMap(({ source, developer }) => (source === 'own' ? [] : [developer]))),
    own: distinct(group.flatMap(({ source, reason }) => (source === 'own' && reason ? [reason] : []))),
  }));
}

function distinct<T>(all: readonly T[]): T[] {
  return [...new Set(all)];
}
