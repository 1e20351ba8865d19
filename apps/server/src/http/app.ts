import { randomBytes } from 'node:crypto';
import { StoreDamaged, StoreUnavailable } from '@concord/ledger';
import { refuse } from '@concord/programme';
import { Hono } from 'hono';
import { LedgerDamaged } from '../ledgers/loaded.ts';
import type { Server } from '../server.ts';
import { speakLanguage } from './answer/language.ts';
import { problem, renderingRefused } from './answer/problem.ts';
import { addRoutes } from './api.ts';
import { type GuardSettings, knownOnly, ownAddressOnly, ownPagesOnly, secureHeaders } from './guard.ts';
import { webFiles } from './web-files.ts';

export interface AppSettings extends GuardSettings {
  readonly version: string;
  /** Folder of the built app for the browser; without it only the interface answers. */
  readonly webDirectory?: string | undefined;
}

/** The whole of HTTP: guards, health, the app for the browser, the routes that the rows made. */
export function makeApp(server: Server, settings: AppSettings): Hono {
  const app = new Hono();
  app.use(speakLanguage, secureHeaders, ownAddressOnly(settings));
  app.get('/healthz', (context) => context.json({ ok: true, version: settings.version }));
  if (settings.webDirectory !== undefined) {
    const web = webFiles(settings.webDirectory);
    app.get('*', (context, next) => (context.req.path.startsWith('/api/') ? next() : web(context, next)));
  }
  app.use(ownPagesOnly(settings), knownOnly(settings, server));
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
  const notMade = renderingRefused(error);
  if (notMade) return notMade;
  const number = randomBytes(4).toString('hex').toUpperCase();
  const unavailable = error instanceof StoreUnavailable;
  console.error(JSON.stringify({ at: new Date().toISOString(), number, fault: describe(error) }));
  if (unavailable) return problem(refuse('unavailable', 'ledger.unavailable').refusal);
  return problem(refuse('refused', 'internal', { number }).refusal, 500);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
