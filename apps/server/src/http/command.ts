import { calendarKeyStart, canPreview } from '@concord/operations';
import { type Command, type Notice, type Programme, type Refusal, refuse } from '@concord/programme';
import { type Done, hashOfOrder, type Order, type Outcome } from '../ledgers/decide.ts';
import { forgetFiles } from '../ledgers/forget-files.ts';
import { takeIn } from '../ledgers/intake.ts';
import { localDay } from '../ledgers/local-day.ts';
import { readerFor } from '../ledgers/permission.ts';
import { newOrganisationId, replayFromLedger } from '../ledgers/replay.ts';
import type { Server } from '../server.ts';
import { changedSince } from './answer/changed-since.ts';
import { problem, toldNotice } from './answer/problem.ts';
import type { Request } from './api.ts';
import { inLines } from './long/command-lines.ts';
import { acceptsLines, nobodyThere } from './long/long-answer.ts';

/** A command by HTTP: key and revision from the headers, intake, then the one writer. */
export async function answerCommand(
  row: Command<Programme>,
  server: Server,
  request: Request,
): Promise<Response> {
  const named = readKey(request.context.req.header('idempotency-key'));
  if (typeof named === 'object') return problem(named.refusal);
  // A collector’s keys are its own: they neither meet those of others nor tell that others used them.
  const key = named !== undefined && request.isCollector ? `${request.actor} ${named}` : named;
  const ifMatch = readRevision(request.context.req.header('if-match'));
  if (typeof ifMatch === 'object') return problem(ifMatch.refusal);
  const creates = row.permission === 'organisation.create';
  const organisation = creates ? newOrganisationId(request.actor, key) : request.organisation;
  if (!creates && !(await server.exists(organisation))) return problem(unknownOrganisation(organisation));
  const typed = request.context.req.header('x-concord-via') === 'cli';
  const via = typed && !request.isCollector ? 'cli' : 'http';
  const asked = request.input;
  const bodyHash = key === undefined ? undefined : hashOfOrder(server.people.secret, { row, asked });
  const { actor } = request;
  const { signal } = request.context.req.raw;
  const order: Order = { organisation, row, asked, input: asked, actor, via, key, bodyHash, ifMatch, signal };
  const preview = readPreview(request.context.req.query('preview'), order);
  if (typeof preview === 'object') return problem(preview.refusal);
  const answer = (told: Order) => (preview ? previewed(server, told) : carriedOut(server, told));
  const { raw } = request.context.req;
  return isLong(order) && acceptsLines(raw)
    ? inLines((how) => answer({ ...order, ...how }), raw)
    : answer(order);
}

async function carriedOut(server: Server, order: Order): Promise<Response> {
  try {
    return await answerOf(server, order, await submit(server, order));
  } catch (error) {
    // Nobody is there to be answered, and nothing is written.
    if (order.signal?.aborted && isLong(order)) return nobodyThere();
    throw error;
  }
}

/** What keeps a name or a file before it decides can not be tried without doing it. */
function readPreview(asked: string | undefined, { row, key }: Order): boolean | { refusal: Refusal } {
  if (asked === undefined || asked === 'false') return false;
  if (asked !== 'true') return refuse('invalid', 'preview.malformed', { at: 'preview' });
  if (!canPreview(row)) return refuse('invalid', 'preview.not-here', { operation: row.name, at: 'preview' });
  return key === undefined ? true : refuse('invalid', 'preview.key', { at: 'preview' });
}

async function previewed(server: Server, order: Order): Promise<Response> {
  const input = await takeIn(server, order);
  if ('refusal' in input) return problem(input.refusal as Refusal);
  const outcome = await server.dispatch.preview({ ...order, input });
  if (!('previewed' in outcome)) return answerOf(server, order, outcome);
  const headers = { 'concord-position': String(outcome.previewed.position) };
  return Response.json(told(outcome.previewed), { headers });
}

export function unknownOrganisation(organisation: string): Refusal {
  return refuse('missing', 'organisation.unknown', { organisation }).refusal;
}

