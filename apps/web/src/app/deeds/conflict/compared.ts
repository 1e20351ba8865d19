import type { FieldChange, Problem } from '@concord/operations/client';

type Input = Readonly<Record<string, unknown>>;

/** A member that both changed, each to something else. */
export interface Clash extends FieldChange {
  readonly mine: unknown;
}

/** What of a change meets what somebody else has changed since it was begun. */
export interface Compared {
  readonly clashes: readonly Clash[];
  /** Members that I alone changed, and that they alone changed: both stand where members are recorded one by one. */
  readonly mineOnly: readonly string[];
  readonly theirsOnly: readonly string[];
}

/** Members that a fact carries beside what was changed; they clash with nothing. */
const about: ReadonlySet<string> = new Set([
  'effective',
  'reason',
  'note',
  'position',
  'decidedOn',
  'statedOn',
  'scoredOn',
  'setOn',
]);

type Told = Pick<Problem, 'changes' | 'stands'>;

/** Lays what I say of a record beside what they said of it. What both changed alike is nobody's question. */
export function compareChanges(mine: Input, problem: Told): Compared {
  return problem.stands === undefined
    ? compareMembers(mine, problem)
    : compareWhole(mine, problem.stands, problem);
}

/** A record that each of us says as a whole: what I changed is what I say otherwise than it was, or no more. */
function compareWhole(mine: Input, stands: Input, { changes = [] }: Told): Compared {
  const changed = new Map(changes.map((change) => [change.member, change]));
  const was = (member: string) => (changed.has(member) ? changed.get(member)?.was : stands[member]);
  const members = [...new Set([...Object.keys(mine), ...Object.keys(stands), ...changed.keys()])];
  const said = members.filter((member) => !about.has(member) && !isSame(mine[member], was(member)));
  return {
    clashes: said.flatMap((member): Clash[] => {
      const change = changed.get(member);
      return change === undefined || isSame(change.now, mine[member])
        ? []
        : [{ ...change, mine: mine[member] }];
    }),
    mineOnly: said.filter((member) => !changed.has(member)),
    theirsOnly: [...changed.keys()].filter((member) => !about.has(member) && !said.includes(member)),
  };
}

function compareMembers(mine: Input, problem: Told): Compared {
  const changes = (problem.changes ?? []).filter(({ member }) => !about.has(member));
  const own = Object.keys(mine).filter((member) => !about.has(member));
  const changed = new Map(changes.map((change) => [change.member, change]));
  const isSaid = (member: string) => {
    const change = changed.get(member);
    return change === undefined || !isSame(change.was, mine[member]) || change.was === undefined;
  };
  const said = own.filter(isSaid);
  const clashes = said.flatMap((member): Clash[] => {
    const change = changed.get(member);
    return change === undefined || isSame(change.now, mine[member])
      ? []
      : [{ ...change, mine: mine[member] }];
  });
  return {
    clashes,
    mineOnly: said.filter((member) => !changed.has(member)),
    theirsOnly: changes.flatMap(({ member }) => (said.includes(member) ? [] : [member])),
  };
}

/** The same value, however its members are ordered; nothing said is the same as emptied. */
function isSame(one: unknown, other: unknown): boolean {
  return written(one) === written(other);
}

function written(value: unknown): string {
  return JSON.stringify(value === '' ? null : (value ?? null), (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}

/** Members that answer a question with yes or no, and those that say why: of two decisions only one can stand. */
const answers: readonly string[] = ['applicable', 'necessary', 'applied'];
const decides: ReadonlySet<string> = new Set([...answers, 'reasons', 'exclusionReason']);

/** Whether two wholes can be merged: not where both decided, and otherwise. */
export function mayMerge(mine: Input, stands: Input, { clashes, mineOnly, theirsOnly }: Compared): boolean {
  const isDecided = (only: readonly string[]) =>
    [...only, ...clashes.map(({ member }) => member)].some((member) => decides.has(member));
  const isOtherwise = answers.some((member) => !isSame(mine[member], stands[member]));
  return !(isOtherwise && isDecided(mineOnly) && isDecided(theirsOnly));
}

/** Of a member that both changed: mine, theirs, or what joins them. */
export type Choice = 'mine' | 'theirs' | { readonly both: string | readonly unknown[] };
export type Choices = Readonly<Record<string, Choice>>;

/** A member that says something of another one, and is refused without it. */
const accompanies: Readonly<Record<string, string>> = { effective: 'implementation' };

/**
 * What is sent again: my change without what is theirs now, and with the texts that join both. A member that I left as it
 * was is theirs where they changed it: sent again, it would take their change back.
 */
export function chosenInput(input: Input, { clashes, theirsOnly }: Compared, choices: Choices): Input {
  const entries = Object.entries(input).flatMap(([member, value]): [string, unknown][] => {
    if (theirsOnly.includes(member)) return [];
    if (!clashes.some((clash) => clash.member === member)) return [[member, value]];
    const choice = choices[member] ?? 'mine';
    if (choice === 'theirs') return [];
    return [[member, choice === 'mine' ? value : choice.both]];
  });
  const sent = new Set(entries.map(([member]) => member));
  const isLost = (companion = '') => companion in input && !sent.has(companion);
  return Object.fromEntries(entries.filter(([member]) => !isLost(accompanies[member])));
}

/** Whether it says nothing but what goes along with a change. */
export function saysNothing(input: Input): boolean {
  return Object.keys(input).every((member) => about.has(member));
}

const shorter: Readonly<Record<string, number>> = {
  code: 40,
  family: 100,
  name: 200,
  title: 300,
  condition: 1000,
  exclusionReason: 5000,
  resources: 5000,
};

/** Characters that the text of a member takes at most. */
export function mostOf(member: string): number {
  return shorter[member] ?? 10_000;
}

/** The members whose joined text has more characters than are taken. */
export function tooLongIn(choices: Choices): readonly string[] {
  return Object.entries(choices).flatMap(([member, choice]) => {
    const text = typeof choice === 'object' ? choice.both : '';
    return typeof text === 'string' && text.trim().length > mostOf(member) ? [member] : [];
  });
}

/** Whether a text that joins both is among what was chosen: it stands nowhere else. */
export function isJoined(choices: Choices): boolean {
  return Object.values(choices).some((choice) => typeof choice === 'object');
}

/** What is sent again of a record that is said as a whole: as it stands, with what is mine. */
export function mergedInput(
  { mine, stands }: { readonly mine: Input; readonly stands: Input },
  { clashes, mineOnly }: Compared,
  choices: Choices,
): Input {
  const note = Object.keys(mine).filter((member) => about.has(member));
  const own = [...note, ...mineOnly].map((member) => [member, mine[member]] as const);
  const chosen = clashes.flatMap(({ member }) => {
    const choice = choices[member] ?? 'mine';
    if (choice === 'theirs') return [];
    return [[member, choice === 'mine' ? mine[member] : choice.both] as const];
  });
  const merged = Object.entries({ ...stands, ...Object.fromEntries([...own, ...chosen]) });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

/** Two lists as one: theirs, and after it what mine says beside it. */
export function joinedLists(theirs: readonly unknown[], mine: readonly unknown[]): readonly unknown[] {
  return [...theirs, ...mine.filter((each) => !theirs.some((other) => isSame(each, other)))];
}

/** Whether nothing of mine is left to be sent. */
export function isNothingLeft({ clashes, mineOnly }: Compared, choices: Choices): boolean {
  return mineOnly.length === 0 && clashes.every(({ member }) => choices[member] === 'theirs');
}
