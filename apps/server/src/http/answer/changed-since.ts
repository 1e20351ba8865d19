import { isDeepStrictEqual } from 'node:util';
import { openEntry } from '@concord/ledger';
import type { FieldChange } from '@concord/operations';
import { type Command, type RecordedFact, type RecordName, recordKey } from '@concord/programme';
import type { Server } from '../../server.ts';

interface Since {
  readonly organisation: string;
  readonly record: RecordName;
  /** Revision that was read; 0 for none. */
  readonly since: number;
  /** Of a command that says the whole record. */
  readonly readsBack?: Command['readsBack'];
}

interface ChangedSince {
  readonly who: readonly string[];
  readonly fields: readonly string[];
  readonly changes: readonly FieldChange[];
  /** The record as it stands, as the command would say it, where it says the whole and can be read back. */
  readonly stands?: Said;
}

type Said = Readonly<Record<string, unknown>>;

/**
 * Who changed which members of a record after a revision, from what to what: what a second editor needs to know. A fact
 * may say a record whole: what stands as it stood, or was changed and changed back, is not told.
 */
export async function changedSince(
  { store, people }: Pick<Server, 'store' | 'people'>,
  { organisation, record, since, readsBack }: Since,
): Promise<ChangedSince> {
  const all = (await store.history(organisation, recordKey(record))).map((entry) => openEntry(entry));
  const before = all.filter(({ seq }) => seq <= since) as RecordedFact[];
  const after = all.filter(({ seq }) => seq > since) as RecordedFact[];
  const names = await people.named(after.map(({ actor }) => actor));
  const nameOf = (actor: string) => names.get(actor)?.name ?? actor;
  const who = [...new Set(after.map(({ actor }) => nameOf(actor)))];
  const read = readsBack && readBackFrom([before.at(-1), ...after], readsBack);
  if (read) {
    const changes = read.changed.map(({ fact, ...change }): FieldChange => {
      return { ...change, by: nameOf(fact.actor), at: fact.at };
    });
    return { who, fields: changes.map(({ member }) => member), changes, stands: read.stands };
  }
  const members = [...new Set(after.flatMap(membersOf))];
  const changes = members.flatMap((member): FieldChange[] => {
    const [earlier, later] = [lastOf(before, member), lastOf(after, member)];
    const [was, now] = [valueIn(earlier, member), valueIn(later, member)];
    if (later === undefined || isDeepStrictEqual(was, now)) return [];
    return [{ member, was, now, by: nameOf(later.actor), at: later.at }];
  });
  const fields = changes.map(({ member }) => member);
  return { who, fields, changes };
}

/** Of a fact that takes another back, what it restores is a note on the fact and no member of the record. */
function membersOf({ data, redacted }: RecordedFact): readonly string[] {
  return [...Object.keys(data as object), ...redacted].filter((member) => member !== 'restores');
}

function lastOf(facts: readonly RecordedFact[], member: string): RecordedFact | undefined {
  return facts.findLast((fact) => membersOf(fact).includes(member));
}

function valueIn(fact: RecordedFact | undefined, member: string): unknown {
  return (fact?.data as Readonly<Record<string, unknown>> | undefined)?.[member];
}

interface Changed {
  readonly member: string;
  readonly was: unknown;
  readonly now: unknown;
  /** That changed it last. */
  readonly fact: RecordedFact;
}

/**
 * What came to be another between the first of some facts and the last, each of which says its record as a whole: what
 * one leaves out is said no more. Undefined where one of them cannot be read back. The first may be missing: then
 * nothing was said before.
 */
function readBackFrom(
  [first, ...after]: readonly (RecordedFact | undefined)[],
  readsBack: NonNullable<Command['readsBack']>,
): { readonly stands: Said; readonly changed: readonly Changed[] } | undefined {
  const was = first === undefined ? {} : readsBack(first);
  if (was === undefined) return undefined;
  const changed = new Map<string, Changed>();
  let stands: Said = was;
  for (const fact of after as readonly RecordedFact[]) {
    const said = readsBack(fact);
    if (said === undefined) return undefined;
    for (const member of new Set([...Object.keys(stands), ...Object.keys(said)])) {
      const now = said[member];
      if (!isDeepStrictEqual(stands[member], now))
        changed.set(member, { member, was: was[member], now, fact });
    }
    stands = said;
  }
  return { stands, changed: [...changed.values()].filter(({ was, now }) => !isDeepStrictEqual(was, now)) };
}
