import { type Query, rowNamed } from '@concord/operations';
import type { Context } from 'hono';
import type { Server } from '../server.ts';
import { bodyOf } from './body.ts';
import type { Place, Problem, Told } from './page/first.ts';
import { emptyPlace } from './page/first-steps.ts';
import { answerSheet } from './page/layout.ts';
import { words } from './page/markup.ts';
import { answerChoice, answerFaults, answerProblem, type Listed } from './page/problems.ts';
import { type Faults, readSelection, type Selection } from './page/selection.ts';
import { answerQuery } from './query.ts';

export interface Reading {
  readonly server: Server;
  readonly context: Context;
  readonly organisation: string;
}

/** What `organisations show` says, as far as the page needs it. */
export interface OrganisationShown {
  readonly organisation: { readonly name?: string };
  readonly position: number;
  readonly head: string;
  readonly profiles: readonly { readonly id: string; readonly name: string; readonly framework: string }[];
}

export interface Opened {
  readonly reading: Reading;
  readonly place: Place;
  readonly now: OrganisationShown;
  /** As it was known at the position that was selected. */
  readonly shown: OrganisationShown;
  readonly several: boolean;
}

/** The organisation that is meant, as selected; else the page that says what is missing. */
export async function openPlace(server: Server, context: Context): Promise<Opened | Response> {
  const selection = readSelection((name) => context.req.query(name));
  const listed = await ask<{ rows: Listed }>({ server, context, organisation: '' }, 'organisations list', {});
  if ('problem' in listed) return answerProblem(listed.problem);
  const { rows } = listed.found;
  if (rows.length === 0) return answerSheet({ title: 'Concord', main: emptyPlace() });
  const organisation = selection.organisation ?? (rows.length === 1 ? rows[0]?.id : undefined);
  if (organisation === undefined) return answerChoice(rows);
  if (!rows.some(({ id }) => id === organisation)) return answerChoice(rows, organisation);
  const reading = { server, context, organisation };
  const now = await ask<OrganisationShown>(reading, 'organisations show', {});
  if ('problem' in now) return answerProblem(now.problem);
  const several = rows.length > 1;
  const name = now.found.organisation.name || organisation;
  const place: Place = { name, organisation: several ? organisation : undefined, selection };
  const shown = await asSelected(reading, selection);
  if ('faults' in shown)
    return answerFaults(place, now.found, { faults: shown.faults, action: context.req.path });
  return { reading, place, now: now.found, shown: shown.found, several };
}

/** Day and position are tried one by one, so that each fault is told beside its own field. */
async function asSelected(
  reading: Reading,
  { on, knownAt }: Selection,
): Promise<{ found: OrganisationShown } | { faults: Faults }> {
  const [day, position] = await Promise.all([
    ask<OrganisationShown>(reading, 'organisations show', { on }),
    ask<OrganisationShown>(reading, 'organisations show', { knownAt }),
  ]);
  if ('found' in day && 'found' in position) return position;
  return {
    faults: new Set([...('problem' in day ? ['on'] : []), ...('problem' in position ? ['knownAt'] : [])]),
  };
}

/** Asks a row as the interface would be asked, so that rights, mask and refusals are the same. */
export async function ask<T>(
  { server, context, organisation }: Reading,
  name: string,
  input: object,
): Promise<Told<T>> {
  const row = rowNamed(name)?.row as Query;
  const parsed = row.input.safeParse(
    Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)),
  );
  if (!parsed.success)
    return { problem: { status: 400, code: 'input.malformed', detail: words('malformed') } };
  const { actor } = context.get('caller');
  const response = await answerQuery(row, server, {
    context,
    organisation,
    actor,
    isCollector: false,
    isCalendar: false,
    input: parsed.data,
    body: bodyOf(context),
  });
  const body: unknown = await response.json();
  return response.ok ? { found: body as T } : { problem: body as Problem };
}
