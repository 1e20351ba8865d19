import { say } from '@concord/catalog';
import { dueAgain, type ReportChanges, stateAgain, titleAgain, valueInWords } from '@concord/views';
import type { Block, Cell, Line } from '../../blocks.ts';
import { writeDatesIn } from '../../wording/figures.ts';
import { quietly } from '../parts/lines.ts';

type Change = ReportChanges['rows'][number];

/** What people decided and stated, what is in practice, and what comes out of it. */
export const sections = ['decided', 'practised', 'computed'] as const;
export type Section = (typeof sections)[number];

const practised: ReadonlySet<string> = new Set([
  'implementation',
  'controls',
  'actions',
  'design',
  'recorded',
]);
const computed: ReadonlySet<string> = new Set([
  'state',
  'evidence',
  'freshness',
  'checks',
  'until',
  'grace',
  'rests',
  'replaced',
]);

export function sectionOf(what: string): Section {
  if (computed.has(what)) return 'computed';
  return practised.has(what) ? 'practised' : 'decided';
}

/** The changes of one kind, those of a row under each other, with what stood there and what stands there. */
export function writeSection(view: ReportChanges, section: Section, language: string): Block[] {
  const rows = view.rows.filter(({ what }) => sectionOf(what) === section);
  if (rows.length === 0) return [];
  const title = say(language, `changes-report.section.${section}`);
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `changes-report.column.${id}`),
    width,
  });
  return [
    { kind: 'heading', level: 1, text: title },
    { kind: 'paragraph', text: writeCounts(rows, section, language) },
    {
      kind: 'table',
      caption: title,
      dataset: 'changes',
      columns: [
        { ...column('row', 20), identifies: true },
        column('what', 16),
        column('before', 32),
        column('after', 32),
      ],
      rows: rows.map((change, at) => writeChange(change, rows[at - 1], { view, language })),
    },
  ];
}

function writeCounts(rows: readonly Change[], section: Section, language: string): string {
  const lines = new Set(rows.map(({ row }) => row)).size;
  const said = say(language, `changes-report.section.${section}.words`);
  return `${said} ${say(language, 'changes-report.section.count', { count: rows.length, lines })}`;
}

interface Ground {
  readonly view: ReportChanges;
  readonly language: string;
}

/** The title stands with the first change of a row, its id with each. */
function writeChange(change: Change, before: Change | undefined, { view, language }: Ground): Cell[] {
  const { row, what } = change;
  const title = view.titles[row];
  const isFirst = before?.row !== row;
  const name = row === 'statement' || row === 'whole' ? say(language, 'changes-report.whole') : row;
  return [
    isFirst && title !== undefined && title !== row
      ? [name, quietly(titleAgain(row, title, language))]
      : name,
    say(language, `change.what.${what}`),
    writeSide(change, 'before', language),
    writeSide(change, 'after', language),
  ];
}

/** Of a list what went and what came; of a value the value; one sign where there is none of either. */
function writeSide(change: Change, side: 'before' | 'after', language: string): Cell {
  const { what, came, went } = change;
  const list = side === 'before' ? went : came;
  const values = list ?? (change[side] === '' ? [] : [change[side]]);
  const lines = values.map((value): Line => writeValue(what, value, language));
  if (lines.length > 0) return lines;
  return quietly(say(language, 'changes-report.nothing'));
}

/** Days of ours, and texts of ours with a day in them. */
const days: ReadonlySet<string> = new Set([...computed, 'review', 'collected', 'covers', 'target-due']);

function writeValue(what: string, value: string, language: string): string {
  const said = valueInWords(what, value, { language });
  if (said !== undefined) return begun(said, language);
  if (what === 'state') return writeDatesIn(stateAgain(value, language), language);
  if (what === 'actions') return dueAgain(value, language);
  return days.has(what) ? writeDatesIn(value, language) : value;
}

/** A word of ours that stands by itself begins large. */
function begun(words: string, language: string): string {
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}
