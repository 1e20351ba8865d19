import { oscalModelIn, type SentDocument, textOf } from '@concord/catalog';
import { z } from 'zod';
import {
  type Circumstances,
  count,
  type Decision,
  type Fact,
  id,
  type Notice,
  refuse,
} from '../../../foundation/index.ts';
import { grantsOn, mayDo, wholeOrganisation } from '../../../governance/index.ts';
import type { WithControls } from '../../state.ts';
import { checkColumns } from './check-columns.ts';
import { claimSchemas, confirmations, readClaimRows } from './claim-rows.ts';
import { ChosenColumns, columnChoices } from './columns/chosen.ts';
import { type ColumnTaken, columnsRead, leftOutNotices } from './columns-read.ts';
import { isComponents, tablesOfComponents } from './component-tables.ts';
import { clearableMembers, controlSchemas, readControlRows } from './control-rows.ts';
import { Faults } from './faults.ts';
import { Named, type PersonNamed } from './named.ts';
import { likelyTable, type Table, tablesIn } from './table.ts';

export const importControlsInput = z.strictObject({
  file: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'is no SHA-256 of a file')
    .meta({
      fromFile: 'sent',
      description:
        'XLSX, CSV, TSV, JSON or an OSCAL component-definition; SHA-256 of a file sent before with `files add`; on the command line a path will do',
    }),
  sheet: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Only this sheet; every sheet with a table when left out'),
  ...columnChoices,
  framework: id
    .optional()
    .describe('Of an OSCAL component-definition: the framework meant by a source that names none we know'),
  confirm: z
    .boolean()
    .default(false)
    .describe('Also confirm the claims that the file calls confirmed; they are proposed when left out'),
  position: count
    .pipe(z.number().min(1))
    .optional()
    .describe(
      'Position of the ledger that the file shows; a control changed since is named and not overwritten',
    ),
});

/** What the rule is handed: the file that was read, and the people who may be named in it. */
export interface ImportTakenIn extends Omit<z.infer<typeof importControlsInput>, 'file'> {
  readonly document: SentDocument;
  readonly people: readonly PersonNamed[];
}

/** What an import comes to. */
interface ImportSummary {
  readonly controls: { readonly added: number; readonly changed: number; readonly unchanged: number };
  /** How many controls have each member changed. */
  readonly members: Readonly<Record<string, number>>;
  /** Headings, and no row below them. */
  readonly hasNoRows: boolean;
  /** How many of those added are retired, as in the file. */
  readonly retired: number;
  /** Codes of controls in use here that the file has as retired. */
  readonly keptInUse: readonly string[];
  readonly claims: { readonly stated: number; readonly confirmed: number; readonly unchanged: number };
  /** Claims that the file calls confirmed and that stay proposed, because `confirm` was not asked. */
  readonly leftProposed: number;
  /** Columns that were not read. */
  readonly columnsLeft: readonly Notice[];
  /** Sheets without a table of controls or claims: nothing of them was read. */
  readonly sheetsPassedOver: readonly string[];
  /** What else was found while the file was read. */
  readonly found: readonly Notice[];
}

const mostRows = 20_000;
/** Characters of all cells together. */
const mostText = 50_000_000;

/**
 * Takes the controls and claims of a workbook, CSV, JSON or OSCAL file into the library. A code that is there changes its
 * control, any other adds one; an empty cell leaves what is there, `-` takes it away; nothing is retired or withdrawn.
 * All or nothing: every fault of every sheet is in `errors` of the refusal `table.faults`, each with its cell.
 */
export function importControls(state: WithControls, input: ImportTakenIn, now: Circumstances): Decision {
  const faults = new Faults();
  const chosen = new ChosenColumns(input.columns, input.leaveOut);
  const found = tablesOf(state, { input, chosen }, faults);
  const columns = columnsShown(input, { found, chosen }, faults);
  const read = readImport(state, { input, found, chosen, faults }, now);
  const beside = { ...(columns.length === 0 ? {} : { columns }), ...faults.strangers.told() };
  if ('refusal' in read) return { refusal: { ...read.refusal, beside } };
  return { facts: read.facts, notices: noticesOf(read.summary), beside };
}

function noticesOf(summary: ImportSummary): Notice[] {
  const { controls, members, claims, leftProposed, columnsLeft, sheetsPassedOver, found } = summary;
  const { hasNoRows, retired, keptInUse } = summary;
  const changes = Object.entries(members).map(([member, count]) => `${member} ${count}`);
  return [
    ...(hasNoRows ? [{ code: 'import.no-rows', params: {} }] : []),
    { code: 'import.controls', params: controls },
    ...(retired > 0 ? [{ code: 'import.retired', params: { count: retired } }] : []),
    ...(keptInUse.length > 0
      ? [{ code: 'import.kept-in-use', params: { count: keptInUse.length, codes: keptInUse.join(', ') } }]
      : []),
    ...(changes.length > 0 ? [{ code: 'import.members', params: { members: changes.join(', ') } }] : []),
    { code: 'import.claims', params: claims },
    ...(leftProposed > 0 ? [{ code: 'import.left-proposed', params: { count: leftProposed } }] : []),
    ...found,
    ...columnsLeft,
    ...sheetsPassedOver.map((sheet) => ({ code: 'import.sheet-passed-over', params: { sheet } })),
  ];
}

