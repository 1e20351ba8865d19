import type { Field, Register, RegisterRow } from './register.ts';

/** What stands in the form, by the names of the fields. */
export type Entry = Readonly<Record<string, unknown>>;

/** The form of a record; of a new one what is usual. */
export function entryOf({ fields }: Pick<Register, 'fields'>, row: RegisterRow | undefined): Entry {
  return Object.fromEntries(fields.map((field) => [field.name, row ? heldIn(field, row) : usual(field)]));
}

function heldIn({ name, kind }: Field, row: RegisterRow): unknown {
  if (kind === 'file') return undefined;
  return row[name] ?? usualOf(kind);
}

function usual({ name, kind, values }: Field): unknown {
  if (kind === 'choice') return values?.[0];
  return name === 'relevant' ? true : usualOf(kind);
}

function usualOf(kind: Field['kind']): unknown {
  if (kind === 'needs' || kind === 'requirements') return [];
  if (kind === 'check') return false;
  return kind === 'line' || kind === 'text' || kind === 'link' ? '' : undefined;
}

/** Names of the fields that have to be filled and are not. */
export function missingIn({ fields }: Pick<Register, 'fields'>, entry: Entry): readonly string[] {
  return fields.filter(({ name, isRequired }) => isRequired && isBlank(entry[name])).map(({ name }) => name);
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** What a new record is added with: what is blank is left out. */
export function addedInput({ fields }: Pick<Register, 'fields'>, entry: Entry): Record<string, unknown> {
  const said = fields.filter(({ name }) => !isBlank(entry[name]));
  return Object.fromEntries(said.map(({ name }) => [name, trimmed(entry[name])]));
}

/** What of it is another now; what was emptied is taken away where it can be. */
export function changedInput(
  { fields }: Pick<Register, 'fields'>,
  row: RegisterRow,
  entry: Entry,
): Record<string, unknown> {
  const before = entryOf({ fields }, row);
  const changed = fields.filter(
    ({ name }) => JSON.stringify(trimmed(entry[name])) !== JSON.stringify(before[name]),
  );
  return Object.fromEntries(
    changed.flatMap(({ name, isClearable }) => {
      if (!isBlank(entry[name])) return [[name, trimmed(entry[name])]];
      return isClearable ? [[name, null]] : [];
    }),
  );
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}
