import { refuse } from '@concord/programme';
import { type Context, Hono } from 'hono';
import type { Server } from '../server.ts';
import { answerFault } from './answer/fault.ts';
import { speakLanguage } from './answer/language.ts';
import { problem } from './answer/problem.ts';
import { addRoutes, healthAddress, methodsAt } from './api.ts';
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
  app.get(healthAddress, (context) => context.json({ ok: true, version: settings.version }));
  // Whoever needs no key to ask needs none to hear how to ask.
  app.use(async (context, next) => (context.req.path === healthAddress ? answerNowhere(context) : next()));
  if (settings.webDirectory !== undefined) {
    const web = webFiles(settings.webDirectory);
    app.get('*', (context, next) => (context.req.path.startsWith('/api/') ? next() : web(context, next)));
  }
  app.use(ownPagesOnly(settings), knownOnly(settings, server));
  addRoutes(app, server, settings.version);
  app.notFound(answerNowhere);
  app.onError((error) => answerFault(error));
  return app;
}

/** RFC 9110, 15.5.6: an address that is there, asked in a way it does not answer, says which ways it does. */
function answerNowhere({ req }: Context): Response {
  const allowed = methodsAt(req.path).join(', ');
  if (allowed === '') return problem(refuse('missing', 'route.unknown').refusal);
  const answer = problem(refuse('invalid', 'route.method', { method: req.method, allowed }).refusal, 405);
  answer.headers.set('allow', allowed);
  return answer;
}
