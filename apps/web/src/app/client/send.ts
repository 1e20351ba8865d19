import { routes } from 'virtual:routes';
import { type CallOptions, callRoute, type Problem, type Route } from '@concord/operations/client';
import { hearPosition } from '../store/ledger-end.ts';
import { inFieldWords } from './in-field-words.ts';
import { keptKey } from './key.ts';
import { Refused, Unreachable } from './refused.ts';

export interface Sending extends CallOptions {
  /** Bytes of a file, for a row that takes one. */
  readonly file?: Blob | undefined;
  readonly language: string;
  readonly accept?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The route of a row. Throws for a name that no row has: that is a mistake of ours. */
export function routeNamed(name: string): Route {
  const route = routes[name];
  if (!route) throw new Error(`No row is named ${name}`);
  return route;
}

/**
 * Asks a row by name. Throws `Refused` with the problem that the server answers, and `Unreachable` when it answers
 * nothing at all.
 */
export async function send(
  name: string,
  input: Readonly<Record<string, unknown>>,
  sending: Sending,
): Promise<Response> {
  const { method, address, headers, body } = callRoute(routeNamed(name), input, sending);
  const response = await reach(address, {
    method,
    headers: {
      ...headers,
      authorization: `Bearer ${keptKey()}`,
      'accept-language': sending.language,
      ...(sending.accept ? { accept: sending.accept } : {}),
    },
    body: sending.file ?? body ?? null,
    signal: sending.signal ?? null,
  });
  const position = response.headers.get('concord-position');
  if (position !== null) hearPosition(sending.organisation, Number(position));
  if (response.ok) return response;
  throw new Refused(await problemOf(response));
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable(`${init.method} ${address}`, { cause: error });
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  if (isProblem) return inFieldWords((await response.json()) as Problem);
  const { status, statusText } = response;
  return {
    type: 'about:blank',
    title: statusText,
    status,
    code: 'unexpected',
    detail: `${status} ${statusText}`,
  };
}
