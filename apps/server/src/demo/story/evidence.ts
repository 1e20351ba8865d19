import type { StarterControl } from '@concord/catalog';
import type { Part, Step } from '../step.ts';
import failures from './data/failures.json' with { type: 'json' };
import records from './data/records.json' with { type: 'json' };
import { fileFor } from './files.ts';
import { type Calendar, length, periodName } from './ground/calendar.ts';
import type { Chance } from './ground/chance.ts';
import { company } from './ground/company.ts';
import { type Ending, endingOf } from './rollout.ts';

/** What evidence of a control is made from. */
export interface Shown {
  readonly control: Pick<StarterControl, 'code' | 'family' | 'frequency' | 'usualEvidence'>;
  /** Day of the history on which the control begins to operate. */
  readonly from: number;
}

interface Rhythm {
  /** Days for which a result counts, and days of grace. */
  readonly period: number;
  readonly grace: number;
  /** Days from one piece to the next, and by how much they stray. */
  readonly gap: number;
  readonly stray: number;
}

const rhythms: Readonly<Record<string, Rhythm>> = {
  continuous: { period: 14, grace: 7, gap: 10, stray: 2 },
  daily: { period: 8, grace: 0, gap: 7, stray: 0 },
  weekly: { period: 7, grace: 3, gap: 7, stray: 0 },
  monthly: { period: 30, grace: 10, gap: 30, stray: 3 },
  quarterly: { period: 91, grace: 15, gap: 89, stray: 6 },
  'half-yearly': { period: 182, grace: 30, gap: 176, stray: 12 },
  annual: { period: 365, grace: 30, gap: 352, stray: 8 },
  'event-driven': { period: 365, grace: 30, gap: 82, stray: 34 },
  document: { period: 365, grace: 0, gap: 350, stray: 6 },
};

/** Before so many days from the end, what is due each week is shown in a summary each month. */
const weeklySince = length - 130;

/** Days within which a control that begins to operate is shown to. */
const soon = 60;

/** Days from the last piece to the end of the history. */
function lastBefore(ending: Ending, { period, grace, gap }: Rhythm, chance: Chance): number {
  if (ending === 'stale') return period + grace + 24 + chance.below(20);
  if (ending === 'due') return period + 4;
  if (ending === 'retired') return length - 396;
  return gap <= 10 ? chance.below(2) : 3 + chance.below(Math.floor(gap * 0.55));
}

/** The days on which a control is shown to work, earliest first; now and then one is missed. */
function daysShown({ control, from }: Shown, chance: Chance): number[] {
  const ending = endingOf(control.code);
  const rhythm = rhythms[control.frequency] as Rhythm;
  const days: number[] = [];
  let at = length - 1 - lastBefore(ending, rhythm, chance);
  const last = at;
  while (at > from) {
    if (at === last || !chance.happens(8)) days.unshift(at);
    const gap = rhythm.gap <= 10 && at < weeklySince ? 30 : rhythm.gap;
    at -= gap + chance.below(2 * rhythm.stray + 1) - rhythm.stray;
  }
  const first = days[0];
  const late = first === undefined || first - from > soon;
  return late ? [Math.min(from + 2, length - 1), ...days] : days;
}

const collected: Readonly<Record<string, Part>> = {
  'BCM-03': 'backups',
  'END-01': 'endpoints',
  'END-02': 'endpoints',
  'OPS-02': 'endpoints',
  'VUL-01': 'endpoints',
  'VUL-02': 'endpoints',
  'LOG-01': 'endpoints',
  'MSP-01': 'endpoints',
};
const collectorsFrom = 60;

/** Every piece of evidence of one control. Owners may not record evidence themselves, so the manager does it. */
export function showControl(shown: Shown, calendar: Calendar, chance: Chance): Step[] {
  const ending = endingOf(shown.control.code);
  if (['planned', 'partly', 'not-of-use', 'unshown'].includes(ending)) return [];
  const failing = failuresOf(shown);
  const over = ending === 'failed' ? Math.min(...failing.map(({ at }) => at)) : length;
  const regular = daysShown(shown, chance)
    .filter((at) => at < over && failing.every((each) => Math.abs(each.at - at) > 3))
    .map((at, place) => ({ at, place }));
  return [...regular, ...failing].map((told) => piece({ ...told, shown }, calendar, chance));
}

interface Piece {
  readonly at: number;
  /** Which of the regular pieces of its control it is. */
  readonly place?: number;
  readonly title?: string;
  readonly outcome?: 'works' | 'fails';
}

