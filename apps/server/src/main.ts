import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve as listen } from '@hono/node-server';
import { makeApp } from './http/app.ts';
import { openServer, type ServerSettings } from './server.ts';

export { drillBackup } from './backup/restore/drill.ts';
export { restoreBackup } from './backup/restore/index.ts';

export interface ServeSettings extends ServerSettings {
  /** Loopback only, until there is sign-in. */
  readonly host: string;
  readonly port: number;
  readonly version: string;
  /** Folder of the built app for the browser. */
  readonly webDirectory?: string | undefined;
}

export interface Running {
  /** With the token that opens it; for the one who started the server. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** There is no data directory, and what is asked for makes none. */
export class NoDirectory extends Error {
  override readonly name = 'NoDirectory';
}

/** What is asked of the data directory where there is none: to make it, to have it, or nothing. */
export type Place = 'made' | 'there' | 'none';

/**
 * A server without a network: requests go straight to it. For the command line, when nobody else has the data. Throws
 * `NoDirectory` when one has to be there and is not; what needs none is answered from a folder that is thrown away.
 */
export async function openInProcess(
  settings: ServerSettings & { version: string },
  place: Place,
): Promise<InProcess> {
  if (place === 'made' || settings.databaseUrl !== undefined || !isMissing(settings.directory))
    return openThere(settings);
  if (place === 'there')
    throw new NoDirectory(
      `There is no data directory ${settings.directory}. Name the one there is: --data DIR or $CONCORD_DATA. A new one is made by \`concord organisations create\`, \`demo load\`, \`serve\` and \`restore\`.`,
    );
  const directory = await mkdtemp(join(tmpdir(), 'concord-'));
  const remove = () => rm(directory, { recursive: true, force: true });
  try {
    const opened = await openThere({ ...settings, directory });
    return { ...opened, close: () => opened.close().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * What may not be looked at, or lies below a file, is not missing: opening it says what is the matter. Asked by the
 * code, since `throwIfNoEntry: false` takes what lies below a file for missing too on newer Nodes (24).
 */
function isMissing(directory: string): boolean {
  try {
    statSync(directory);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

interface InProcess {
  readonly base: string;
  readonly token: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly close: () => Promise<void>;
}

async function openThere(settings: ServerSettings & { version: string }): Promise<InProcess> {
  const server = await openServer(settings);
  const token = randomBytes(24).toString('base64url');
  const host = 'in-process.invalid';
  const app = makeApp(server, { token, hosts: () => new Set([host]), version: settings.version });
  return {
    base: `http://${host}`,
    token,
    fetch: (request: Request): Promise<Response> => Promise.resolve(app.fetch(request)),
    close: server.close,
  };
}

/** Why a server cannot listen as it was told. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

const hour = 3_600_000;
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** Listens, leaves the note for the command line, and answers until closed. */
export async function serve(settings: ServeSettings): Promise<Running> {
  if (!loopback.has(settings.host)) {
    throw new CannotListen(
      `HOST is ${settings.host}. Until there is sign-in, Concord listens on this machine only: set HOST to 127.0.0.1, ::1 or localhost.`,
    );
  }
  if (!Number.isInteger(settings.port) || settings.port < 0 || settings.port > 65_535) {
    throw new CannotListen('PORT is no port. Set it to a number from 1 to 65535, or to 0 for any free one.');
  }
  const server = await openServer(settings);
  const token = randomBytes(24).toString('base64url');
  const hosts = new Set<string>();
  const { version, webDirectory } = settings;
  const app = makeApp(server, { token, hosts: () => hosts, version, webDirectory });
  const listening = await startListening(settings, app.fetch as Fetch).catch(async (error) => {
    await server.close();
    throw error;
  });
  const name = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  for (const each of [name, 'localhost', '127.0.0.1', '[::1]']) {
    hosts.add(`${each}:${listening.port}`);
    // Browsers leave out the port that goes without saying.
    if (listening.port === 80) hosts.add(each);
  }
  const base = `http://${name}:${listening.port}`;
  server.held?.writeNote({ pid: process.pid, address: base, token });
  const sweeping = setInterval(() => void server.files.sweep(Date.now()).catch(() => undefined), hour);
  sweeping.unref();
  return {
    address: `${base}/?token=${token}`,
    close: async () => {
      clearInterval(sweeping);
      await listening.close();
      await server.close();
    },
  };
}

type Fetch = Parameters<typeof listen>[0]['fetch'];

interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

function startListening({ host, port }: ServeSettings, fetch: Fetch): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, hostname: host, port }, (info: AddressInfo) =>
      resolve({ port: info.port, close: () => stopListening(server as HttpServer) }),
    );
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, { host, port })));
  });
}

function cannotListen(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  if (error.code === 'EADDRINUSE')
    return new CannotListen(`Port ${port} is in use. Set PORT to another, or to 0 for any free one.`);
  return new CannotListen(`Cannot listen at ${host}, port ${port}: ${error.message}.`, { cause: error });
}

const patience = 5000;

/** Takes no new request; those under way are answered first, for a few seconds. */
async function stopListening(server: HttpServer): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that is kept open between two requests would keep the server open too.
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const late = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
