import type { Problem } from '@concord/operations/client';

/** A column of the file: what stands over it and below, and the field that it is taken for. */
export type FileColumn = NonNullable<Problem['columns']>[number];

/** What each column is chosen to be, by `keyOf`; undefined leaves it out. */
export type Choices = ReadonlyMap<string, string | undefined>;

/** What the fields of a control and of a claim are, and which of them a file must have. */
export const fieldsOf = {
  controls: [
    'code',
    'name',
    'family',
    'statement',
    'owner',
    'frequency',
    'design',
    'scopes',
    'condition',
    'conditionHolds',
    'implementation',
    'effective',
    'test',
    'usualEvidence',
    'source',
  ],
  claims: ['framework', 'requirement', 'controls', 'contribution', 'rationale', 'confidence', 'state'],
} as const;

const neededFields = {
  controls: ['code', 'name'],
  claims: ['framework', 'requirement', 'controls'],
} as const;

export function keyOf({ table, letters }: FileColumn): string {
  return `${table}!${letters}`;
}

/** As the server took them. */
export function choicesRead(columns: readonly FileColumn[]): Choices {
  return new Map(columns.map((column) => [keyOf(column), column.field]));
}

/**
 * What the choices are for the import, where they differ from what was read: a column is named by its letters, which
 * tell two with the same heading apart.
 */
export function mappingOf(columns: readonly FileColumn[], choices: Choices) {
  const changed = columns.filter((column) => choices.get(keyOf(column)) !== column.field);
  const said = changed.map((column) => ({ name: keyOf(column), field: choices.get(keyOf(column)) }));
  const stray = columns.filter((column) => column.heading === '' && choices.get(keyOf(column)) === undefined);
  const named = said.flatMap(({ name, field }) => (field === undefined ? [] : [`${name}=${field}`]));
  const left = said.flatMap(({ name, field }) => (field === undefined ? [name] : []));
  return {
    ...(named.length === 0 ? {} : { columns: named }),
    ...(left.length + stray.length === 0 ? {} : { leaveOut: [...new Set([...left, ...stray.map(keyOf)])] }),
  };
}

/** What stands in the way: fields that no column is, and fields that two columns are, by table. */
export function troubles(columns: readonly FileColumn[], choices: Choices) {
  return [...new Set(columns.map(({ table }) => table))].flatMap((table) => {
    const own = columns.filter((column) => column.table === table);
    const taken = own.flatMap((column) => choices.get(keyOf(column)) ?? []);
    const needed: readonly string[] = neededFields[own[0]?.form ?? 'controls'];
    const missing = needed.filter((field) => !taken.includes(field));
    const twice = new Set(taken.filter((field, at) => taken.indexOf(field) < at));
    return [
      ...missing.map((field) => ({ kind: 'missing' as const, field, table })),
      ...[...twice].map((field) => ({ kind: 'twice' as const, field, table })),
    ];
  });
}

/** Every heading says what its column is: nothing is to be asked. */
export function isPlain(columns: readonly FileColumn[]): boolean {
  return (
    columns.every(({ field }) => field !== undefined) && troubles(columns, choicesRead(columns)).length === 0
  );
}

/** The columns that faults stand in and that a file need not have. */
export function leavable(columns: readonly FileColumn[], places: readonly string[]): readonly FileColumn[] {
  const faulty = new Set(places.map(columnAt));
  return columns.filter((column) => {
    const needed: readonly (string | undefined)[] = neededFields[column.form];
    const isMeant = column.field !== undefined && column.heading !== '' && !needed.includes(column.field);
    return isMeant && (faulty.has(keyOf(column)) || faulty.has(`${column.table}.${column.heading}`));
  });
}

/** `Sheet1!C` of `Sheet1!C2:C5001`, `controls.owner` of `controls[3–9].owner`. */
function columnAt(place: string): string {
  return place.replace(/(![A-Z]+)\d.*$/, '$1').replace(/\[[\d–]*\]/, '');
}
