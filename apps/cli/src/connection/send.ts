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