interface ToRead {
  readonly input: ImportTakenIn;
  readonly found: TablesFound;
  readonly chosen: ChosenColumns;
  readonly faults: Faults;
}

function readImport(state: WithControls, { input, found, chosen, faults }: ToRead, now: Circumstances) {
  const { document, sheet, people, confirm, position } = input;
  const { tables, others, notices } = found;
  const unusable = refuseTables(document, tables, sheet);
  if (unusable) return unusable;
  for (const table of tables) checkColumns(faults, table);
  for (const { at, code, value } of chosen.unfollowed()) faults.add(at, code, { value });
  const reading = {
    faults,
    named: new Named(faults, state, people),
    clearable: clearableMembers,
    today: now.today,
  };
  const ofControls = tables.filter(({ form }) => form.name === 'Controls');
  const ground = { state, now, position };
  const rows = readControlRows({ ...reading, schemas: controlSchemas }, ground, ofControls);
  const claims = readClaimRows(
    { ...reading, schemas: claimSchemas, clearable: new Set() },
    { state, now, rows },
    tables,
  );
  const refusal = faults.refusal(document.name);
  if (refusal) return refusal;
  if (confirm && claims.toConfirm.length > 0 && !mayConfirm(state, now))
    return refuse('denied', 'permission.denied', { permission: 'claims.confirm', at: 'confirm' });
  const confirmed = confirm ? confirmations(claims.toConfirm) : [];
  const { unchanged, facts, retirements, keptInUse } = rows;
  const changes = facts.filter(({ type }) => type === 'ControlChanged');
  const summary: ImportSummary = {
    controls: { added: facts.length - changes.length, changed: changes.length, unchanged },
    members: countMembers(changes),
    retired: retirements.length,
    keptInUse,
    claims: { stated: claims.stated.length, confirmed: confirmed.length, unchanged: claims.unchanged },
    leftProposed: confirm ? 0 : claims.toConfirm.length,
    hasNoRows: tables.every(({ rows: below }) => below.length === 0),
    columnsLeft: isComponents(document) ? [] : leftOutNotices(tables),
    sheetsPassedOver: others,
    found: notices,
  };
  return { facts: [...facts, ...claims.stated, ...confirmed, ...retirements], summary };
}

interface TablesFound {
  readonly tables: readonly Table[];
  readonly others: readonly string[];
  readonly notices: readonly Notice[];
}

function tablesOf(
  state: WithControls,
  { input, chosen }: Pick<ToRead, 'input' | 'chosen'>,
  faults: Faults,
): TablesFound {
  const { document, sheet, people, framework } = input;
  if (isComponents(document))
    return { others: [], ...tablesOfComponents(document.value, { state, people, framework }, faults) };
  if (framework !== undefined) faults.add('framework', 'framework-idle', { value: framework });
  return { ...tablesIn(document, { sheet, chosen }), notices: [] };
}

/** What the columns are taken for; where no table was found, those that may be one. None of OSCAL: it has no columns. */
function columnsShown(
  { document, sheet }: ImportTakenIn,
  { found, chosen }: Pick<ToRead, 'found' | 'chosen'>,
  faults: Faults,
): ColumnTaken[] {
  if (isComponents(document)) return [];
  const likely = found.tables.length > 0 ? undefined : likelyTable(document, { sheet, chosen });
  return columnsRead(likely ? [likely] : found.tables, faults);
}

function refuseTables(document: SentDocument, tables: readonly Table[], sheet: string | undefined) {
  const { name } = document;
  if (tables.length === 0 && sheet !== undefined && document.kind === 'sheets') {
    const known = document.sheets.map((each) => each.name);
    if (!known.includes(sheet))
      return refuse('refused', 'table.sheet', { sheet, known: known.join(', '), at: 'sheet' });
  }
  const other = document.kind === 'value' ? oscalModelIn(document.value) : undefined;
  if (tables.length === 0 && other)
    return refuse('refused', 'table.other-document', { file: name, kind: other.kind, at: 'file' });
  if (tables.length === 0) return refuse('refused', 'table.none', { file: name, at: 'file' });
  const count = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count > mostRows)
    return refuse('refused', 'table.too-many-rows', { file: name, count, limit: mostRows, at: 'file' });
  if (!saysTooMuch(tables)) return undefined;
  return refuse('refused', 'table.too-much-text', { file: name, limit: mostText / 1_000_000, at: 'file' });
}

/** A workbook keeps a text once, however many cells show it: a small file may say more than memory holds. */
function saysTooMuch(tables: readonly Table[]): boolean {
  let said = 0;
  for (const { rows, columns } of tables) {
    for (const row of rows) {
      for (const { at } of columns) said += textOf(row.cell(at)).length;
      if (said > mostText) return true;
    }
  }
  return false;
}

/** Who may write controls need not be who confirms claims. */
function mayConfirm({ governance }: WithControls, { actor, today }: Circumstances): boolean {
  return grantsOn(governance, actor, today).some(
    ({ role, scope }) => scope === wholeOrganisation && mayDo[role].includes('claims.confirm'),
  );
}

function countMembers(changes: readonly Fact[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { data } of changes) {
    for (const member of Object.keys(data)) counts[member] = (counts[member] ?? 0) + 1;
  }
  return counts;
}
