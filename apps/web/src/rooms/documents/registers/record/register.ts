/** How a member of a record is entered. */
export type FieldKind =
  | 'line'
  | 'text'
  | 'choice'
  | 'check'
  | 'person'
  | 'party'
  | 'day'
  | 'link'
  | 'needs'
  | 'requirements'
  | 'file';

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly isRequired?: true;
  /** Values of a choice. */
  readonly values?: readonly string[];
  /** Can be taken away again. */
  readonly isClearable?: true;
}

export type RegisterName = 'documents' | 'obligations' | 'parties' | 'issues';

/** A register as it is read and written: names of its rows, and what a record is made of. */
export interface Register {
  readonly name: RegisterName;
  /** Member of the path that names one record, and of the address. */
  readonly member: 'document' | 'obligation' | 'party' | 'issue';
  /** What a record is called by. */
  readonly title: 'title' | 'name';
  readonly fields: readonly Field[];
  /** The deed by which a record leaves; it stays in the register. */
  readonly end: string;
}

/** A record of any register, as it is answered. */
export interface RegisterRow {
  readonly id: string;
  readonly revision: number;
  readonly kind: string;
  readonly owner?: string | undefined;
  readonly ownerName?: string | undefined;
  readonly reviewOn?: string | undefined;
  readonly reviewOverdue?: boolean | undefined;
  /** Of documents. */
  readonly status?: 'draft' | 'approved' | 'retired' | undefined;
  /** Of the others. */
  readonly state?: 'in-force' | 'ended' | undefined;
  readonly [member: string]: unknown;
}

const title: Field = { name: 'title', kind: 'line', isRequired: true };
const answerable: readonly Field[] = [
  { name: 'owner', kind: 'person', isClearable: true },
  { name: 'reviewOn', kind: 'day', isClearable: true },
];
const partyKinds = [
  'customer',
  'authority',
  'supplier',
  'staff',
  'owner',
  'partner',
  'insurer',
  'public',
  'other',
];

export const registers: Readonly<Record<RegisterName, Register>> = {
  documents: {
    ...{ name: 'documents', member: 'document', title: 'title', end: 'documents retire' },
    fields: [
      title,
      { name: 'kind', kind: 'choice', values: ['document', 'record'], isRequired: true },
      { name: 'version', kind: 'line' },
      { name: 'link', kind: 'link', isClearable: true },
      { name: 'file', kind: 'file' },
      { name: 'meets', kind: 'needs' },
      ...answerable,
    ],
  },
  obligations: {
    ...{ name: 'obligations', member: 'obligation', title: 'title', end: 'obligations end' },
    fields: [
      title,
      { name: 'kind', kind: 'choice', values: ['legal', 'regulatory', 'contractual'], isRequired: true },
      { name: 'reference', kind: 'line', isClearable: true },
      { name: 'asks', kind: 'text', isRequired: true },
      { name: 'party', kind: 'party', isClearable: true },
      { name: 'requirements', kind: 'requirements' },
      ...answerable,
    ],
  },
  parties: {
    ...{ name: 'parties', member: 'party', title: 'name', end: 'parties end' },
    fields: [
      { ...title, name: 'name' },
      { name: 'kind', kind: 'choice', values: partyKinds, isRequired: true },
      { name: 'asks', kind: 'text', isRequired: true },
      ...answerable,
    ],
  },
  issues: {
    ...{ name: 'issues', member: 'issue', title: 'title', end: 'issues end' },
    fields: [
      title,
      { name: 'kind', kind: 'choice', values: ['internal', 'external'], isRequired: true },
      { name: 'effect', kind: 'text', isRequired: true },
      { name: 'relevant', kind: 'check' },
      { name: 'climate', kind: 'check' },
      ...answerable,
    ],
  },
};

/** Whether it has left the register's force. */
export function hasEnded({ status, state }: RegisterRow): boolean {
  return status === 'retired' || state === 'ended';
}

/** Records that say a word, those in force before those that ended, each by what it is called. */
export function wantedRecords(
  rows: readonly RegisterRow[],
  { title: named }: Pick<Register, 'title'>,
  wanted: { readonly text?: string | undefined; readonly standing?: string | undefined },
): readonly RegisterRow[] {
  const word = (wanted.text ?? '').trim().toLocaleLowerCase();
  return rows
    .filter((row) => word === '' || saidOf(row, named).includes(word))
    .filter((row) => !wanted.standing || standingOf(row) === wanted.standing)
    .sort((one, other) => Number(hasEnded(one)) - Number(hasEnded(other)));
}

/** Word of the state: of a document how it is approved, of others whether they are in force. */
export function standingOf({ status, state }: RegisterRow): string {
  return status ?? state ?? 'in-force';
}

function saidOf(row: RegisterRow, named: string): string {
  return [row[named], row.reference, row.asks, row.effect, row.ownerName]
    .filter((each) => typeof each === 'string')
    .join(' ')
    .toLocaleLowerCase();
}
