import { say } from '@concord/catalog';
import { Temporal } from 'temporal-polyfill';
import type { Block, TimelineBlock, TimelineRow } from '../../blocks.ts';
import { writeDate } from '../../wording/figures.ts';
import type { DocumentChoices } from '../choices.ts';
import { nameOf } from './lines.ts';

export interface OnRoadmap {
  readonly title: string;
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
  readonly openedOn?: string | undefined;
}

/**
 * Actions on a calendar from the first of them to the last day that matters, quarter by quarter. `until` is a day to be
 * reached, drawn through all of them. Nothing where no action has a day.
 */
export function writeRoadmap(
  { actions, on, until }: { actions: readonly OnRoadmap[]; on: string; until: string | undefined },
  choices: DocumentChoices,
): Block[] {
  const { language } = choices;
  const timed = actions.filter(({ due }) => due !== undefined);
  if (timed.length === 0) return [];
  const days = [on, ...timed.flatMap(({ due, openedOn }) => [due as string, openedOn ?? on])];
  const all = [...days, ...(until === undefined ? [] : [until])].sort();
  const from = startOfQuarter(all[0] as string);
  const to = startOfQuarter(all.at(-1) as string, 1);
  const caption = say(language, 'document.roadmap');
  const timeline: TimelineBlock = {
    kind: 'timeline',
    caption,
    from,
    to,
    ticks: quartersBetween(from, to).map((day) => ({ on: day, label: writeQuarter(day, language) })),
    marks: [
      { on, label: say(language, 'document.roadmap.today') },
      ...(until === undefined ? [] : [{ on: until, label: say(language, 'document.roadmap.target') }]),
    ],
    heads: { label: say(language, 'document.roadmap.action'), words: say(language, 'document.roadmap.due') },
    legend: {
      done: say(language, 'document.roadmap.done'),
      open: say(language, 'document.roadmap.open'),
      late: say(language, 'document.roadmap.late'),
    },
    rows: timed.map((action) => rowOf(action, on, choices)),
  };
  return [timeline];
}

function rowOf(
  { title, owner, due, openedOn }: OnRoadmap,
  on: string,
  choices: DocumentChoices,
): TimelineRow {
  const { language } = choices;
  const day = due as string;
  const late = day < on;
  const until = writeDate(day, language);
  const who = owner === undefined ? [] : [nameOf(owner, choices)];
  const start = openedOn ?? on;
  return {
    label: title,
    from: start < day ? start : day,
    to: day,
    state: late ? 'late' : 'open',
    words: [...(late ? [say(language, 'document.roadmap.late')] : []), until, ...who].join(' · '),
  };
}

function startOfQuarter(day: string, later = 0): string {
  const date = Temporal.PlainDate.from(day);
  const month = date.month - ((date.month - 1) % 3);
  return date
    .with({ month, day: 1 })
    .add({ months: 3 * later })
    .toString();
}

function quartersBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day < to; day = startOfQuarter(day, 1)) days.push(day);
  // Years alone where quarters would stand too close.
  return days.length <= 8 ? days : days.filter((day) => day.slice(5, 7) === '01');
}

function writeQuarter(day: string, language: string): string {
  const { month, year } = Temporal.PlainDate.from(day);
  return say(language, 'document.roadmap.quarter', { quarter: (month + 2) / 3, year });
}
