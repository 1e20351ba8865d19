import { rowNamed } from '@concord/operations';
import { type Command, type Programme, type RecordName, recordKey } from '@concord/programme';
import { Temporal } from 'temporal-polyfill';
import { Archive } from '../ledgers/archive.ts';
import type { Order } from '../ledgers/decide.ts';
import { Dispatch } from '../ledgers/dispatch.ts';
import { type IntakePlaces, takeIn } from '../ledgers/intake.ts';
import type { Shelf } from '../ledgers/loaded.ts';
import type { Known, Step } from './step.ts';

export type PlayPlaces = Shelf & Pick<IntakePlaces, 'people' | 'files' | 'decode' | 'render'>;

export interface Play {
  readonly organisation: string;
  /** Id of the person who loads the demo. */
  readonly administrator: string;
  /** IANA zone in which its days begin. */
  readonly zone: string;
  /** In the order of their days. */
  readonly steps: readonly Step[];
}

/** A step that its own rule would not have: a mistake in the demo, so nothing of it is kept. */
class StepRefused extends Error {
  override readonly name = 'StepRefused';
}

/**
 * Carries the steps out like any other commands, only on another day: the same intake, the same writer, the same
 * rules, under a clock that runs through the days. Steps of one day are one transaction. Throws `StepRefused`.
 */
export async function play(places: PlayPlaces, { organisation, administrator, zone, steps }: Play) {
  const clock = new DayClock(zone);
  const dispatch = new Dispatch({
    ...places,
    clock: () => clock.next(),
    outdated: () => undefined,
    erased: async () => undefined,
  });
  const intake = { ...places, dispatch, archive: new Archive(places), clock: () => clock.now() };
  const made = new Map([['administrator', administrator]]);
  const stage = { intake, dispatch, organisation, made };
  for (const [day, together] of byDay(steps)) {
    clock.begin(day, together.length);
    await playDay(stage, together);
  }
}

interface Stage {
  readonly intake: IntakePlaces;
  readonly dispatch: Dispatch;
  readonly organisation: string;
  readonly made: Map<string, string>;
}

async function playDay(stage: Stage, steps: readonly Step[]): Promise<void> {
  const { programme } = await stage.dispatch.loaded(stage.organisation);
  const orders: Order[] = [];
  for (const step of steps) orders.push(await orderOf(stage, programme, step));
  const outcomes = await Promise.all(orders.map((order) => stage.dispatch.submit(order)));
  for (const [at, outcome] of outcomes.entries()) {
    const step = steps[at] as Step;
    if ('refusal' in outcome) throw refused(step, outcome.refusal);
    if (step.as !== undefined) stage.made.set(step.as, outcome.done.id ?? '');
  }
}

function refused({ day, command }: Step, why: unknown): StepRefused {
  return new StepRefused(`the demo can not be told: ${command} on ${day}: ${JSON.stringify(why)}`);
}

async function orderOf(stage: Stage, programme: Programme, step: Step): Promise<Order> {
  const row = commandNamed(step.command);
  const known: Known = { programme, made: (name) => madeAs(stage.made, name) };
  const stated = typeof step.input === 'function' ? step.input(known) : step.input;
  const file = step.file && (await send(stage, step));
  const asked = row.input.parse({ ...stated, ...(file === undefined ? {} : { file }) });
  const order: Order = {
    organisation: stage.organisation,
    row,
    asked: asked as Order['asked'],
    input: asked as Order['input'],
    actor: known.made(step.by),
    via: 'system',
    ifMatch: revisionSeen(programme, row.guards?.(programme, asked as never)),
  };
  const input = await takeIn(stage.intake, order);
  if ('refusal' in input) throw refused(step, input.refusal);
  return { ...order, input: row.permission === 'organisation.create' ? { ...input, demo: true } : input };
}

function commandNamed(name: string): Command<Programme> {
  const found = rowNamed(name);
  if (found?.kind !== 'command') throw new Error(`there is no command ${name}`);
  return found.row;
}

function madeAs(made: ReadonlyMap<string, string>, name: string): string {
  const id = made.get(name);
  if (id === undefined) throw new Error(`nothing was made as ${name}`);
  return id;
}

/** Whoever changes a record has it before them. */
function revisionSeen(programme: Programme, guarded: RecordName | undefined): Order['ifMatch'] {
  return guarded && programme.revisions.has(recordKey(guarded)) ? 'any' : undefined;
}

async function send({ intake, organisation }: Stage, step: Step): Promise<string> {
  const { name, content } = step.file as NonNullable<Step['file']>;
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const staged = await intake.files.of(organisation).stage({ name }, once(bytes));
  if ('refusal' in staged) throw refused(step, staged.refusal);
  return staged.hash;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function byDay(steps: readonly Step[]): Map<string, Step[]> {
  const days = new Map<string, Step[]>();
  for (const step of steps) days.set(step.day, [...(days.get(step.day) ?? []), step]);
  return days;
}

const opens = '08:10:00';
const longestPause = 17 * 60;
const workingDay = 9 * 3600;

/** Instants that go forward through the working hours of simulated days. */
class DayClock {
  readonly #zone: string;
  #now = new Date(0);
  #pause = 0;

  constructor(zone: string) {
    this.#zone = zone;
  }

  begin(day: string, steps: number): void {
    const start = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: this.#zone, plainTime: opens });
    this.#now = new Date(start.epochMilliseconds);
    this.#pause = Math.min(longestPause, workingDay / (steps + 1)) * 1000;
  }

  now(): Date {
    return this.#now;
  }

  next(): Date {
    this.#now = new Date(this.#now.getTime() + this.#pause);
    return this.#now;
  }
}
