import { type Say, sayIn, withinSentence } from '../../language/say.ts';
import type { Finding } from '../checks/finding.ts';
import type { FurtherRow } from '../rows/further.ts';
import { type ApplicabilityRow, type ImplementationValues, implementedIn, type Stated } from '../rows/row.ts';
import type { StatementOfApplicability } from '../statement-of-applicability.ts';
import {
  type Change,
  type Clause,
  changeOf,
  listClause,
  type ReadAloud,
  sentencesOf,
  stateClause,
  valueClause,
} from './change.ts';

/** A statement as it was published, perhaps by an earlier version, which said less. */
export type StatementKept = Partial<StatementOfApplicability>;

export interface StatementChanges {
  readonly rows: readonly Change[];
  /** The same, read aloud: one sentence for each row. */
  readonly sentences: readonly string[];
}

/** What two statements are compared with: who reads it aloud, and the values of implementation that both know. */
interface Compared extends ReadAloud {
  readonly say: Say;
  readonly values: ImplementationValues;
}

type Row = Partial<ApplicabilityRow>;
type Further = Partial<FurtherRow>;

/** What differs between two statements, row by row in the order of the later one; what is gone comes last. */
export function statementChanges(
  before: StatementKept,
  after: StatementKept,
  by: ReadAloud,
): StatementChanges {
  const compared = { ...by, say: sayIn(by), values: coarser(before, after) };
  const changed = [
    { row: 'statement', clauses: wholeClauses(before, after) },
    ...paired(before.rows, after.rows, ({ id }) => id).map(({ key, one, other }) => ({
      row: key,
      clauses: [
        ...rowClauses(one ?? {}, other ?? {}, compared),
        ...checkClauses(before.checks, after.checks, key),
      ],
    })),
    ...paired(before.further, after.further, ({ code }) => code).map(({ key, one, other }) => ({
      row: key,
      clauses: [...furtherClauses(one, other, compared), ...checkClauses(before.checks, after.checks, key)],
    })),
  ].filter(({ clauses }) => clauses.length > 0);
  return {
    rows: changed.flatMap(({ row, clauses }) => clauses.map((clause) => changeOf(row, clause, by))),
    sentences: sentencesOf(changed, by),
  };
}

/** Versions before that choice knew three values. */
function valuesOf({ implementationValues = 'three' }: StatementKept): ImplementationValues {
  return implementationValues;
}

/** In two values what is partly in place is not: two statements are alike in what both of them can say. */
function coarser(before: StatementKept, after: StatementKept): ImplementationValues {
  return [valuesOf(before), valuesOf(after)].includes('two') ? 'two' : 'three';
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
    ...valueClause('values', valuesOf(before), valuesOf(after)),
  ];
}

function rowClauses(one: Row, other: Row, compared: Compared): Clause[] {
  return [
    ...applicabilityClause(one, other),
    ...statedClauses(one, other, compared),
    ...implementationClause(one, other, compared),
    ...stateClause(one, other, compared),
    ...listClause('controls', controlsIn(one, compared), controlsIn(other, compared)),
    ...valueClause('evidence', evidenceIn(one), evidenceIn(other)),
  ];
}

type Implemented = Partial<Pick<Row, 'implementation'>>;

function implementationClause(one: Implemented, other: Implemented, { values }: Compared): Clause[] {
  const said = ({ implementation }: Implemented) =>
    implementation === undefined ? '' : implementedIn(values, implementation);
  return valueClause('implementation', said(one), said(other));
}

function applicabilityClause(one: Row, other: Row): Clause[] {
  const [before, after] = [one.applicability ?? 'undecided', other.applicability ?? 'undecided'];
  if (before === after) return [];
  return [{ what: 'applicability', before, after, says: `change.applicability.${after}` }];
}

function statedClauses(one: Partial<Stated>, other: Partial<Stated>, compared: Compared): Clause[] {
  const { nameOf } = compared;
  const owner = (row: Partial<Stated>) => (row.owner === undefined ? '' : nameOf(row.owner));
  return [
    ...listClause('reasons', reasonsIn(one, compared), reasonsIn(other, compared)),
    ...valueClause('exclusion', one.exclusionReason ?? '', other.exclusionReason ?? ''),
    ...valueClause('owner', owner(one), owner(other)),
    ...valueClause('review', one.reviewOn ?? '', other.reviewOn ?? ''),
    ...listClause('obligations', titlesIn(one.obligations), titlesIn(other.obligations)),
    ...listClause('actions', actionsIn(one, nameOf), actionsIn(other, nameOf)),
  ];
}

function furtherClauses(one: Further | undefined, other: Further | undefined, compared: Compared): Clause[] {
  if (!other) return [{ what: 'necessity', before: 'necessary', after: '', says: 'change.further.went' }];
  const came: Clause[] = one
    ? []
    : [{ what: 'necessity', before: '', after: 'necessary', says: 'change.further.came' }];
  return [
    ...came,
    ...statedClauses(one ?? {}, other, compared),
    ...implementationClause(one ?? {}, other, compared),
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

function reasonsIn({ reasons = [] }: Partial<Stated>, compared: Compared): string[] {
  return reasons.map(
    ({ kind, text }) => `${withinSentence(compared.say(`reason.${kind}`), compared)}: ${text}`,
  );
}

function titlesIn(all: Stated['obligations'] = []): string[] {
  return all.map(({ title }) => title);
}

function actionsIn({ actions = [] }: Partial<Stated>, nameOf: ReadAloud['nameOf']): string[] {
  return actions.map(({ title, owner, due }) => {
    const told = [...(owner === undefined ? [] : [nameOf(owner)]), ...(due === undefined ? [] : [due])];
    return told.length === 0 ? title : `${title} (${told.join(', ')})`;
  });
}

/** Those that are printed by name; of the others how many there are. */
function controlsIn(
  { controls = [], moreControls = 0, hiddenControls = 0 }: Row,
  { say }: Compared,
): string[] {
  const count = moreControls + hiddenControls;
  const codes = controls.map(({ code }) => code);
  return count === 0 ? codes : [...codes, say('check.more', { count })];
}

function evidenceIn({ evidence }: Row): string {
  const counts = Object.entries(evidence ?? {}).filter(([, count]) => count > 0);
  return counts.map(([freshness, count]) => `${count} ${freshness}`).join(', ');
}
