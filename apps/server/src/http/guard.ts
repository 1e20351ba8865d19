import { timingSafeEqual } from 'node:crypto';
import { apiRoot, calendarKeyStart, keyStart } from '@concord/operations';
import { refuse } from '@concord/programme';
import type { Context, MiddlewareHandler, Next } from 'hono';
import type { Server } from '../server.ts';
import { problem } from './answer/problem.ts';

export interface GuardSettings {
  /** Values of the Host header that are ours, in lower case. */
  readonly hosts: () => ReadonlySet<string>;
  readonly token: string;
}

/** Who asks. A collector is known in one organisation only, and there it sends evidence. */
export interface Caller {
  readonly actor: string;
  readonly organisation?: string;
  /** Whoever has the key of a calendar that the actor shared: it opens that list, and nothing else. */
  readonly isCalendar?: true;
}

declare module 'hono' {
  interface ContextVariableMap {
    caller: Caller;
  }
}

/** Only under our own address: nobody else's name leads here (DNS rebinding). */
export function ownAddressOnly({ hosts }: GuardSettings): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host')?.toLowerCase() ?? new URL(context.req.url).host;
    if (hosts().has(host)) return next();
    return problem(refuse('refused', 'host.foreign', { host }).refusal, 421);
  };
}

/** Never on behalf of another site. The app itself may be led to from anywhere: it holds nobody's data. */
export function ownPagesOnly({ hosts }: GuardSettings): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site');
    const foreignOrigin = origin !== undefined && !isOwn(origin, hosts());
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (foreignOrigin || foreignSite) return problem(refuse('denied', 'origin.foreign').refusal);
    return next();
  };
}

function isOwn(origin: string, hosts: ReadonlySet<string>): boolean {
  try {
    const { protocol, host } = new URL(origin);
    return protocol === 'http:' && hosts.has(host);
  } catch {
    return false;
  }
}

/** Until there is sign-in: whoever has the token is the administrator, and a collector comes with its key. */
export function knownOnly({ token }: GuardSettings, server: Server): MiddlewareHandler {
  return async (context, next) => {
    const sent = bearer(context.req.header('authorization'));
    const shared = context.req.query('share');
    if (shared !== undefined && calendarPath.test(context.req.path))
      return admitCalendar(server, { context, key: shared }, next);
    if (sent?.startsWith(keyStart)) return admitCollector(server, { context, key: sent }, next);
    if (!isSame(sent ?? '', token)) return problem(refuse('denied', 'signed-in.missing').refusal, 401);
    context.set('caller', { actor: await server.people.administrator() });
    return next();
  };
}

/** A key opens the interface of its organisation: no page, and nothing of the platform. Wrong keys cost one look-up. */
async function admitCollector(
  server: Server,
  { context, key }: { context: Context; key: string },
  next: Next,
): Promise<Response | undefined> {
  const found = await server.keys.find(key, server.clock().toISOString().slice(0, 10));
  if (!found) return problem(refuse('denied', 'key.unknown').refusal, 401);
  if (!context.req.path.startsWith(`${apiRoot}/organisations/`)) {
    return problem(refuse('denied', 'collector.only-evidence').refusal);
  }
  context.set('caller', { actor: found.collector, organisation: found.organisation });
  await next();
  return undefined;
}

const calendarPath = new RegExp(`^${apiRoot}/organisations/[^/]+/calendar[.]ics$`);

/** A calendar program has an address and nothing else: the key in it opens what this address shows. */
async function admitCalendar(
  server: Server,
  { context, key }: { context: Context; key: string },
  next: Next,
): Promise<Response | undefined> {
  const isKey = key.startsWith(calendarKeyStart);
  const found = isKey && (await server.keys.find(key, server.clock().toISOString().slice(0, 10)));
  if (!found) return problem(refuse('denied', 'key.unknown').refusal, 401);
  context.set('caller', { actor: found.collector, organisation: found.organisation, isCalendar: true });
  await next();
  return undefined;
}

function isSame(sent: string, token: string): boolean {
  const one = Buffer.from(sent);
  const other = Buffer.from(token);
  return one.length === other.length && timingSafeEqual(one, other);
}

function bearer(header: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
}

/** Nothing we send is to be framed, sniffed, cached or run. */
export const secureHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('x-frame-options', 'DENY');
  headers.set('cross-origin-resource-policy', 'same-origin');
  if (!headers.has('content-security-policy')) {
    headers.set(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  }
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
};
