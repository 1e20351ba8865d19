import {
  type Answer,
  type Asked,
  endingOf,
  type MadeFile,
  type Query,
  refuseUnknown,
  type ToRender,
  type ToSend,
  type ToStream,
  viewAsked,
  withBeginning,
} from '@concord/operations';
import { emptyProgramme, isCalendarOpen, type Refusal, refuse } from '@concord/programme';
import { mediaTypeOf, type Wanted } from '@concord/reports';
import { newMemory, withPauses, workedBefore } from '@concord/views';
import type { OrganisationFiles } from '../files/file-store.ts';
import type { Loaded } from '../ledgers/loaded.ts';
import { localDay } from '../ledgers/local-day.ts';
import { permitted, readerFor } from '../ledgers/permission.ts';
import { portsFor } from '../ledgers/ports.ts';
import { bytesIn } from '../publishing/rendering.ts';
import { stagesOf } from '../publishing/stages.ts';
import { untilLeft } from '../publishing/until-left.ts';
import type { Server } from '../server.ts';
import { attachment } from './answer/attachment.ts';
import { writeJson } from './answer/json.ts';
import { problem } from './answer/problem.ts';
import type { Request } from './api.ts';
import { unknownOrganisation } from './command.ts';
import { acceptsLines, answerLong, nobodyThere, openPieces } from './long/long-answer.ts';

/** A query by HTTP: the programme at the position asked about, the answer of the row, and how it is sent. */
export async function answerQuery(row: Query, server: Server, request: Request): Promise<Response> {
  const ground = await groundOf(row, server, request);
  if ('refusal' in ground) return problem(ground.refusal);
  const today = localDay(server.clock(), ground.now.programme.governance.organisation?.zone);
  const who = { actor: request.actor, today };
  if (row.permission === 'platform.back-up' && request.actor !== (await server.people.administrator()))
    return problem(refuse('denied', 'backup.not-yours').refusal);
  const denied = permitted(ground.now.programme, row.permission, who);
  // The roles may be in what no longer folds: then this machine's administrator can still look.
  if (denied && !ground.damaged) return problem(denied);
  const { asOf, now } = ground;
  if (request.isCalendar && !isCalendarOpen(now.programme.governance, request.actor, today))
    return problem(refuse('denied', 'calendar.not-shared').refusal);
  const asked: Asked<never> = {
    input: request.input as never,
    programme: asOf.programme,
    organisation: request.organisation,
    on: typeof request.input.on === 'string' ? request.input.on : today,
    today,
    head: asOf.tail.seal,
    reader: request.isCalendar ? { person: request.actor, sees: 'own' } : readerFor(now.programme, who),
    memory: asOf.memory,
    ports: portsFor(server, request.organisation),
    body: request.body,
  };
  if (row.restsOn) await withPauses(workedBefore(viewAsked(asked), row.restsOn), asked.ports.pause);
  const found = await row.answer(asked);
  const unknown = refuseUnknown(found, asked, now.programme);
  if (unknown) return problem(unknown.refusal);
  const answer = await withBeginning(row, asked, found);
  if ('stream' in answer)
    return answerLong((answer as ToStream).stream, request.context.req.raw, asOf.tail.position);
  return send(server, answer, { asOf: ground.asOf, asked: request.context.req.raw });
}

const nowhere: Loaded = {
  organisation: '',
  tail: { position: 0, seal: '' },
  programme: emptyProgramme,
  memory: newMemory(),
};

interface Ground {
  readonly now: Loaded;
  readonly asOf: Loaded;
  readonly damaged?: boolean;
}

