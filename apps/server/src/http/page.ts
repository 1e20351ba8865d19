import type { CsfProfile, Library, Nis2Duties, StatementOfApplicability, Why } from '@concord/views';
import type { Context, MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import type { Server } from '../server.ts';
import { firstMain, type Problem } from './page/first.ts';
import { answerSheet, stampFooter } from './page/layout.ts';
import { leadViews } from './page/lead-views.ts';
import { words } from './page/markup.ts';
import { answerProblem } from './page/problems.ts';
import { addressOf, selectionForm } from './page/selection.ts';
import { whyMain } from './page/why.ts';
import { ask, openPlace } from './place.ts';

/**
 * The first page: what this is, and the organisation in the three lead views. It works nothing out itself: it asks the
 * rows of the interface.
 */
export async function firstPage(server: Server, context: Context): Promise<Response> {
  const opened = await openPlace(server, context);
  if (opened instanceof Response) return opened;
  const { reading, place, shown, now, several } = opened;
  const { selection } = place;
  const when = { on: selection.on, knownAt: selection.knownAt };
  const [statement, profile, duties, library] = await Promise.all([
    ask<StatementOfApplicability>(reading, 'view statement-of-applicability', when),
    ask<CsfProfile>(reading, 'view csf-profile', { ...when, profile: selection.profile }),
    ask<Nis2Duties>(reading, 'view nis2-duties', when),
    ask<Library>(reading, 'controls list', { ...when, limit: 1 }),
  ]);
  const views = { 'statement-of-applicability': statement, 'csf-profile': profile, 'nis2-duties': duties };
  const envelopes = leadViews.flatMap(({ name }) => ('found' in views[name] ? [views[name].found] : []));
  const on = 'found' in library ? library.found.on : '';
  return answerSheet({
    title: `${place.name} · Concord`,
    selection: selectionForm({ action: '/', selection, faults: new Set(), position: now.position }),
    main: firstMain({
      ...place,
      views,
      controls: 'found' in library ? library.found.total + library.found.hidden : 0,
      profiles: shown.profiles.filter(({ framework }) => framework === 'nist-csf-2.0'),
      asOf: { on, position: shown.position },
    }),
    footer: html`${several && html`<p><a href="/">${words('choose.other')}</a></p>`}${stampFooter({
      ...place,
      scopes: [...new Set(envelopes.map(({ scope }) => scope.name))],
      on,
      knownAt: shown.position,
      position: now.position,
      head: shown.head,
      hasStatement: 'found' in statement,
    })}`,
  });
}

/** Why one requirement stands where it stands. */
export async function whyPage(server: Server, context: Context): Promise<Response> {
  const opened = await openPlace(server, context);
  if (opened instanceof Response) return opened;
  const { reading, place, now, shown } = opened;
  const { selection } = place;
  const { framework = '', requirement = '' } = context.req.param();
  const told = await ask<Why>(reading, 'why', {
    on: selection.on,
    knownAt: selection.knownAt,
    framework,
    requirement,
  });
  const form = selectionForm({
    action: context.req.path,
    selection,
    faults: new Set(),
    position: now.position,
  });
  if ('problem' in told) return answerProblem(told.problem, form, addressOf('/', selection));
  const why = told.found;
  return answerSheet({
    title: `${why.requirement.id} ${why.requirement.title} · ${place.name} · Concord`,
    selection: form,
    main: whyMain({ ...place, why, path: context.req.path }),
    footer: stampFooter({
      ...place,
      scopes: [why.scope.name],
      on: why.on,
      knownAt: why.knownAt,
      position: now.position,
      head: shown.head,
      hasStatement: false,
    }),
  });
}

/** Who looks at a page gets a refusal as a page; who asks the interface keeps getting it as JSON. */
export const problemsAsPages: MiddlewareHandler = async (context, next) => {
  await next();
  const { res } = context;
  const reads = context.req.header('accept')?.includes('text/html') && !context.req.path.startsWith('/api/');
  if (!reads || res.headers.get('content-type') !== 'application/problem+json') return;
  context.res = await answerProblem((await res.json()) as Problem);
};
