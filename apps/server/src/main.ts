import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve as listen } from '@hono/node-server';
import { makeApp } from './http/app.ts';
import { openServer, type ServerSettings } from './server.ts';

export interface ServeSettings extends ServerSettings {
  /** Loopback only, until there is sign-in. */
  readonly host: string;
  readonly port: number;
  readonly version: string;
}

export interface Running {
  /** With the token that opens it; for the one who started the server. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** A server without a network: requests go straight to it. For the command line, when nobody else has the data. */
export async function openInProcess(settings: ServerSettings & { version: string }) {
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

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** Listens, leaves the note for the command line, and answers until closed. */
export async function serve(settings: ServeSettings): Promise<Running> {
  if (!loopback.has(settings.host)) {
    throw new CannotListen(
      `HOST is ${settings.host}. Until there is sign-in, Concord listens on this machine only: set HOST to 127.0.0.1, ::1 or localhost.`,
    );
  }
  const server = await openServer(settings);
  const token = randomBytes(24).toString('base64url');
  const hosts = new Set<string>();
  const app = makeApp(server, { token, hosts: () => hosts, version: settings.version });
  const listening = await startListening(settings, app.fetch as Parameters<typeof listen>[0]['fetch']).catch(
    async (error) => {
      await server.close();
      throw error;
    },
  );
  const name = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  for (const each of [name, 'localhost', '127.0.0.1', '[::1]'])
    hosts.add(`${each}:${listening.port}`.toLowerCase());
  const base = `http://${name}:${listening.port}`;
  server.held?.writeNote({ pid: process.pid, address: base, token });
  return {
    address: `${base}/?token=${token}`,
    close: async () => {
      await listening.close();
      await server.close();
    },
  };
}

function startListening(
  { host, port }: ServeSettings,
  fetch: Parameters<typeof listen>[0]['fetch'],
): Promise<{ port: number; close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, hostname: host, port }, (info: AddressInfo) => {
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done());
          if ('closeAllConnections' in server) server.closeAllConnections();
        });
      resolve({ port: info.port, close });
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new CannotListen(`Port ${port} is in use. Set PORT to another, for example PORT=${port + 1}.`)
          : error,
      );
    });
  });
}
