import type { Programme, RecordName } from '@concord/programme';
import { languageOf } from '../language/say.ts';
import { entriesOf, requirementEntry } from './entries.ts';
import { type Entry, type FoundKind, type FoundRow, foundKinds } from './entry.ts';
import { type FindAsked, isSeen } from './find.ts';

/** What a record of the ledger is about: something that can be found, or one that has only its name. */
export type About = FoundRow | (Omit<FoundRow, 'kind'> & { readonly kind: 'scope' | 'party' | 'issue' });

/**
 * What records are about, as a person would call it, each once: a claim is about its controls, a decision about its
 * requirement. What the reader may not see, what is gone and what has no name of its own is left out.
 */
export function aboutRecords(asked: FindAsked, records: readonly RecordName[]): readonly About[] {
  const all = records.flatMap((record) => subjectsOf(asked.programme, record));
  const rows = all.flatMap((subject) => called(asked, subject) ?? []);
  return rows.filter(
    (row, at) => rows.findIndex(({ kind, id }) => kind === row.kind && id === row.id) === at,
  );
}

interface Named {
  readonly kind: string;
  readonly id: string;
}

/** Records whose id ends with `:framework/requirement`. */
const ofRequirement: ReadonlySet<string> = new Set(['applicability', 'target', 'outcome', 'score', 'point']);

function subjectsOf({ controls }: Programme, { kind, id }: RecordName): readonly Named[] {
  const after = id.slice(id.indexOf(':') + 1);
  if (ofRequirement.has(kind)) return [{ kind: 'requirement', id: after }];
  if (kind === 'necessity') return [{ kind: 'control', id: after }];
  if (kind === 'adoption') return [{ kind: 'framework', id }];
  if (kind !== 'claim') return [{ kind, id }];
  return (controls.claims.get(id)?.controls ?? []).map((control) => ({ kind: 'control', id: control }));
}

function called(asked: FindAsked, { kind, id }: Named): About | undefined {
  if (isFound(kind)) {
    const entry = entryNamed(asked, kind, id);
    return entry && isSeen(asked, entry) ? entry.row : undefined;
  }
  const title = titleOf(asked, kind, id);
  return title === undefined ? undefined : { kind: kind as 'scope' | 'party' | 'issue', id, code: '', title };
}

function entryNamed(asked: FindAsked, kind: FoundKind, id: string): Entry | undefined {
  const language = languageOf(asked);
  if (kind !== 'requirement') return byId(entriesOf(asked.programme, kind, language)).get(id);
  const stroke = id.indexOf('/');
  const named = { framework: id.slice(0, stroke), id: id.slice(stroke + 1) };
  return requirementEntry(asked.programme, named, language);
}

function isFound(kind: string): kind is FoundKind {
  return (foundKinds as readonly string[]).includes(kind);
}

function titleOf({ programme: { governance }, reader }: FindAsked, kind: string, id: string) {
  const isOpen = (owner: string | undefined) => reader.sees === 'all' || owner === reader.person;
  if (kind === 'scope') return governance.scopes.get(id)?.name;
  const [party, issue] = [governance.parties.get(id), governance.issues.get(id)];
  if (kind === 'party') return party && isOpen(party.owner) ? party.name : undefined;
  return kind === 'issue' && issue && isOpen(issue.owner) ? issue.title : undefined;
}

const known = new WeakMap<readonly Entry[], ReadonlyMap<string, Entry>>();

function byId(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const before = known.get(entries);
  if (before) return before;
  const all = new Map(entries.map((entry) => [entry.row.id, entry]));
  known.set(entries, all);
  return all;
}
