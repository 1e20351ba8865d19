import type { Environment } from '../files/secrets.ts';
import { UsageError } from '../line/usage-error.ts';
import type { Place } from './place.ts';
import type { DrilledTold, RestoreAsked, RestoredTold } from './told.ts';

/** Something that answers HTTP requests: a server elsewhere, the holder of the data directory, or this process. */
export interface Connection {
  readonly base: string;
  readonly token: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** What the command line needs of the server, handed in by `concord.mjs`: the two apps do not know each other. */
export interface Local {
  readonly version: string;
  /** Variables of the environment, for secrets. */
  readonly env?: Environment;
  /**
   * Opens the data directory in this process. Rejects with `holder` and `since` when another process has it, and with
   * `NoDirectory` when there is none and one has to be there.
   */
  readonly open: (directory: string | undefined, place: Place) => Promise<Connection>;
  /** Listens until it is told to stop; resolves with the address to print. */
  readonly serve: (directory: string | undefined) => Promise<{ address: string; close: () => Promise<void> }>;
  /** Puts a backup in the place of the data directory. Rejects as `open` does, and with faults that have an `exit`. */
  readonly restore?: (directory: string | undefined, asked: RestoreAsked) => Promise<RestoredTold>;
  /** Restores a backup into a throw-away place and verifies it. */
  readonly drill?: (asked: RestoreAsked) => Promise<DrilledTold>;
}

export interface Where {
  readonly data?: string | undefined;
  readonly server?: string | undefined;
  readonly key?: string | undefined;
  /** Aborted when the person asking waits no longer: for the way there, or for an answer. */
  readonly signal?: AbortSignal | undefined;
}

/** It cannot be reached, or not from here: exit 3. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The way to the data: the server named, else this process, else whoever holds the data directory. */
export async function connect(where: Where, local: Local, place: Place): Promise<Connection> {
  const { signal } = where;
  const connection = await open(where, local, place);
  if (signal === undefined) return connection;
  if (signal.aborted) await connection.close();
  signal.throwIfAborted();
  return {
    ...connection,
    fetch: (request) => unlessLeft(connection.fetch(new Request(request, { signal })), signal),
  };
}

async function open(where: Where, local: Local, place: Place): Promise<Connection> {
  if (where.server !== undefined) return overHttp(where.server, where.key ?? '');
  return whileHeld(
    async () => {
      try {
        return await local.open(where.data, place);
      } catch (error) {
        if (error instanceof Error && error.name === 'NoDirectory') throw new UsageError(error.message);
        const holder = holderOf(error);
        if (holder && (await answers(holder.address))) return overHttp(holder.address, holder.token);
        throw error;
      }
    },
    { ...waiting, signal: where.signal },
  );
}

/** An answer, unless it is waited for no longer: then nobody reads one that comes after all. */
async function unlessLeft(answer: Promise<Response>, signal: AbortSignal): Promise<Response> {
  let leave = (): void => undefined;
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
  });
  signal.addEventListener('abort', leave, { once: true });
  answer.then((late) => (signal.aborted ? late.body?.cancel() : undefined)).catch(() => undefined);
  return Promise.race([answer, left]).finally(() => signal.removeEventListener('abort', leave));
}

const patience = 15_000;
const mostPatience = 60_000;
const pause = 100;

/** The time that passes while one waits; another one in tests. */
export interface Waiting {
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Aborted when it is waited for no longer. */
  readonly signal?: AbortSignal | undefined;
}

const waiting: Waiting = {
  now: () => performance.now(),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/**
 * Tries again while the data directory is held by a process that cannot be spoken to: another command line, which is
 * done in a moment, or a server that is starting or ending. One that gives no sign of life for 15 seconds is given up;
 * one that does, after a minute. Both for each holder anew, so a queue of command lines on a slow machine comes through.
 */
export async function whileHeld<T>(
  attempt: () => Promise<T>,
  { now, pause: wait, signal }: Waiting = waiting,
): Promise<T> {
  const holder = new Watched();
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isHeld(error)) throw error;
      const how = holder.givenUp(error, now());
      if (how !== undefined) throw stillHeld(error, how);
    }
    // Uneven, so that two who wait do not meet at the lock each time.
    await wait(pause * (0.5 + Math.random()));
    signal?.throwIfAborted();
  }
}

/** Who is waited for: since when, and when there was a sign of life. */
class Watched {
  #last: Held | undefined;
  #from = 0;
  #heard = 0;

  /** Why it is waited for no longer; undefined as long as it is. */
  givenUp(held: Held, now: number): string | undefined {
    const isOther = held.since !== this.#last?.since;
    if (isOther) this.#from = now;
    if (isOther || held.beat !== this.#last?.beat) this.#heard = now;
    this.#last = held;
    if (now - this.#heard > patience) return 'which does not answer';
    return now - this.#from > mostPatience ? 'which has been at work for a minute' : undefined;
  }
}

function stillHeld({ message }: Held, how: string): Unreachable {
  return new Unreachable(`${message}, ${how}. Wait for it to end, or end it, and try again.`);
}

/** For what is not to wait: a server has the directory already, and will keep it. */
export function refuseToWait(error: unknown): never {
  if (!isHeld(error) || error.holder === undefined) throw error;
  throw new Unreachable(`${error.message}. End that first, or name another data directory with --data DIR.`);
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/healthz`)).ok;
  } catch {
    return false;
  }
}

interface Held extends Error {
  readonly holder: unknown;
  readonly since: number;
  readonly beat?: number | undefined;
}

function isHeld(error: unknown): error is Held {
  return error instanceof Error && 'holder' in error && 'since' in error;
}

function overHttp(base: string, token: string): Connection {
  if (!/^https?:$/.test(URL.canParse(base) ? new URL(base).protocol : ''))
    throw new UsageError(`“${base}” is no address of a server. Write it like http://127.0.0.1:8080.`);
  return {
    base: base.replace(/\/+$/, ''),
    token,
    fetch: async (request) => {
      try {
        return await fetch(request);
      } catch (error) {
        const cause =
          error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
        throw new Unreachable(`The server at ${base} does not answer (${cause}).`);
      }
    },
    close: async () => undefined,
  };
}

/** Whom to speak to, when somebody holds the data directory and has said so. */
function holderOf(error: unknown): { address: string; token: string } | undefined {
  return isHeld(error) ? (error.holder as { address: string; token: string } | undefined) : undefined;
}
