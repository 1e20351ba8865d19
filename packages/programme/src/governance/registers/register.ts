import type { Map as Table } from 'immutable';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  type Notice,
  on,
  type RecordedFact,
  type Refusal,
  record,
  refuse,
} from '../../foundation/index.ts';
import { changed, changesOf, recordReviewed, twinOf, updated } from './change.ts';
import { dayReached, type EndedData, recordRemoved } from './ending.ts';
import type { Registers } from './registers.ts';
import { type WayBack, wayBackOf } from './way-back.ts';

/** Registers in which a record is added, changed and ended, and nothing else becomes of it. */
type RegisterName = 'obligations' | 'parties' | 'issues' | 'entities';
type RecordOf<N extends RegisterName> = Registers[N] extends Table<string, infer R> ? R : never;
type MemberOf<N extends RegisterName> = keyof RecordOf<N> & string;

/** Members of a record as somebody says them; null takes one away, undefined says nothing of it. */
export type Said<R> = { readonly [M in keyof R]?: R[M] | null | undefined };

/** What a register keeps, and what has to hold of it. `S` is what its rules may see. */
interface Kept<S, N extends RegisterName, K extends string> {
  readonly table: N;
  /** Kind of its records; also the member of an input that names one, and how its refusals begin. */
  readonly kind: K;
  /** Types of its facts. */
  readonly facts: readonly [added: string, changed: string, ended: string];
  /** Texts that may be personal, '' while there are none. The first is what a record goes by. */
  readonly texts: readonly [called: MemberOf<N>, ...more: MemberOf<N>[]];
  /** No two records in force may say the same in all of these. */
  readonly same: readonly MemberOf<N>[];
  /** What was said as it is to be recorded, e.g. ids as the catalogue writes them; or why it cannot be. */
  readonly read?: (state: S, said: Said<RecordOf<N>>) => Said<RecordOf<N>> | { refusal: Refusal };
  /** Why it cannot be; `after` is the record as it would be. */
  readonly refuse: (state: S, said: Said<RecordOf<N>>, after: Said<RecordOf<N>>) => Refusal | undefined;
  /** What who says it is to be told besides. */
  readonly tell?: (after: Said<RecordOf<N>>) => readonly Notice[];
}

type Rule<S, I> = (state: S, input: I, now: Circumstances) => Decision;
type Naming<K extends string> = { readonly [M in K]: string };
type Ending = { readonly effective?: string | undefined; readonly reason?: string | undefined };

/** The rules of a register, and what its facts do. */
interface Register<S extends { readonly governance: Registers }, R, K extends string> {
  readonly add: Rule<S, Said<R>>;
  readonly change: Rule<S, Said<R> & Naming<K>>;
  readonly end: Rule<S, Ending & Naming<K>>;
  readonly evolvers: readonly Evolver<S['governance']>[];
  readonly wayBack: WayBack<S>;
}

/**
 * The rules of a register, made from what it keeps: add, change, end. What a record names has to be there, no other in
 * force says the same, and what has ended stays as it was.
 */
export function register<
  S extends { readonly governance: Registers },
  N extends RegisterName,
  K extends string,
>(kept: Kept<S, N, K>): Register<S, RecordOf<N>, K> {
  const plain = kept as unknown as AnyKept<S>;
  const facts = factsOf(plain);
  const rules = rulesOf(plain, facts);
  const found = { ...rules, evolvers: evolversOf(plain, facts), wayBack: wayBackIn(plain, facts) };
  return found as unknown as Register<S, RecordOf<N>, K>;
}

type Members = { readonly [member: string]: unknown };

/** A record as the rules see it, of whichever register. */
interface Listed extends Members {
  readonly id: string;
  readonly endedOn?: string | undefined;
  readonly seq: number;
}

interface AnyKept<S>
  extends Omit<Kept<S, RegisterName, string>, 'texts' | 'same' | 'read' | 'refuse' | 'tell'> {
  readonly texts: readonly [string, ...string[]];
  readonly same: readonly string[];
  readonly read?: (state: S, said: Members) => Members | { refusal: Refusal };
  readonly refuse: (state: S, said: Members, after: Members) => Refusal | undefined;
  readonly tell?: (after: Members) => readonly Notice[];
}

function factsOf<S>({ facts: [added, altered, ended], texts }: AnyKept<S>) {
  return {
    bare: Object.fromEntries(texts.map((text) => [text, ''])) as Partial<Listed>,
    added: factType<Members>(added, 1, texts),
    altered: factType<Members>(altered, 1, texts),
    ended: factType<EndedData>(ended, 1, ['reason']),
  };
}

type Facts = ReturnType<typeof factsOf>;

