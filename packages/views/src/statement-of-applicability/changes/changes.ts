import { type InLanguage, listed, type Say, sayIn, withinSentence } from '../../language/say.ts';
import type { Finding } from '../checks/finding.ts';
import type { FurtherRow } from '../rows/further.ts';
import { type ApplicabilityRow, type ImplementationValues, implementedIn, type Stated } from '../rows/row.ts';
import type { StatementOfApplicability } from '../statement-of-applicability.ts';
import { type Clause, listClause, type ReadAloud, stateClause, valueClause } from './change.ts';
import { type ChangesTold, paired, tellChanges } from './paired.ts';

/** A statement as it was published, perhaps by an earlier version, which said less. */
export type StatementKept = Partial<StatementOfApplicability>;

/** What two statements are compared with: who reads it aloud, and the values of implementation that both know. */
interface Compared extends ReadAloud {
  readonly say: Say;
  readonly values: ImplementationValues;
}

type Row = Partial<ApplicabilityRow>;
type Further = Partial<FurtherRow>;

/** What differs between two statements, row by row in the order of the later one; what is gone comes last. */
export function statementChanges(before: StatementKept, after: StatementKept, by: ReadAloud): ChangesTold {
  const compared = { ...by, say: sayIn(by), values: coarser(before, after) };
  const rows = [
    { row: 'statement', clauses: [...wholeClauses(before, after, by), ...valuesClause(before, after)] },
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
  ];
  return tellChanges(rows, by);
}

/** Versions before that choice knew three values. */
function valuesOf({ implementationValues = 'three' }: StatementKept): ImplementationValues {
  return implementationValues;
}

/** In two values what is partly in place is not: two statements are alike in what both of them can say. */
function coarser(before: StatementKept, after: StatementKept): ImplementationValues {
  return [valuesOf(before), valuesOf(after)].includes('two') ? 'two' : 'three';
}

/** What a report says of all of it: whose, by which edition, of what scope. */
export type WholeKept = Pick<StatementKept, 'organisation' | 'framework' | 'scope' | 'scopeStatement'>;

export function wholeClauses(before: WholeKept, after: WholeKept, by: InLanguage): Clause[] {
  const scope = ({ scope: at, scopeStatement: said }: WholeKept) => {
    const texts = [said?.statement ?? at?.statement, said?.boundaries, said?.interfaces, said?.exclusions];
    const told = [at?.name, ...texts].filter((each) => each !== undefined && each !== '');
    return listed(told as string[], sayIn(by));
  };
  return [
    ...valueClause('organisation', before.organisation?.name ?? '', after.organisation?.name ?? ''),
    ...editionClause(before, after),
    ...valueClause('scope', scope(before), scope(after)),
  ];
}

/** An edition is known by its hash: its name may be told in another language. */
function editionClause({ framework: one }: WholeKept, { framework: other }: WholeKept): Clause[] {
  if (one?.hash !== undefined && one.hash === other?.hash) return [];
  const named = (framework: WholeKept['framework']) =>
    `${framework?.edition ?? ''} ${framework?.hash ?? ''}`.trim();
  return valueClause('edition', named(one), named(other));
}

function valuesClause(before: StatementKept, after: StatementKept): Clause[] {
  return valueClause('values', valuesOf(before), valuesOf(after));
}

function rowClauses(one: Row, other: Row, compared: Compared): Clause[] {
  return [
    ...applicabilityClause(one, other),
    ...statedClauses(one, other, compared),
    ...implementationClause(one, other, compared),
    ...stateClause(one, other, compared),
    ...controlsClause(one, other, compared),
    ...evidenceClause(one, other, compared),
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
    ...actionsClause(one, other, nameOf),
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
  return reasons.map(({ kind, text }) => {
    const of = withinSentence(compared.say(`reason.${kind}`), compared);
    return compared.say('said.of', { of, said: text });
  });
}

function titlesIn(all: Stated['obligations'] = []): string[] {
  return all.map(({ title }) => title);
}

type WithActions = Partial<Pick<Stated, 'actions'>>;

export function actionsClause(one: WithActions, other: WithActions, nameOf: ReadAloud['nameOf']): Clause[] {
  return listClause('actions', actionsIn(one, nameOf), actionsIn(other, nameOf));
}

function actionsIn({ actions = [] }: WithActions, nameOf: ReadAloud['nameOf']): string[] {
  return actions.map(({ title, owner, due }) => {
    const told = [...(owner === undefined ? [] : [nameOf(owner)]), ...(due === undefined ? [] : [due])];
    return told.length === 0 ? title : `${title} (${told.join(', ')})`;
  });
}

/** Which of our controls answer it. */
export function controlsClause(one: WithControls, other: WithControls, by: InLanguage): Clause[] {
  return listClause('controls', controlsIn(one, by), controlsIn(other, by));
}

type WithControls = Partial<Pick<Row, 'controls' | 'moreControls' | 'hiddenControls'>>;

/** Those that are printed by name; of the others how many there are. */
function controlsIn({ controls = [], moreControls = 0, hiddenControls = 0 }: WithControls, by: InLanguage) {
  const count = moreControls + hiddenControls;
  const codes = controls.map(({ code }) => code);
  return count === 0 ? codes : [...codes, sayIn(by)('check.more', { count })];
}

type WithEvidence = Partial<Pick<Row, 'evidence'>>;

/** How fresh what shows them is. */
export function evidenceClause(one: WithEvidence, other: WithEvidence, by: InLanguage): Clause[] {
  return valueClause('evidence', evidenceIn(one, by), evidenceIn(other, by));
}

function evidenceIn({ evidence }: WithEvidence, by: InLanguage): string {
  const counts = Object.entries(evidence ?? {}).filter(([, count]) => count > 0);
  return counts.map(([freshness, number]) => sayIn(by)(`change.count.${freshness}`, { number })).join(', ');
}