/** A command that was carried out before is answered again, before anything is taken in a second time. */
async function submit(server: Server, order: Order): Promise<Outcome> {
  const before = order.key === undefined ? undefined : await replayFromLedger(server.store, order);
  if (before) return before;
  const input = await takeIn(server, order);
  if ('refusal' in input) return input as { refusal: Refusal };
  if (order.row.intake === 'document') order.tell?.({ step: 'file', done: 2, of: 3 });
  // What took long to take in can be given up until here; from now on it is carried out, whoever still listens.
  if (order.signal?.aborted && isLong(order)) {
    if (order.row.intake === 'publication') await forgetMade(server, order, input);
    order.signal.throwIfAborted();
  }
  const outcome = await server.dispatch.submit({ ...order, input });
  if ('refusal' in outcome && order.row.intake === 'publication') await forgetMade(server, order, input);
  return outcome;
}

/** A document that is set, or a file that is read. */
function isLong({ row: { intake } }: Order): boolean {
  return intake === 'publication' || intake === 'document';
}

/** What was made for an entry that was not written, unless an entry names the same. */
async function forgetMade({ files, dispatch }: Server, { organisation }: Order, data: object): Promise<void> {
  await forgetFiles(files, await dispatch.loaded(organisation), [{ data }]);
}

async function answerOf(server: Server, order: Order, outcome: Outcome): Promise<Response> {
  if ('done' in outcome) return doneResponse(order, await withKey(server, order, outcome.done));
  const { refusal, record } = outcome;
  if (!isMovedOn(refusal) || !record) return problem(refusal);
  const since = Number(refusal.params.asked ?? 0);
  const { organisation, row } = order;
  const asked = { organisation, record, since, readsBack: row.readsBack };
  const { who, fields, changes, stands } = await changedSince(server, asked);
  const told = { ...refusal, params: { ...refusal.params, who: who.join(', '), fields: fields.join(', ') } };
  // Values are for who read the record before and sees all of it; others are told which members changed.
  const mayRead = refusal.code === 'revision.stale' && (await seesAll(server, order));
  const response = problem(told, undefined, {
    revision: refusal.params.revision,
    changedBy: who,
    changedFields: fields,
    ...(mayRead ? { changes, stands } : {}),
  });
  response.headers.set('etag', `"${refusal.params.revision}"`);
  return response;
}

async function seesAll({ dispatch, clock }: Server, { organisation, actor }: Order): Promise<boolean> {
  const { programme } = await dispatch.loaded(organisation);
  const today = localDay(clock(), programme.governance.organisation?.zone);
  return readerFor(programme, { actor, today }).sees === 'all';
}

/** The record stands at another revision than the one that was read, or than none. */
function isMovedOn({ code }: Refusal): boolean {
  return code === 'revision.stale' || code === 'revision.required';
}

/**
 * The key that came with the fact, in the answer and nowhere else. It is made after the append, so that a key never
 * stands for a right that nobody recorded; asked again, the same command shows it only if nobody has been shown it.
 */
async function withKey({ keys }: Server, { row, organisation }: Order, done: Done) {
  const { id: collector, revision: position } = done;
  if (row.key === undefined || collector === undefined || position === undefined) return done;
  if (row.key === 'taken') {
    await keys.take({ organisation, collector });
    return done;
  }
  const of = { organisation, collector, position };
  const key = await keys.make(of, row.key === 'shared' ? calendarKeyStart : undefined);
  return key === undefined ? done : { ...done, key };
}

function doneResponse({ row }: Order, done: Done): Response {
  const created = row.method === 'POST' && !done.unchanged;
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'concord-position': String(done.position),
  };
  if (done.revision !== undefined) headers.etag = `"${done.revision}"`;
  return new Response(JSON.stringify(told(done)), { status: created ? 201 : 200, headers });
}

/** With its notices in words. */
function told<T extends { readonly notices?: readonly Notice[] }>({ notices, ...answer }: T): object {
  if (notices === undefined) return answer;
  return { ...answer, notices: notices.map(toldNotice) };
}

function readKey(header: string | undefined): string | undefined | { refusal: Refusal } {
  if (header === undefined) return undefined;
  return /^[\x21-\x7e]{1,200}$/.test(header) ? header : refuse('invalid', 'idempotency.malformed');
}

function readRevision(header: string | undefined): number | 'any' | undefined | { refusal: Refusal } {
  if (header === undefined) return undefined;
  if (header === '*') return 'any';
  const digits = /^"?(\d{1,15})"?$/.exec(header.trim())?.[1];
  return digits === undefined ? refuse('invalid', 'revision.malformed', { found: header }) : Number(digits);
}
