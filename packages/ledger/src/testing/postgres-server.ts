import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A real PostgreSQL, alone on a port of this machine, for as long as a test needs it. */
export interface PostgresServer {
  readonly connectionString: string;
  /** A connection string to a new, empty database of this server. */
  newDatabase(name: string): string;
  /** Ends it at once (`pg_ctl stop -m immediate`) and removes its files. Safe to call twice. */
  stop(): void;
  /** `fast` is a server's orderly restart, `immediate` is a crash and recovery. */
  restart(mode: 'fast' | 'immediate'): void;
}

/**
 * Starts the PostgreSQL that this machine has: on the PATH, under /usr/lib/postgresql, or where pg_config says.
 * Answers undefined, and says so aloud, when there is none: the tests that need it are then skipped in the open.
 */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  const binaries = findBinaries();
  if (binaries === undefined) {
    console.warn(
      'PostgreSQL tests are SKIPPED: no initdb and pg_ctl on the PATH or under /usr/lib/postgresql',
    );
    return undefined;
  }
  const port = await freePort();
  const directory = mkdtempSync(join(tmpdir(), 'concord-postgres-'));
  const owner = unprivilegedOwner();
  if (owner !== undefined) chownSync(directory, owner.uid, owner.gid);
  const run = (program: string, ...parameters: string[]): void => {
    execFileSync(join(binaries, program), parameters, { cwd: directory, stdio: 'ignore', ...owner });
  };
  const data = join(directory, 'data');
  const log = join(directory, 'log');
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${directory}`;
  const stop = (): void => {
    if (!existsSync(directory)) return;
    if (existsSync(join(data, 'postmaster.pid'))) run('pg_ctl', 'stop', '-D', data, '-m', 'immediate', '-w');
    rmSync(directory, { recursive: true, force: true });
    process.off('exit', stop);
  };
  process.on('exit', stop);
  try {
    run('initdb', '-D', data, '-U', 'concord', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync');
    run('pg_ctl', 'start', '-D', data, '-l', log, '-w', '-o', settings);
  } catch (error) {
    const said = existsSync(log) ? readFileSync(log, 'utf8') : '';
    stop();
    throw new Error(`PostgreSQL did not start: ${said}`, { cause: error });
  }
  const at = `postgres://concord@127.0.0.1:${port}`;
  return {
    connectionString: `${at}/postgres`,
    newDatabase: (name) => {
      run('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'concord', name);
      return `${at}/${name}`;
    },
    stop,
    restart: (mode) => run('pg_ctl', 'restart', '-D', data, '-l', log, '-w', '-m', mode, '-o', settings),
  };
}

function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian).map((version) => join(debian, version, 'bin'))
    : [];
  const places = [...versions.reverse(), ...(process.env.PATH ?? '').split(delimiter), ...configuredPlace()];
  return places.find((place) =>
    ['initdb', 'pg_ctl', 'createdb'].every((name) => existsSync(join(place, name))),
  );
}

function configuredPlace(): readonly string[] {
  try {
    return [
      execFileSync('pg_config', ['--bindir'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim(),
    ];
  } catch {
    return [];
  }
}

/** PostgreSQL refuses to run as root. */
function unprivilegedOwner(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = ['postgres', 'nobody'].map((name) =>
    accounts.find((account) => account.startsWith(`${name}:`)),
  );
  const [, , uid, gid] = (line[0] ?? line[1] ?? 'nobody:x:65534:65534').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