/** A test that was not passed, and the one that was passed afterwards; at no time before the control operates. */
function failuresOf({ control, from }: Shown): Piece[] {
  const told = failures.filter((failure) => failure.control === control.code);
  return told.flatMap(({ at, found, retest, after }): Piece[] => {
    const on = Math.min(Math.max(at, from + 25), length - 12);
    const failed: Piece = { at: on, title: found, outcome: 'fails' };
    const again: Piece = { at: Math.min(on + after, length - 3), title: retest };
    return retest === '' ? [failed] : [failed, again];
  });
}

function piece(
  { shown: { control }, at, place, title, outcome = 'works' }: Piece & { readonly shown: Shown },
  calendar: Calendar,
  chance: Chance,
): Step {
  const { code, frequency } = control;
  const by = at > collectorsFrom ? (collected[code] ?? 'ciso') : 'ciso';
  const day = by === 'ciso' ? calendar.workday(at) : calendar.day(at);
  const file = place === undefined || place % 2 === 1 ? fileFor(code, day, chance) : undefined;
  const stated = {
    controls: [code],
    outcome,
    title: title ?? titleOf(control, { day, place: place ?? 0 }, chance),
    ...validity(frequency, day, { at, calendar }),
    ...(file ? {} : { link: linkOf(control, at, chance) }),
  };
  // A document is replaced by its next version, the earlier one stays as a record.
  const replaces = frequency === 'document' && place !== undefined && place > 0;
  return {
    day,
    by,
    command: 'evidence add',
    input: replaces ? ({ made }) => ({ ...stated, versionOf: made(`${code} ${place - 1}`) }) : stated,
    ...(place === undefined ? {} : { as: `${code} ${place}` }),
    ...(file ? { file } : {}),
  };
}

/** A summary of a month counts until the next one; a daily report until the next weekly round. */
function validity(frequency: string, day: string, { at, calendar }: { at: number; calendar: Calendar }) {
  const often = ['daily', 'weekly', 'continuous'].includes(frequency);
  if (often && at < weeklySince)
    return { coversFrom: calendar.after(day, -29), validUntil: calendar.after(day, 34) };
  if (frequency === 'daily')
    return { coversFrom: calendar.after(day, -6), validUntil: calendar.after(day, 8) };
  if (frequency !== 'quarterly' || at % 3 !== 0) return {};
  return { coversFrom: calendar.after(day, -91), coversTo: calendar.after(day, -1) };
}

type Family = keyof typeof records;

function recordsOf(family: string) {
  return records[family as Family];
}

/** What speaks for itself: a place or a customer beside it would make no sense. */
const unplaced = ['PEO-05', 'SUP-01', 'SUP-02', 'COM-02', 'COM-03', 'GOV-13', 'RSK-01', 'AST-03'];

function titleOf(
  { code, family, frequency, usualEvidence }: Shown['control'],
  { day, place }: { day: string; place: number },
  chance: Chance,
): string {
  const usual = usualEvidence.filter((what) => fits(what, frequency));
  const what = usual[(place + chance.below(2)) % usual.length] as string;
  const when = periodName(day, frequency);
  if (unplaced.includes(code) || chance.happens(35)) return `${what}, ${when}`;
  const about = chance.pick(recordsOf(family).about);
  return chance.pick([
    `${what}: ${about}, ${when}`,
    `${what} – ${about} (${when})`,
    `${upperFirst(when)}: ${lowerFirst(what)}, ${about}`,
  ]);
}

const paces: Readonly<Record<string, RegExp>> = {
  'half-yearly': /half-yearly/i,
  quarterly: /quarterly/i,
  monthly: /monthly/i,
  weekly: /weekly/i,
  annual: /(?<!half-)yearly/i,
};

/** The yearly review of a weekly control is not what comes in each week. */
function fits(what: string, frequency: string): boolean {
  return Object.entries(paces).every(([pace, said]) => pace === frequency || !said.test(what));
}

function upperFirst(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}`;
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? `${text[0]?.toLowerCase()}${text.slice(1)}` : text;
}

function linkOf({ code, family }: Shown['control'], at: number, chance: Chance): string {
  const { host, path } = recordsOf(family);
  const number = 20_000 + at * 37 + chance.below(36);
  return `https://${host}.${company.hosts}/${path}/${code.toLowerCase()}-${number}`;
}
