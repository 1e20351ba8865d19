import { phraseIn } from '@concord/catalog';
import { languageOf, sayIn } from '../language/say.ts';
import type { BookClaim, BookRow, ControlBook } from '../library/control-book.ts';
import {
  type Clause,
  listClause,
  type ReadAloud,
  valueClause,
} from '../statement-of-applicability/changes/change.ts';
import { wholeClauses } from '../statement-of-applicability/changes/changes.ts';
import { type ChangesTold, paired, tellChanges } from '../statement-of-applicability/changes/paired.ts';

/** A book as it was published, perhaps by an earlier version, which said less. */
type BookKept = Partial<ControlBook>;
type Row = Partial<BookRow>;

/** How two books are compared: by whom they are read, and what frameworks are called in them. */
interface Compared extends ReadAloud {
  readonly titles: ReadonlyMap<string, string>;
}

/** What differs between two books of the library, control by control; what is gone comes last. */
export function libraryChanges(before: BookKept, after: BookKept, by: ReadAloud): ChangesTold {
  const named = [...(before.frameworks ?? []), ...(after.frameworks ?? [])];
  const compared = { ...by, titles: new Map(named.map(({ id, title }) => [id, title])) };
  const controls = paired(before.rows, after.rows, ({ id }) => id).map(({ one, other }) => ({
    row: (other ?? one)?.code ?? '',
    clauses: one && other ? clausesOf(one, other, compared) : listedClause(one, other),
  }));
  return tellChanges([{ row: 'whole', clauses: wholeClauses(before, after, by) }, ...controls], by);
}

function listedClause(one: Row | undefined, other: Row | undefined): Clause[] {
  return valueClause('listed', one?.name ?? '', other?.name ?? '');
}

const plain = [
  'code',
  'name',
  'statement',
  'test',
  'family',
  'condition',
  'design',
  'implementation',
] as const;

function clausesOf(one: Row, other: Row, by: Compared): Clause[] {
  const owner = (row: Row) => (row.owner === undefined ? '' : by.nameOf(row.owner));
  const claims = (row: Row) => (row.claims ?? []).map((claim) => claimNamed(claim, by));
  return [
    ...plain.flatMap((member) => valueClause(member, one[member] ?? '', other[member] ?? '')),
    ...valueClause('frequency', often(one, by), often(other, by)),
    ...valueClause('in-use', inUse(one), inUse(other)),
    ...valueClause('owner', owner(one), owner(other)),
    ...listClause('scopes', one.scopes ?? [], other.scopes ?? []),
    ...valueClause('freshness', one.freshness ?? '', other.freshness ?? ''),
    ...valueClause('until', one.freshUntil ?? '', other.freshUntil ?? ''),
    ...listClause('claims', claims(one), claims(other)),
  ];
}

function often({ frequency = '' }: Row, by: Compared): string {
  return phraseIn(languageOf(by), frequency);
}

/** Whether the condition holds under which a control is of use; '' where it has none. */
function inUse({ condition = '', conditionHolds }: Row): string {
  return condition === '' ? '' : conditionHolds ? 'holds' : 'holds-not';
}

function claimNamed(claim: BookClaim, by: Compared): string {
  const say = sayIn(by);
  const { framework, requirement, contribution, confidence, together, hiddenControls, state } = claim;
  const hidden = hiddenControls === 0 ? [] : [say('why.hidden', { count: hiddenControls })];
  const codes = [...together, ...hidden].join(', ');
  const qualified = [
    say(`change.claim.${contribution}`),
    ...(codes === '' ? [] : [say('change.claim.together', { codes })]),
    ...(confidence === 'low' ? [say('change.claim.low')] : []),
    say(`change.claim.${state}`),
  ].join(', ');
  return say('change.claim', { framework: by.titles.get(framework) ?? framework, requirement, qualified });
}
