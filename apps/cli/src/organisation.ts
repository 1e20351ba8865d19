import { callOf, keyStart, type Row, rowNamed } from '@concord/operations';
import type { Connection } from './connection/connection.ts';
import { Refused, send } from './connection/send.ts';
import { LedgerGone } from './files/head-named.ts';
import { UsageError } from './line/usage-error.ts';

/**
 * The organisation named by id or name; without one, the only one there is. Where `headOf` is the one that is meant, and
 * there is none such, its ledger is gone.
 */
export async function organisationAsked(
  connection: Connection,
  named: string | undefined,
  headOf?: string,
): Promise<string> {
  if (connection.token.startsWith(keyStart)) {
    if (named !== undefined) return named;
    throw new UsageError('With the key of a collector, say which organisation by its id: --org ID.');
  }
  const row = rowNamed('organisations list') as Row;
  const response = await send(connection, callOf(row, {}));
  if (!response.ok) throw new Refused(response);
  const { rows } = (await response.json()) as { rows: { id: string; name: string }[] };
  const isMeant = headOf !== undefined && (named ?? headOf) === headOf;
  if (isMeant && !rows.some(({ id }) => id === headOf)) throw new LedgerGone(headOf);
  if (named !== undefined) return organisationNamed(rows, named);
  const [only, second] = rows;
  if (!only)
    throw new UsageError(
      'There is no organisation yet. Create one: concord organisations create --name NAME',
    );
  if (second) {
    const known = rows.map(({ id, name }) => `${id} (${name})`).join(', ');
    throw new UsageError(`There are ${rows.length} organisations; say which with --org: ${known}.`);
  }
  return only.id;
}

/** An id goes before a name; a name that several bear says too little. */
function organisationNamed(rows: readonly { id: string; name: string }[], named: string): string {
  if (rows.some(({ id }) => id === named)) return named;
  const bearing = rows.filter(({ name }) => name === named);
  if (bearing.length > 1) {
    const ids = bearing.map(({ id }) => id).join(', ');
    throw new UsageError(
      `${bearing.length} organisations are named “${named}”; say which by its id: ${ids}.`,
    );
  }
  return bearing[0]?.id ?? named;
}
