import { randomBytes } from 'node:crypto';
import { StoreDamaged, StoreUnavailable } from '@concord/ledger';
import { refuse } from '@concord/programme';
import { PressBusy } from '@concord/reports';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { LedgerDamaged } from '../ledgers/loaded.ts';
import type { Server } from '../server.ts';
import { addRoutes } from './api.ts';
import {
  cookieValue,
  type GuardSettings,
  isSame,
  knownOnly,
  ownAddressOnly,
  secureHeaders,
  tokenCookie,
} from './guard.ts';
import { firstPage, problemsAsPages, whyPage } from './page.ts';
import { problem } from './problem.ts';

export interface AppSettings extends GuardSettings {
  readonly version: string;
}

/** The whole of HTTP: guards, the routes that the rows made, health, the first page. */
export function makeApp(server: Server, settings: AppSettings): Hono {
  const app = new Hono();
  app.use(secureHeaders, problemsAsPages, ownAddressOnly(settings));
  app.get('/healthz', (context) => context.json({ ok: true, version: settings.version }));
  app.get('/', async (context, next) => {
    const token = context.req.query('token');
    if (token === undefined) return next();
    if (!isSame(token, settings.token)) return problem(refuse('denied', 'signed-in.missing').refusal, 401);
    setCookie(context, tokenCookie, cookieValue(settings.token), {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
    });
    return context.redirect('/', 303);
  });
  app.use(knownOnly(settings, server));
  app.get('/', (context) => firstPage(server, context));
  app.get('/why/:framework/:requirement', (context) => whyPage(server, context));
  addRoutes(app, server, settings.version);
  app.notFound(() => problem(refuse('missing', 'route.unknown').refusal));
  app.onError((error) => answerFault(error));
  return app;
}

/** Everything a rule or a store did not foresee ends here: one line in the log, an opaque answer. */
function answerFault(error: unknown): Response {
  if (error instanceof LedgerDamaged) {
    const params = { seq: error.seq, problem: error.message };
    return problem(refuse('unavailable', 'ledger.damaged', params).refusal);
  }
  if (error instanceof StoreDamaged) {
    const params = {
      problem: error.cause instanceof Error ? error.cause.message : 'it cannot be read through',
    };
    return problem(refuse('unavailable', 'ledger.file-damaged', params).refusal);
  }
  if (error instanceof PressBusy) {
    return problem(refuse('unavailable', 'report.busy', { waiting: error.waiting }).refusal);
  }
  const number = randomBytes(4).toString('hex').toUpperCase();
  const unavailable = error instanceof StoreUnavailable;
  console.error(JSON.stringify({ at: new Date().toISOString(), number, fault: describe(error) }));
  if (unavailable) return problem(refuse('unavailable', 'ledger.unavailable').refusal);
  return problem(refuse('refused', 'internal', { number }).refusal, 500);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
