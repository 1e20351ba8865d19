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
  /** Opens the data directory in this process. Rejects with `holder` set when another process has it. */
  readonly open: (directory: string | undefined) => Promise<Connection>;
  /** Listens until it is told to stop; resolves with the address to print. */
  readonly serve: (directory: string | undefined) => Promise<{ address: string; close: () => Promise<void> }>;
}

export interface Where {
  readonly data?: string | undefined;
  readonly server?: string | undefined;
  readonly key?: string | undefined;
}

/** It cannot be reached, or not from here: exit 3. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The way to the data: the server named, else this process, else whoever holds the data directory. */
export async function connect(where: Where, local: Local): Promise<Connection> {
  if (where.server !== undefined) return overHttp(where.server, where.key ?? '');
  try {
    return await local.open(where.data);
  } catch (error) {
    const holder = holderOf(error);
    if (holder) return overHttp(holder.address, holder.token);
    throw error;
  }
}

function overHttp(base: string, token: string): Connection {
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

function holderOf(error: unknown): { address: string; token: string } | undefined {
  if (typeof error !== 'object' || error === null || !('holder' in error)) return undefined;
  return error.holder as { address: string; token: string } | undefined;
}
