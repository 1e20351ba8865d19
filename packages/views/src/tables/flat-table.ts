/** What a cell holds. A date is YYYY-MM-DD; nothing said is null. */
export type Flat = string | number | boolean | null;
export type FlatType = 'text' | 'integer' | 'date' | 'boolean';

export interface FlatColumn {
  readonly name: string;
  readonly type: FlatType;
  readonly meaning: string;
}

/** A table for other tools to read: flat, documented, each row once. Its rows are made while they are read. */
export interface FlatTable {
  readonly name: string;
  readonly meaning: string;
  readonly columns: readonly FlatColumn[];
  readonly rows: () => Iterable<readonly Flat[]>;
}

/** A column, and what stands in it for one record. */
export interface ColumnOf<T> extends FlatColumn {
  readonly of: (record: T) => Flat | undefined;
}

export type Of<T> = ColumnOf<T>['of'];

export const text = <T>(name: string, meaning: string, of: Of<T>): ColumnOf<T> => ({
  name,
  type: 'text',
  meaning,
  of,
});
export const integer = <T>(name: string, meaning: string, of: Of<T>): ColumnOf<T> => ({
  name,
  type: 'integer',
  meaning,
  of,
});
export const date = <T>(name: string, meaning: string, of: Of<T>): ColumnOf<T> => ({
  name,
  type: 'date',
  meaning,
  of,
});
export const truth = <T>(name: string, meaning: string, of: Of<T>): ColumnOf<T> => ({
  name,
  type: 'boolean',
  meaning,
  of,
});

export function flatTable<T>(
  { name, meaning }: Pick<FlatTable, 'name' | 'meaning'>,
  columns: readonly ColumnOf<T>[],
  records: () => Iterable<T>,
): FlatTable {
  return {
    name,
    meaning,
    columns: columns.map(({ name: column, type, meaning: meant }) => ({
      name: column,
      type,
      meaning: meant,
    })),
    rows: function* () {
      for (const record of records()) yield columns.map(({ of }) => of(record) ?? null);
    },
  };
}

const atOnce = 500;

/** All rows of a list that is answered in pages, so that no more than one page of them is held. */
export function* paged<T>(
  page: (offset: number, limit: number) => { readonly total: number; readonly rows: readonly T[] },
): Generator<T, void> {
  for (let offset = 0; ; offset += atOnce) {
    const { total, rows } = page(offset, atOnce);
    yield* rows;
    if (offset + atOnce >= total) return;
  }
}
