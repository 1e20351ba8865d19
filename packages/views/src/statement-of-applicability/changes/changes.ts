import { say } from '@concord/catalog';
import type { Finding } from '../checks/finding.ts';
import type { FurtherRow } from '../rows/further.ts';
import type { ApplicabilityRow, Stated } from '../rows/row.ts';
import type { StatementOfApplicability } from '../statement-of-applicability.ts';
import { type Change, type Clause, changeOf, listClause, sentencesOf, valueClause } from './change.ts';

/** A statement as it was published, perhaps by an earlier version, which said less. */
export type StatementKept = Partial<StatementOfApplicability>;

export interface StatementChanges {
  readonly rows: readonly Change[];
  /** The same, read aloud: one sentence for each row. */
  readonly sentences: readonly string[];
}

type NameOf = (person: string) => string;
type Row = Partial<ApplicabilityRow>;
type Further = Partial<FurtherRow>;

/** What differs between two statements, row by row in the order of the later one; what is gone comes last. */
export function statementChanges(
  before: StatementKept,
  after: StatementKept,
  nameOf: NameOf,
): StatementChanges {
  const changed = [
    { row: 'statement', clauses: wholeClauses(before, after) },
    ...paired(before.rows, after.rows, ({ id }) => id).map(({ key, one, other }) => ({
      row: key,
      clauses: [
        ...rowClauses(one ?? {}, other ?? {}, nameOf),
        ...checkClauses(before.checks, after.checks, key),
      ],
    })),
    ...paired(before.further, after.further, ({ code }) => code).map(({ key, one, other }) => ({
      row: key,
      clauses: [...furtherClauses(one, other, nameOf), ...checkClauses(before.checks, after.checks, key)],
    })),
  ].filter(({ clauses }) => clauses.length > 0);
  return {
    rows: changed.flatMap(({ row, clauses }) => clauses.map((clause) => changeOf(row, clause))),
    sentences: sentencesOf(changed),
  };
}

interface Pair<T> {
  readonly key: string;
  readonly one: T | undefined;
  readonly other: T | undefined;
}

function paired<T>(
  before: readonly T[] = [],
  after: readonly T[] = [],
  keyOf: (row: T) => string,
): Pair<T>[] {
  const earlier = new Map(before.map((row) => [keyOf(row), row]));
  const later = new Map(after.map((row) => [keyOf(row), row]));
  const keys = [...later.keys(), ...[...earlier.keys()].filter((key) => !later.has(key))];
  return keys.map((key) => ({ key, one: earlier.get(key), other: later.get(key) }));
}

function wholeClauses(before: StatementKept, after: StatementKept): Clause[] {
  const edition = ({ framework }: StatementKept) =>
    `${framework?.edition ?? ''} ${framework?.hash ?? ''}`.trim();
  const scope = ({ scope: at, scopeStatement: said }: StatementKept) =>
    [at?.name, said?.statement ?? at?.statement, said?.boundaries, said?.interfaces, said?.exclusions]
      .filter((each) => each !== undefined && each !== '')
      .join('; ');
  return [
    ...valueClause('organisation', before.organisation?.name ?? '', after.organisation?.name ?? ''),
    ...valueClause('edition', edition(before), edition(after)),
    ...valueClause('scope', scope(before), scope(after)),
  ];
}

function rowClauses(one: Row, other: Row, nameOf: NameOf): Clause[] {
  return [
    ...applicabilityClause(one, other),
    ...statedClauses(one, other, nameOf),
    ...valueClause('implementation', one.implementation ?? '', other.implementation ?? ''),
    ...valueClause('state', one.word ?? '', other.word ?? ''),
    ...listClause('controls', controlsIn(one), controlsIn(other)),
    ...valueClause('evidence', evidenceIn(one), evidenceIn(other)),
  ];
}

function applicabilityClause(one: Row, other: Row): Clause[] {
  const [before, after] = [one.applicability ?? 'undecided', other.applicability ?? 'undecided'];
  if (before === after) return [];
  return [{ what: 'applicability', before, after, words: say('en', `change.applicability.${after}`) }];
}

function statedClauses(one: Partial<Stated>, other: Partial<Stated>, nameOf: NameOf): Clause[] {
  const owner = (row: Partial<Stated>) => (row.owner === undefined ? '' : nameOf(row.owner));
  return [
    ...listClause('reasons', reasonsIn(one), reasonsIn(other)),
    ...valueClause('exclusion', one.exclusionReason ?? '', other.exclusionReason ?? ''),
    ...valueClause('owner', owner(one), owner(other)),
    ...valueClause('review', one.reviewOn ?? '', other.reviewOn ?? ''),
    ...listClause('obligations', titlesIn(one.obligations), titlesIn(other.obligations)),
    ...listClause('actions', actionsIn(one, nameOf), actionsIn(other, nameOf)),
  ];
}

function furtherClauses(one: Further | undefined, other: Further | undefined, nameOf: NameOf): Clause[] {
  const words = (key: string) => say('en', `change.further.${key}`);
  if (!other) return [{ what: 'necessity', before: 'necessary', after: '', words: words('went') }];
  const came: Clause[] = one
    ? []
    : [{ what: 'necessity', before: '', after: 'necessary', words: words('came') }];
  return [
    ...came,
    ...statedClauses(one ?? {}, other, nameOf),
    ...valueClause('implementation', one?.implementation ?? '', other.implementation ?? ''),
    ...valueClause('freshness', one?.freshness ?? '', other.freshness ?? ''),
  ];
}

function checkClauses(
  before: readonly Finding[] = [],
  after: readonly Finding[] = [],
  row: string,
): Clause[] {
  const ids = (all: readonly Finding[]) => all.filter((each) => each.row === row).map(({ id }) => id);
  return listClause('checks', ids(before), ids(after));
}

function reasonsIn({ reasons = [] }: Partial<Stated>): string[] {
  return reasons.map(({ kind, text }) => `${say('en', `reason.${kind}`).toLowerCase()}: ${text}`);
}

function titlesIn(all: Stated['obligations'] = []): string[] {
  return all.map(({ title }) => title);
}

function actionsIn({ actions = [] }: Partial<Stated>, nameOf: NameOf): string[] {
  return actions.map(({ title, owner, due }) => {
    const told = [...(owner === undefined ? [] : [nameOf(owner)]), ...(due === undefined ? [] : [due])];
    return told.length === 0 ? title : `${title} (${told.join(', ')})`;
  });
}

/** Those that are printed by name; of the others how many there are. */
function controlsIn({ controls = [], moreControls = 0, hiddenControls = 0 }: Row): string[] {
  const count = moreControls + hiddenControls;
  const codes = controls.map(({ code }) => code);
  return count === 0 ? codes : [...codes, say('en', 'check.more', { count })];
}

function evidenceIn({ evidence }: Row): string {
  const counts = Object.entries(evidence ?? {}).filter(([, count]) => count > 0);
  return counts.map(([freshness, count]) => `${count} ${freshness}`).join(', ');
}
