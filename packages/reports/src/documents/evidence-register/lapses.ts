import { say } from '@concord/catalog';
import type { EvidenceRegister, LapseRow } from '@concord/views';
import { Temporal } from 'temporal-polyfill';
import type { Block, TimelineRow } from '../../blocks.ts';
import { writeDate } from '../../wording/figures.ts';

/** How many rows a drawing holds before it stops being one; the pieces themselves are all listed after it. */
const drawn = 40;

/** Methods 6.4: which controls stop being shown within the days ahead, on a calendar, the first of them first. */
export function writeLapses({ on, lapsing }: EvidenceRegister, language: string): Block[] {
  const { within, to, rows } = lapsing;
  const caption = say(language, 'evidence-report.lapses', { within });
  const heading: Block = { kind: 'heading', level: 2, text: caption };
  if (rows.length === 0)
    return [heading, { kind: 'paragraph', text: say(language, 'evidence-report.lapses.none') }];
  const dated = rows.filter(({ until }) => until !== undefined);
  const shown = dated.slice(0, drawn);
  const from = shown.map(({ until }) => until as string).reduce((one, day) => (day < one ? day : one), on);
  const more = dated.length - shown.length;
  const words = say(language, 'evidence-report.lapses.words', { count: rows.length });
  const rest = more === 0 ? [] : [say(language, 'evidence-report.lapses.more', { count: more })];
  return [
    heading,
    { kind: 'paragraph', text: [words, ...rest].join(' ') },
    {
      kind: 'timeline',
      caption,
      from,
      to,
      ticks: monthsBetween(from, to).map((day) => ({ on: day, label: writeMonth(day, language) })),
      marks: [{ on, label: say(language, 'document.roadmap.today') }],
      heads: {
        label: say(language, 'evidence-report.lapses.control'),
        words: say(language, 'evidence-report.lapses.until'),
      },
      rows: shown.map((row) => rowOf(row, on, language)),
    },
  ];
}

/** Fresh evidence until the day it lapses; in grace from that day until grace ends. */
function rowOf({ code, name, until, graceUntil, freshness, piece }: LapseRow, on: string, language: string) {
  const last = until as string;
  const isLate = freshness === 'due';
  const key = isLate ? 'evidence-report.lapses.grace' : 'evidence-report.lapses.fresh';
  const date = writeDate(isLate ? (graceUntil ?? last) : last, language);
  const row: TimelineRow = {
    label: say(language, 'document.how.control', { code, name }),
    from: isLate ? last : on,
    to: isLate ? (graceUntil ?? last) : last,
    state: isLate ? 'late' : 'open',
    words: [say(language, key, { date }), ...(piece ? [piece.title] : [])].join(' · '),
  };
  return row;
}

function monthsBetween(from: string, to: string): string[] {
  const days: string[] = [];
  const first = Temporal.PlainDate.from(from).with({ day: 1 });
  for (let month = first; month.toString() < to; month = month.add({ months: 1 }))
    days.push(month.toString());
  return days.filter((day) => day >= from);
}

function writeMonth(day: string, language: string): string {
  const form = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return form.format(new Date(`${day}T00:00:00Z`));
}
