import {
  type ComponentDefinition,
  frameworks,
  oscalModelIn,
  type RecordRead,
  readComponentDefinition,
  type SentDocument,
} from '@concord/catalog';
import type { Notice } from '../../../foundation/index.ts';
import { adoptedEdition, type WithGovernance } from '../../../governance/index.ts';
import { ChosenColumns } from './columns/chosen.ts';
import {
  type CellKind,
  type Column,
  claimTable,
  columnNamed,
  controlTable,
  type TableForm,
  writeCell,
} from './columns/columns.ts';
import type { Faults } from './faults.ts';
import { type PersonNamed, somebody } from './named.ts';
import { holdsTable, type Table } from './table.ts';

/** Whether a file holds controls or claims of a library. */
export function isLibrary(document: SentDocument): boolean {
  return isComponents(document) || holdsTable(document);
}

export function isComponents(document: SentDocument): document is SentDocument & { readonly kind: 'value' } {
  return document.kind === 'value' && oscalModelIn(document.value)?.model === 'component-definition';
}

/** What an OSCAL component-definition is read with. */
export interface ComponentsAsked {
  readonly state: WithGovernance;
  readonly people: readonly PersonNamed[];
  /** The framework meant where a source names none we know. */
  readonly framework?: string | undefined;
}

/**
 * The controls and claims of an OSCAL component-definition as the tables that a workbook of the library has, each cell
 * placed by its JSON pointer; so that they pass through the same rules.
 */
export function tablesOfComponents(
  value: unknown,
  { state, people, framework }: ComponentsAsked,
  faults: Faults,
): { tables: Table[]; notices: readonly Notice[] } {
  const { governance } = state;
  const adopted = [...governance.adoptions.keys()].flatMap((id) => {
    const edition = adoptedEdition(governance, id);
    return edition ? [[id, edition] as const] : [];
  });
  const imported = governance.editions.valueSeq().map((each) => each.framework);
  const read = readComponentDefinition(value, {
    known: [...adopted.map(([, edition]) => edition), ...frameworks(), ...imported],
    adopted: new Map(adopted),
    framework,
  });
  for (const { at, code, params } of read.faults) faults.take({ at, code, params });
  const { controls, notices } = withKnownOwners(read, somebody(state, people, faults.strangers));
  return {
    tables: [tableOf(controlTable, controls), tableOf(claimTable, read.claims)],
    notices: [...read.notices, ...notices],
  };
}

/** Who a control of elsewhere belongs to may be nobody here: that is told, and no fault of the file. */
function withKnownOwners(
  { controls }: ComponentDefinition,
  personOf: ReturnType<typeof somebody>,
): { controls: readonly RecordRead[]; notices: Notice[] } {
  const known = (owner: string) => personOf(owner) !== undefined;
  const ownersOf = ({ members }: RecordRead) => members.get('owner')?.values ?? [];
  const lost = controls.flatMap(ownersOf).filter((owner) => !known(owner));
  const [example] = lost;
  if (example === undefined) return { controls, notices: [] };
  return {
    controls: controls.map((each) => (ownersOf(each).every(known) ? each : withoutOwner(each))),
    notices: [{ code: 'import.owners-unknown', params: { count: lost.length, example } }],
  };
}

function withoutOwner(record: RecordRead): RecordRead {
  const members = new Map(record.members);
  members.delete('owner');
  return { ...record, members };
}

/** What a component-definition of ours says of a control that tables, which have those in use, have no column for. */
const ofComponents = new Map<string, Column>([
  ['retiredOn', { member: 'retiredOn', heading: 'retiredOn', kind: 'day' }],
]);

function tableOf(form: TableForm, records: readonly RecordRead[]): Table {
  const members = [...new Set([...form.required, ...records.flatMap((each) => [...each.members.keys()])])];
  const beside = form === controlTable ? ofComponents : new Map<string, Column>();
  const columns = members.map((heading, at) => ({
    at,
    heading,
    column: columnNamed(form, heading) ?? beside.get(heading),
  }));
  return {
    form,
    name: form.name,
    columns: records.length === 0 ? [] : columns,
    chosen: new ChosenColumns(),
    isClosed: true,
    width: 0,
    misfits: () => [],
    headingPlace: (at) => firstPlace(records, members[at] ?? ''),
    rows: records.map((record) => ({
      cell: (at) => cellOf(columns[at]?.column, record.members.get(members[at] ?? '')?.values ?? []),
      place: (at) => record.members.get(members[at] ?? '')?.at ?? record.at,
    })),
  };
}

function firstPlace(records: readonly RecordRead[], member: string): string {
  const first = records.find(({ members }) => members.has(member));
  return first?.members.get(member)?.at ?? '/component-definition';
}

function cellOf(column: Column | undefined, values: readonly string[]): string {
  const kind: CellKind = column?.kind ?? 'text';
  const isList = kind === 'list' || kind === 'lines';
  return writeCell(kind, isList ? values : values.join('\n'));
}
