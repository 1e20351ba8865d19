import {
  type Fact,
  type RecordedFact,
  type RecordName,
  type Refusal,
  recordKey,
  refuse,
} from '../../foundation/index.ts';

/** A command that is taken back: the state now, as it was before that command, and as it was right after. */
export interface Undoing<S> {
  readonly state: S;
  readonly before: S;
  readonly after: S;
  /** Records that the command wrote, as `kind/id`. */
  readonly own: ReadonlySet<string>;
  readonly today: string;
}

export type Back = { readonly facts: readonly Fact[] } | { readonly refusal: Refusal };

/** How facts of these types are taken back: facts that lead to where things were, or why that cannot be. */
export interface WayBack<S> {
  readonly types: readonly string[];
  readonly back: (undoing: Undoing<S>, fact: RecordedFact) => Back;
}

interface Kept<S, R> {
  /** The type of fact that adds a record, and those that change it. */
  readonly types: readonly [added: string, ...changing: string[]];
  readonly recordIn: (state: S, id: string) => R | undefined;
  /** Members that only grow, or that the room works out: they neither go back nor count as changed. */
  readonly apart?: readonly (keyof R & string)[];
  /** What it goes by, for whoever is told of it; '' where that was erased. */
  readonly called: (record: R, state: S) => string;
  /** What takes away a record that the command added, given all as it was before. */
  readonly gone: (named: RecordName, before: S) => Fact;
  /** What gives members back: each with what it was, null where there was nothing. */
  readonly restored: (named: RecordName, members: { readonly [member: string]: unknown }) => Fact;
  /** What stands in the way of what was there before. */
  readonly refuse?: (state: S, earlier: R) => Refusal | undefined;
}

/**
 * The way back for records whose members are plain values: fields go back to what they were before, and what was added
 * is as if it had never been. Refused when anything of the record is otherwise than the command left it.
 */
export function wayBackOf<S, R extends { readonly seq: number }>(kept: Kept<S, R>): WayBack<S> {
  const { recordIn, called, apart = [] } = kept;
  const content = (record: R) => contentOf(record, apart);
  return {
    types: kept.types,
    back({ state, before, after }, { record: named, seq, type }) {
      const [present, left, earlier] = [state, after, before].map((each) => recordIn(each, named.id));
      if (!present || !left || differing(content(present), content(left)).length > 0) {
        const name = present && called(present, state);
        const params = { record: name || recordKey(named), revision: present?.seq ?? seq };
        return refuse('conflict', 'undo.changed-since', params);
      }
      // What was added and then changed by the same command goes once.
      if (!earlier && type !== kept.types[0]) return { facts: [] };
      if (!earlier) return { facts: [kept.gone(named, before)] };
      const refusal = kept.refuse?.(state, earlier);
      if (refusal) return { refusal };
      const members = Object.fromEntries(differing(content(earlier), content(present)));
      return { facts: Object.keys(members).length === 0 ? [] : [kept.restored(named, members)] };
    },
  };
}

function contentOf(record: object, apart: readonly string[]): Map<string, unknown> {
  const said = Object.entries(record).filter(([name]) => name !== 'seq' && !apart.includes(name));
  return new Map(said.map(([name, value]) => [name, value === undefined || value === '' ? null : value]));
}

/** The members of one that the other says otherwise, or has and it has not. */
function differing(one: Map<string, unknown>, other: Map<string, unknown>): [string, unknown][] {
  const names = [...new Set([...one.keys(), ...other.keys()])];
  const valueIn = (content: Map<string, unknown>, name: string) => content.get(name) ?? null;
  return names
    .filter((name) => JSON.stringify(valueIn(one, name)) !== JSON.stringify(valueIn(other, name)))
    .map((name) => [name, valueIn(one, name)]);
}