function rulesOf<S extends { readonly governance: Registers }>(kept: AnyKept<S>, facts: Facts) {
  const { kind } = kept;
  const read = (state: S, said: Members) => kept.read?.(state, said) ?? said;
  const refused = (state: S, said: Members, after: Members) =>
    kept.refuse(state, said, after) ?? twinRefused(kept, state.governance, after);
  const told = (after: Members, decision: Decision): Decision =>
    'refusal' in decision ? decision : withNotices(decision, kept.tell?.(after) ?? []);
  return {
    add(state: S, input: Members, now: Circumstances): Decision {
      const said = read(state, input);
      if (isRefused(said)) return said;
      const refusal = refused(state, said, said);
      if (refusal) return { refusal };
      return told(said, recordReviewed(facts.added.of({ kind, id: now.newId() }, said), said, now));
    },
    change(state: S, { [kind]: id, ...input }: Members, now: Circumstances): Decision {
      const before = inForce(kept, state.governance, String(id));
      if (isRefused(before)) return before;
      const said = read(state, input);
      if (isRefused(said)) return said;
      const changes: Members = changesOf(before, said, facts.bare);
      if (Object.keys(changes).length === 0) return record();
      const after = { ...before, ...changes };
      const refusal = refused(state, said, after);
      if (refusal) return { refusal };
      return told(after, recordReviewed(facts.altered.of({ kind, id: before.id }, changes), changes, now));
    },
    end(state: S, input: Members & Ending, now: Circumstances): Decision {
      const found = inForce(kept, state.governance, String(input[kind]));
      if (isRefused(found)) return found;
      const endedOn = dayReached(input, now);
      if (typeof endedOn !== 'string') return endedOn;
      return record(facts.ended.of({ kind, id: found.id }, { endedOn, reason: input.reason }));
    },
  };
}

function withNotices(decision: Exclude<Decision, { refusal: Refusal }>, more: readonly Notice[]): Decision {
  const notices = [...(decision.notices ?? []), ...more];
  return notices.length === 0 ? decision : { ...decision, notices };
}

function isRefused(found: Members | { refusal: Refusal }): found is { refusal: Refusal } {
  return 'refusal' in found;
}

function recordsOf<S>({ table }: AnyKept<S>, registers: Registers): Table<string, Listed> {
  return registers[table] as unknown as Table<string, Listed>;
}

function inForce<S>(kept: AnyKept<S>, registers: Registers, id: string): Listed | { refusal: Refusal } {
  const { kind, texts } = kept;
  const found = recordsOf(kept, registers).get(id);
  if (!found) return refuse('missing', `${kind}.unknown`, { [kind]: id, at: kind });
  if (found.endedOn === undefined) return found;
  return refuse('conflict', `${kind}.ended`, { [texts[0]]: String(found[texts[0]]), endedOn: found.endedOn });
}

function twinRefused<S>(kept: AnyKept<S>, registers: Registers, one: Members): Refusal | undefined {
  const [called] = kept.texts;
  const twin = twinOf(recordsOf(kept, registers), one, kept.same);
  const params = twin && { [called]: String(twin[called]), [kept.kind]: twin.id, at: called };
  return params && refuse('conflict', `${kept.kind}.exists`, params).refusal;
}

function evolversOf<S>(kept: AnyKept<S>, { bare, added, altered, ended }: Facts): Evolver<Registers>[] {
  const turned = (state: Registers, id: string, turn: (before: Listed) => Listed): Registers => ({
    ...state,
    [kept.table]: updated(recordsOf(kept, state), id, turn),
  });
  return [
    on(added, (state: Registers, { record: { id }, data, seq }: RecordedFact<Members>) => ({
      ...state,
      [kept.table]: recordsOf(kept, state).set(id, { ...bare, ...data, id, seq }),
    })),
    on(altered, (state: Registers, fact: RecordedFact<Members>) =>
      turned(state, fact.record.id, (before) => changed(before, fact, bare)),
    ),
    on(ended, (state: Registers, { record: { id }, data, seq }: RecordedFact<EndedData>) =>
      turned(state, id, (before) => ({ ...before, endedOn: data.endedOn, seq })),
    ),
  ];
}

/** One that was added is gone; one that was changed or ended is as it was, unless another says the same by now. */
function wayBackIn<S extends { readonly governance: Registers }>(kept: AnyKept<S>, facts: Facts): WayBack<S> {
  return wayBackOf<S, Listed>({
    types: kept.facts,
    recordIn: ({ governance }, id) => recordsOf(kept, governance).get(id),
    called: (record) => String(record[kept.texts[0]]),
    gone: (named) => recordRemoved.of(named, {}),
    restored: (named, members) => facts.altered.of(named, members),
    refuse: ({ governance }, earlier) =>
      earlier.endedOn === undefined ? twinRefused(kept, governance, earlier) : undefined,
  });
}
