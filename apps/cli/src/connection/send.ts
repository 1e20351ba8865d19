import type { Call } from '@concord/operations';
import type { Connection } from './connection.ts';

/** The server refused on the way to the answer; its refusal is the answer. */
export class Refused extends Error {
  readonly response: Response;

  constructor(response: Response) {
    super('refused');
    this.response = response;
  }
}

/** Codes of refusals that say of the record that it is not as it was sealed: a finding, as one of `verify` is. */
const findings: ReadonlySet<string> = new Set(['backup.ledger-damaged']);

/** How a run ends that was refused: 2 where something is not as it was recorded, 3 where it could not be made, else 1. */
export function exitRefused({
  status,
  code,
}: {
  readonly status: number;
  readonly code?: string | undefined;
}): number {
  if (status >= 500) return 3;
  return code !== undefined && findings.has(code) ? 2 : 1;
}

/** Sends a call to whoever has the data, with the key that opens it. */
export async function send(connection: Connection, call: Call, bytes?: Uint8Array): Promise<Response> {
  const body = bytes ?? call.body;
  return connection.fetch(
    new Request(`${connection.base}${call.address}`, {
      method: call.method,
      headers: { ...call.headers, authorization: `Bearer ${connection.token}`, 'x-concord-via': 'cli' },
      ...(body === undefined ? {} : { body: body as string }),
    }),
  );
}
