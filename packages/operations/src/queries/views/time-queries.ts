import { id } from '@concord/programme';
import {
  asKnown,
  type DueRow,
  dueKinds,
  operation,
  trend,
  trendSteps,
  whatIsDue,
  withPauses,
} from '@concord/views';
import { z } from 'zod';
import { beginsOn } from '../../query/begins-on.ts';
import { days, flag, inLanguage, inPeriod, page, timed } from '../../query/inputs.ts';
import type { Ports } from '../../query/ports.ts';
import { query } from '../../query/query.ts';
import { spokenTo } from '../../query/view-asked.ts';

const reading = {
  reach: 'organisation',
  method: 'GET',
  permission: 'own.read',
  reader: 'masked',
  timed: true,
} as const;

const ahead = 'Days to look ahead, at most 3660; what is overdue is always there';
const wantedDue = {
  mine: flag.default(false).describe('Only what you answer for yourself'),
  kind: z.array(z.enum(dueKinds)).max(dueKinds.length).default([]).describe('Only what is of these kinds'),
};

/** What was over a time, how it went on, and what is to come. */
export const timeQueries = [
  query({
    ...reading,
    name: 'view operation',
    path: '/views/operation',
    summary: 'Whether controls worked all the time: results asked for and recorded, days covered, a sample',
    input: z.strictObject({
      ...timed,
      ...inPeriod,
      ...page,
      ...inLanguage,
      framework: id.optional().describe('Id of a framework: only controls with a confirmed claim on it'),
      requirement: id.optional().describe('Id of a requirement of it: only those with one there, or below'),
      control: id.optional().describe('Code or id of one control'),
    }),
    answer: (asked) => {
      const question = { ...spokenTo(asked), on: asked.input.on ?? asked.input.to ?? asked.on };
      return withPauses(operation(question, asked.input), asked.ports.pause);
    },
  }),
  query({
    ...reading,
    name: 'view trend',
    path: '/views/trend',
    summary: 'How far each adopted framework is met, through the ledger: as known then and as known now',
    input: z.strictObject({
      ...timed,
      ...inLanguage,
      from: inPeriod.from.describe('First day; that of the first entry when left out'),
      to: inPeriod.to,
      framework: z
        .array(id)
        .max(20)
        .default([])
        .describe('Ids of frameworks; all that are adopted when left out'),
      every: z.enum(trendSteps).default('month').describe('How far apart the days are'),
      asKnown: z
        .enum(asKnown)
        .default('both')
        .describe('As it was known on each day, as it is known of that day now, or both'),
    }),
    answer: ({ ports, ...asked }) => {
      const { framework, on, to, ...wanted } = asked.input;
      // Of the programme asked about: it may have been known in another zone than that of today.
      const zone = asked.programme.governance.organisation?.zone;
      const past = {
        ...ports,
        positionAt: (day: string, upTo: number) => ports.positionAt(day, { upTo, zone }),
        firstDay: () => beginsOn(ports, zone),
      };
      const question = { ...asked, on: on ?? to ?? asked.on, past };
      return trend(question, { ...wanted, to, frameworks: framework });
    },
  }),
  query({
    ...reading,
    name: 'view what-is-due',
    path: '/views/what-is-due',
    restsOn: 'requirements',
    summary: 'What is due: evidence, actions, reviews, targets, judgements and keys, in one list by day',
    input: z.strictObject({
      ...timed,
      ...page,
      ...inLanguage,
      ...wantedDue,
      within: days.default(30).describe(ahead),
    }),
    answer: async (asked) => {
      const { kind: kinds, language: _language, ...filter } = asked.input;
      const view = whatIsDue(spokenTo(asked), { ...filter, kinds });
      return { ...view, rows: await namedRows(asked.ports, view.rows) };
    },
  }),
  query({
    ...reading,
    name: 'calendar',
    path: '/calendar.ics',
    restsOn: 'requirements',
    summary: 'The same list as a calendar (iCalendar), a day for each',
    input: z.strictObject({
      ...timed,
      ...inLanguage,
      ...wantedDue,
      within: days.default(366).describe(ahead),
      share: z
        .string()
        .min(1)
        .max(100)
        .optional()
        .describe('Key of a shared calendar, in place of the token'),
    }),
    answer: async (asked) => {
      const { kind: kinds, share: _share, language, ...filter } = asked.input;
      const all = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
      const view = whatIsDue(spokenTo(asked), { ...filter, ...all, kinds });
      const [batch] = await asked.ports.batches(asked.programme.position + 1, 1);
      const rows = await namedRows(asked.ports, view.rows);
      return {
        render: 'calendar',
        view: { ...view, rows, recordedAt: batch?.at ?? '' },
        format: 'ics',
        language,
      };
    },
  }),
];

/** People and collectors by their names, which the ledger does not hold. */
async function namedRows({ people }: Ports, rows: readonly DueRow[]) {
  const names = await people(
    rows.flatMap(({ kind, id: named, owner }) => [
      ...(owner === undefined ? [] : [owner]),
      ...(kind === 'collector' ? [named] : []),
    ]),
  );
  const nameOf = (person: string) => names.get(person)?.name ?? '';
  return rows.map(({ owner, ...row }) => ({
    ...row,
    title: row.kind === 'collector' ? nameOf(row.id) : row.title,
    ...(owner === undefined ? {} : { owner: { id: owner, name: nameOf(owner) } }),
  }));
}
