import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeApp } from '../http/app.ts';
import { openServer, type Server, type ServerSettings } from '../server.ts';

/** A temporary place for a data directory and a signing key, to be removed at the end. */
export interface Place {
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
  readonly remove: () => void;
}

export function makePlace(): Place {
  const root = mkdtempSync(join(tmpdir(), 'concord-server-'));
  return {
    directory: join(root, 'data'),
    env: { CONCORD_KEY: join(root, 'keys', 'signing-key.pem') },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** An answer with its body read: the JSON when it is JSON, the text when it is not. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
  readonly body: any;
  readonly text: string;
}

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answered>;

export interface RunningServer {
  readonly server: Server;
  readonly app: ReturnType<typeof makeApp>;
  /** Asks at an address below the host, as the administrator; an object is sent as JSON, bytes and text as they are. */
  readonly ask: Ask;
  readonly close: () => Promise<void>;
}

export const token = 'token-of-this-test';
export const host = 'concord.test';
const noon = new Date('2026-03-16T12:00:00.000Z');

/** A server on a data directory, without a network; its clock stands still unless one is given. */
export async function startServer(
  place: Pick<Place, 'directory' | 'env'>,
  settings: Partial<ServerSettings> = {},
): Promise<RunningServer> {
  const pressFile = join(place.directory, 'no-press.mjs');
  const server = await openServer({ ...place, pressFile, clock: () => noon, ...settings });
  const app = makeApp(server, { token, hosts: () => new Set([host]), version: '0.0.0-test' });
  return { server, app, ask: askOf(app), close: server.close };
}

export function askOf(app: ReturnType<typeof makeApp>): Ask {
  return async (method, path, body, headers = {}) => {
    const isBytes = body instanceof Uint8Array || typeof body === 'string' || body instanceof ReadableStream;
    const isJson = body !== undefined && !isBytes;
    const request = new Request(`http://${host}${path}`, {
      method,
      headers: {
        host,
        authorization: `Bearer ${token}`,
        ...(isJson ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: (isJson ? JSON.stringify(body) : body) as string }),
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    } as RequestInit);
    return read(await app.fetch(request));
  };
}

async function read(response: Response): Promise<Answered> {
  const text = await response.text();
  const isJson = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== '' ? JSON.parse(text) : text,
    text,
  };
}
