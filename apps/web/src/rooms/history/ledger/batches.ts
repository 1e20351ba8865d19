import { type AnswerOf, isAboutMore } from '@concord/operations/client';
import { isDay } from '../../../app/place/said.ts';

/** A command as it was carried out. */
export type Command = AnswerOf<'batches list'>['rows'][number];

/** A command with the local day of the organisation on which it was given. */
export type DatedCommand = Command & { readonly day: string };

/** Says the local date of an instant in a zone. */
export function daysIn(zone: string): (at: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  return (at) => format.format(Date.parse(at));
}

/** What was known and newer commands, both the latest first; what stands in both is there once. */
export function joined(newer: readonly Command[], known: readonly Command[]): readonly Command[] {
  const [latest] = known;
  return latest === undefined ? newer : [...newer.filter(({ first }) => first > latest.first), ...known];
}

/** Operations that turn a page of the programme; the daily work lies between them. */
const turns = new Set([
  'organisations create',
  'catalogue import',
  'frameworks adopt',
  'scopes state',
  'library adopt',
  'controls import',
  'applicability import',
  'applicability decide-many',
  'profiles create',
  'profiles import',
  'profiles import-target',
  'reports publish',
  'frequencies set',
  'collectors add',
  'actions add-many',
  'records erase',
  'undo',
]);

/** Somewhere to stop at: the last of the commands of one kind on one day. */
export interface Stop {
  readonly day: string;
  /** Last entry of the command. */
  readonly position: number;
  readonly operation: string;
  readonly count: number;
}

/** The stops of a ledger, the earliest first. Commands are the latest first. */
export function stopsOf(commands: readonly DatedCommand[]): readonly Stop[] {
  const stops: Stop[] = [];
  for (const { day, last, operation } of commands.toReversed()) {
    if (!turns.has(operation)) continue;
    const before = stops.findLastIndex((stop) => stop.day === day && stop.operation === operation);
    const count = before === -1 ? 1 : (stops[before] as Stop).count + 1;
    if (before !== -1) stops.splice(before, 1);
    stops.push({ day, position: last, operation, count });
  }
  return stops;
}

/** A day, and the entry up to which the ledger is looked at. */
export interface Moment {
  readonly day: string;
  readonly position: number;
}

/** The last entry by the end of a day; 0 when there was none by then. */
export function positionBy(commands: readonly DatedCommand[], day: string): number {
  return commands.find((command) => command.day <= day)?.last ?? 0;
}

interface Said {
  readonly at?: string | undefined;
  readonly day?: string | undefined;
  readonly on?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** What is chosen by an address: an entry, a day, or else the day and position that all pages show; today by default. */
export function momentIn(said: Said, commands: readonly DatedCommand[], today: string): Moment {
  const entry = Number(said.at ?? (said.day === undefined ? said.knownAt : undefined));
  const command = commands.find(({ first, last }) => first <= entry && entry <= last);
  if (command) return { day: command.day, position: command.last };
  const given = said.day ?? said.on;
  const day = isDay(given) && given < today ? given : today;
  return { day, position: positionBy(commands, day) };
}

/** What was done from one day to another, both of them whole, and the last entry before it; 0 when there was none. */
export function doneBetween(commands: readonly DatedCommand[], from: string, until: string) {
  const done = commands.filter(({ day }) => from <= day && day <= until);
  return { done, before: commands.find(({ day }) => day < from)?.last ?? 0 };
}

/** The stop after a moment, or the one before. */
export function stopBeside(
  stops: readonly Stop[],
  { day, position }: Moment,
  way: 'after' | 'before',
): Stop | undefined {
  const isAfter = (stop: Stop) => stop.position > position;
  const isBefore = (stop: Stop) => stop.position < position || (stop.position === position && stop.day < day);
  return way === 'after' ? stops.find(isAfter) : stops.findLast(isBefore);
}

/** How many commands of each kind, the most frequent first, and by whom. */
export interface Tally {
  readonly operation: string;
  readonly count: number;
  readonly people: readonly string[];
  readonly latest: DatedCommand;
  /** What they were about, the latest first, each once. */
  readonly about: DatedCommand['about'];
  /** There is more that they were about than is named. */
  readonly isMore: boolean;
}

export function tallyOf(commands: readonly DatedCommand[]): readonly Tally[] {
  const by = new Map<string, DatedCommand[]>();
  for (const command of commands) {
    const all = by.get(command.operation) ?? [];
    by.set(command.operation, all);
    all.push(command);
  }
  return [...by]
    .map(([operation, all]) => ({
      operation,
      count: all.length,
      people: [...new Set(all.map(({ actor }) => actor.name || actor.id))],
      latest: all[0] as DatedCommand,
      about: [
        ...new Map(
          all.flatMap(({ about }) => about.map((each) => [`${each.kind} ${each.id}`, each])),
        ).values(),
      ],
      isMore: all.some(isAboutMore),
    }))
    .sort((one, other) => other.count - one.count);
}
