import { say } from '@concord/catalog';
import {
  addressOf,
  isOfOrganisation,
  membersOf,
  openApi,
  openApiAddress,
  pathMembers,
  type Row,
  rows,
  takesFile,
} from '@concord/operations';
import { mayDo, type Refusal, refuse } from '@concord/programme';
import type { Context, Hono } from 'hono';
import type { Server } from '../server.ts';
import { languageSpoken } from './answer/language.ts';
import { problem } from './answer/problem.ts';
import { refuseInput } from './answer/refused-input.ts';
import { bodyOf, readJson, refuseCoded } from './body.ts';
import { answerCommand, unknownOrganisation } from './command.ts';
import type { Caller } from './guard.ts';
import { answerQuery } from './query.ts';

/** What every request brings: who asks, which organisation, and the checked input. */
export interface Request {
  readonly context: Context;
  readonly organisation: string;
  readonly actor: string;
  /** A program with a key of its own, and not a person. */
  readonly isCollector: boolean;
  /** A calendar program with the key of what the actor shared. */
  readonly isCalendar: boolean;
  readonly input: Readonly<Record<string, unknown>>;
  readonly body: AsyncIterable<Uint8Array>;
}

/** One route for each row, made from the row and from nothing else. */
export function addRoutes(app: Hono, server: Server, version: string): void {
  app.get(openApiAddress, (context) => context.json(openApi(version)));
  for (const row of rows) {
    const path = addressOf(row).replaceAll(/\{(\w+)\}/g, ':$1');
    app.on(row.row.method, path, (context) => answerRow(row, server, context));
  }
}

export const healthAddress = '/healthz';

/** The methods that are answered at an address, as `Allow` has them; none where nothing is. */
export function methodsAt(path: string): readonly string[] {
  const there = answered.filter(([pattern]) => pattern.test(path)).map(([, method]) => method);
  return [...new Set(there.includes('GET') ? [...there, 'HEAD'] : there)].sort();
}

const answered: readonly (readonly [RegExp, string])[] = [
  [patternOf(openApiAddress), 'GET'],
  [patternOf(healthAddress), 'GET'],
  ...rows.map((row) => [patternOf(addressOf(row)), row.row.method] as const),
];

function patternOf(address: string): RegExp {
  return new RegExp(`^${address.replaceAll('.', '[.]').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

async function answerRow(row: Row, server: Server, context: Context): Promise<Response> {
  const caller = context.get('caller');
  const organisation = isOfOrganisation(row) ? (context.req.param('organisation') ?? '') : '';
  const closed = closedTo(caller, row, organisation);
  if (closed) return problem(closed);
  const input = await readInput(row, context);
  if ('refusal' in input) return problem(input.refusal, input.status);
  const request: Request = {
    context,
    organisation,
    actor: caller.actor,
    isCollector: caller.organisation !== undefined && !caller.isCalendar,
    isCalendar: caller.isCalendar === true,
    input: input.input,
    body: bodyOf(context),
  };
  return row.kind === 'command'
    ? answerCommand(row.row, server, request)
    : answerQuery(row.row, server, request);
}

/** For a collector another organisation is not there, and in its own it may do what its role does; nothing is read first. */
function closedTo({ organisation, isCalendar }: Caller, row: Row, asked: string): Refusal | undefined {
  if (organisation === undefined) return undefined;
  if (isOfOrganisation(row) && asked !== organisation) return unknownOrganisation(asked);
  if (isCalendar) return row.row.name === 'calendar' ? undefined : refuse('denied', 'calendar.only').refusal;
  const may = mayDo.evidence_collector.some((permission) => permission === row.row.permission);
  return may ? undefined : refuse('denied', 'collector.only-evidence').refusal;
}

type Input = { input: Record<string, unknown> } | { refusal: Refusal; status?: number };

async function readInput(row: Row, context: Context): Promise<Input> {
  const inPath = Object.fromEntries(pathMembers(row).map((name) => [name, context.req.param(name) ?? '']));
  const sent = await readSent(row, context);
  if ('refusal' in sent) return sent;
  const asked = { ...sent.input, ...inPath };
  const parsed = row.row.input.safeParse(asked);
  if (parsed.success) return { input: parsed.data as Record<string, unknown> };
  return refuseInput(row.row.input, asked);
}

async function readSent(row: Row, context: Context): Promise<Input> {
  if (row.row.method === 'GET') return queryOf(row, context);
  const coded = refuseCoded(context);
  if (coded) return coded;
  if (!takesFile(row)) {
    const beside = refuseBeside(row, context);
    if (beside) return beside;
    const body = await readJson(context);
    return 'refusal' in body ? body : { input: body.json };
  }
  const type = context.req.header('content-type') ?? '';
  if (type.toLowerCase() === 'application/octet-stream') return queryOf(row, context);
  return {
    ...refuse('invalid', 'body.type', { wanted: 'application/octet-stream', found: type || 'nothing' }),
    status: 415,
  };
}

/** Whoever writes a preview wrongly means to try, and must not be taken to mean the deed. */
function refuseBeside(row: Row, context: Context): { refusal: Refusal } | undefined {
  const known = row.kind === 'command' ? 'preview' : undefined;
  for (const [member, values] of Object.entries(context.req.queries())) {
    if (member === known && values.length === 1) continue;
    const problem =
      member === known
        ? say(languageSpoken(), 'input.twice', { member })
        : `${member}: ${say(languageSpoken(), 'input.unknown-member')}.`;
    return refuse('invalid', 'input.malformed', { problem, at: member });
  }
  return undefined;
}

/** Members of the address; what the row takes as a list may be given again and again. */
function queryOf(row: Row, context: Context): Input {
  const lists = listsOf(row);
  const given = Object.entries(context.req.queries());
  const twice = given.find(([name, values]) => values.length > 1 && !lists.has(name));
  if (twice) {
    const problem = say(languageSpoken(), 'input.twice', { member: twice[0] });
    return refuse('invalid', 'input.malformed', { problem, at: twice[0] });
  }
  return { input: Object.fromEntries(given.map(([name, all]) => [name, lists.has(name) ? all : all[0]])) };
}

const listMembers = new WeakMap<Row, ReadonlySet<string>>();

/** Read off the schema once: that costs more than many an answer. */
function listsOf(row: Row): ReadonlySet<string> {
  const known = listMembers.get(row);
  if (known) return known;
  const lists = membersOf(row).filter(({ schema }) => schema.type === 'array');
  const names = new Set(lists.map(({ name }) => name));
  listMembers.set(row, names);
  return names;
}