/** Rights are those of now, the programme that of `knownAt`. */
async function groundOf(
  row: Query,
  server: Server,
  { organisation, input }: Request,
): Promise<Ground | { refusal: Refusal }> {
  if (row.reach === 'platform') return { now: nowhere, asOf: nowhere };
  if (!(await server.exists(organisation))) return { refusal: unknownOrganisation(organisation) };
  // Who verifies must not depend on a ledger that folds to its end.
  if (row.reads === 'ledger') {
    const { loaded, whole } = await server.readable(organisation);
    return { now: loaded, asOf: loaded, damaged: !whole };
  }
  const now = await server.dispatch.loaded(organisation);
  const position = input.knownAt;
  if (typeof position !== 'number' || position === now.tail.position) return { now, asOf: now };
  const asOf = position < now.tail.position ? await server.archive.at(organisation, position) : undefined;
  return asOf
    ? { now, asOf }
    : refuse('missing', 'ledger.no-position', { position, tail: now.tail.position, at: 'knownAt' });
}

interface Sending {
  readonly asOf: Loaded;
  /** Where only the headers are wanted, what nobody reads is not opened. */
  readonly asked: globalThis.Request;
}

async function send(server: Server, answer: Answer, sending: Sending): Promise<Response> {
  if ('refusal' in answer) return problem(answer.refusal as Refusal);
  const { asOf, asked } = sending;
  const response =
    'send' in answer
      ? await sendFile(server.files.of(asOf.organisation), answer as ToSend, asked.method === 'HEAD')
      : await sendAnswer(server, answer, sending);
  response.headers.set('concord-position', String(asOf.tail.position));
  return response;
}

async function sendAnswer(server: Server, answer: Answer, sending: Sending): Promise<Response> {
  if ('render' in answer) return sendDocument(server, answer as ToRender, sending);
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if ('revision' in answer && typeof answer.revision === 'number') headers.etag = `"${answer.revision}"`;
  return new Response(writeJson(answer), { headers });
}

/** Whoever closes the connection ends the making, before the first byte or after. */
async function sendDocument(server: Server, rendered: ToRender, { asOf, asked }: Sending): Promise<Response> {
  const { render, view, format, fileName = render, ...said } = rendered;
  const { signal } = asked;
  const name = `${fileName}.${endingOf(format)}`;
  const making = (how: Wanted) => server.render(render, view, { format, ...said, ...how });
  try {
    if (acceptsLines(asked)) {
      const mediaType = mediaTypeOf(format as Parameters<typeof mediaTypeOf>[0]);
      return await answerLong(
        { name, mediaType, parts: documentParts(making, signal) },
        asked,
        asOf.tail.position,
      );
    }
    const { content, mediaType } = await making({ signal });
    const headers = { 'content-type': mediaType, 'content-disposition': attachment(name) };
    const bytes = bytesIn(content);
    if (bytes instanceof Uint8Array) return new Response(new Uint8Array(bytes), { headers });
    return new Response(await openPieces(bytes, asked), { headers });
  } catch (error) {
    if (signal.aborted) return nobodyThere();
    throw error;
  }
}

/** Whoever reads no further gives it up as well as who has gone. Nothing is told at its end but what is told of any file. */
function documentParts(
  making: (how: Wanted) => ReturnType<Server['render']>,
  gone: AbortSignal,
): MadeFile['parts'] {
  return untilLeft(async function* (left) {
    const signal = AbortSignal.any([gone, left]);
    yield* stagesOf((tell) => making({ signal, tell }));
    return {};
  });
}

/** What others sent is only ever handed on to be saved, never opened on our address. */
async function sendFile(
  files: OrganisationFiles,
  { send: file }: ToSend,
  isHead: boolean,
): Promise<Response> {
  if ((await files.check(file.hash)) !== 'ok') {
    return problem(refuse('unavailable', 'file.damaged', { name: file.name }).refusal, 502);
  }
  const headers = {
    'content-type': file.mediaType,
    'content-length': String(file.size),
    'content-disposition': attachment(file.name),
    'content-security-policy': 'sandbox',
  };
  if (isHead) return new Response(null, { headers });
  const bytes = await files.read(file.hash);
  return new Response(ReadableStream.from(bytes ?? []) as ReadableStream<Uint8Array>, { headers });
}
