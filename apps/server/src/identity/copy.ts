import type { Kysely } from 'kysely';
import { createTables, type IdentityTables } from './people.ts';

/** A row of the people directory with the table that it is of. */
export type IdentityRow = {
  [Table in keyof IdentityTables]: { readonly table: Table; readonly row: IdentityTables[Table] };
}[keyof IdentityTables];

/** The people directory as rows, to be kept elsewhere and put back. */
export interface IdentityCopy {
  /** Every row; or those of some organisations alone, with the people that they speak of. */
  rows(
    only: { readonly people: ReadonlySet<string>; readonly organisations: readonly string[] } | undefined,
  ): AsyncIterable<IdentityRow>;
  /** Puts rows into an empty directory. */
  put(rows: readonly IdentityRow[]): Promise<void>;
}

const atOnce = 500;

export function openIdentityCopy(database: Kysely<IdentityTables>): IdentityCopy {
  let made: Promise<void> | undefined;
  return {
    rows: (only) => rowsOf(database, only),
    put: async (rows) => {
      made ??= createTables(database);
      await made;
      await database.transaction().execute(async (transaction) => {
        for (const { table, row } of rows) await transaction.insertInto(table).values(row).execute();
      });
    },
  };
}

async function* rowsOf(
  database: Kysely<IdentityTables>,
  only: Parameters<IdentityCopy['rows']>[0],
): AsyncGenerator<IdentityRow> {
  const settings = await database.selectFrom('settings').selectAll().orderBy('name').execute();
  const kept = new Set([...(only?.people ?? []), ...settings.map(({ value }) => value)]);
  for (const row of settings) yield { table: 'settings', row };
  for (let after = ''; ; ) {
    const people = await database
      .selectFrom('people')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .execute();
    for (const row of people) if (!only || kept.has(row.id)) yield { table: 'people', row };
    const last = people.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  yield* keysOf(database, only?.organisations);
}

async function* keysOf(
  database: Kysely<IdentityTables>,
  organisations: readonly string[] | undefined,
): AsyncGenerator<IdentityRow> {
  const keys = await database.selectFrom('collector_keys').selectAll().orderBy('hash').execute();
  for (const row of keys)
    if (!organisations || organisations.includes(row.organisation)) yield { table: 'collector_keys', row };
}
