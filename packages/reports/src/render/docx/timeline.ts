import {
  AlignmentType,
  type ITableCellOptions,
  type Paragraph,
  type TableCell,
  type TableRow,
  TextRun,
} from 'docx';
import type { TimelineBlock, TimelineRow } from '../../blocks.ts';
import { type PlacedRow, type PlacedTimeline, placeTimeline } from '../drawing/timeline.ts';
import { between, cell, grid, type Room, row, type Written } from './grid.ts';
import { hairline, ink, shareOut } from './look.ts';
import { underHeading } from './styles.ts';
import { paragraph, paragraphOf, runsOf, staysWhole } from './text.ts';

const colours = { done: '2F4171', open: '8C9BC2', late: 'B0261C' } as const;
const line = { style: 'single', size: 4, color: hairline } as const;
const stroke = { style: 'single', size: 12, color: ink } as const;
const nothing = { style: 'none', size: 0, color: 'auto' } as const;
const margins = { top: 70, bottom: 50, right: 100 };
const flush = { top: 70, bottom: 50, left: 0, right: 0 };

type Look = Omit<ITableCellOptions, 'children' | 'width' | 'columnSpan'> & { readonly children: Written[] };

/** So many rows at least stand under the calendar's head. */
const shortest = 5;

/** A place on the calendar, from 0 to `fine` at its end. */
type Place = number;
const fine = 100_000;

interface Calendar {
  readonly block: TimelineBlock;
  readonly placed: PlacedTimeline;
  /** Every place at which anything begins or ends, in order: the edges of the columns. */
  readonly edges: readonly Place[];
  readonly widths: readonly number[];
  readonly label: number;
  readonly words: number;
}

/** Bars over a calendar as one table: a column between any two days that matter, so that all lines stand exactly. */
export function writeTimeline(block: TimelineBlock, { width }: Room): Written[] {
  const calendar = layOut(block, width);
  const rows = [ticksOf(calendar), ...marksOf(calendar), ...block.rows.map((_, at) => drawRow(at, calendar))];
  return [
    grid([calendar.label, ...calendar.widths, calendar.words], rows, margins),
    between(),
    ...(block.legend === undefined ? [] : [writeLegend(block.legend)]),
  ];
}

function writeLegend(legend: NonNullable<TimelineBlock['legend']>): Paragraph {
  const pieces = (['done', 'open', 'late'] as const).flatMap((state) => [
    new TextRun({
      text: '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0',
      shading: { type: 'clear', fill: colours[state] },
    }),
    ...runsOf(`\u00a0\u00a0${legend[state]}\u2003\u2002`),
  ]);
  return paragraphOf(pieces, { style: 'TableText', spacing: { before: 60, after: 120 } });
}

function layOut(block: TimelineBlock, width: number): Calendar {
  const [label, middle, words] = shareOut(width, [24, 48, 28]) as [number, number, number];
  const placed = placeTimeline(block);
  const shares = [...placed.ticks, ...placed.marks].map(({ at }) => at);
  const ends = placed.rows.flatMap(({ from, to }) => [from, to]);
  const edges = inOrder([0, 1, ...shares, ...ends].map(placeOf));
  const widths = shareOut(
    middle,
    edges.slice(1).map((place, at) => place - (edges[at] ?? 0)),
  );
  return { block, placed, edges, widths, label, words };
}

function placeOf(share: number): Place {
  return Math.round(share * fine);
}

function inOrder(places: readonly Place[]): Place[] {
  return [...new Set(places)].sort((one, other) => one - other);
}

interface Stretch {
  readonly from: Place;
  readonly to: Place;
}

/** The whole calendar, cut at the places given. */
function cutAt(places: readonly Place[]): Stretch[] {
  const cuts = inOrder([0, ...places, fine]);
  return cuts.slice(1).map((to, at) => ({ from: cuts[at] ?? 0, to }));
}

/** One cell over all columns of a stretch. */
function over({ from, to }: Stretch, { edges, widths }: Calendar, { children, ...look }: Look): TableCell {
  const [first, last] = [edges.indexOf(from), edges.indexOf(to)];
  const width = widths.slice(first, last).reduce((sum, each) => sum + each, 0);
  return cell(children, width, { margins: flush, ...look, columnSpan: last - first });
}

function ticksOf(calendar: Calendar): TableRow {
  const { block, placed, label, words } = calendar;
  const named = new Map(placed.ticks.map(({ at, label: name }) => [placeOf(at), name]));
  const ticks = cutAt([...named.keys()]).map((each) =>
    over(each, calendar, {
      children: [paragraph(named.get(each.from) ?? '', 'TableHeading')],
      borders: { bottom: underHeading, ...(named.has(each.from) ? { left: line } : {}) },
      margins: { ...flush, left: 40 },
      verticalAlign: 'bottom',
    }),
  );
  const short = staysWhole([block.heads.label, block.heads.words]);
  return row([headOf(block.heads.label, label), ...ticks, headOf(block.heads.words, words, 100)], {
    tableHeader: short,
    keepNext: short,
  });
}

function headOf(text: string, width: number, left = 0): TableCell {
  const borders = { bottom: underHeading };
  return cell([paragraph(text, 'TableHeading')], width, {
    borders,
    verticalAlign: 'bottom',
    margins: { ...margins, left },
  });
}

/** A row for each mark, so that no name stands over another. A name stands on the side that has more room. */
function marksOf(calendar: Calendar): TableRow[] {
  const { placed, label, words } = calendar;
  const empty = (width: number) => cell([paragraph('', 'TableText')], width);
  return placed.marks.map(({ at, label: name }) => {
    const place = placeOf(at);
    const before = at > 0.5;
    const parts = cutAt([place]).map((each) => {
      const text = (before ? each.to : each.from) === place ? name : '';
      return over(each, calendar, {
        children: [paragraph(text, 'Quiet', before ? { alignment: AlignmentType.END } : {})],
        borders: sidesOf(each, [place]),
        margins: { ...flush, left: 60, right: 60 },
      });
    });
    return row([empty(label), ...parts, empty(words)], { keepNext: true });
  });
}

function sidesOf({ from, to }: Stretch, marks: readonly Place[]) {
  const side = (place: Place) => (marks.includes(place) ? stroke : nothing);
  return { left: side(from), right: side(to) };
}

const arrows = { before: '◂', after: '▸' } as const;

/** The bar is a line of colour, so that a row of many words does not make it thicker. */
function drawRow(at: number, calendar: Calendar): TableRow {
  const { block, placed, label, words } = calendar;
  const [said, bar] = [block.rows[at], placed.rows[at]];
  if (said === undefined || bar === undefined) return row([]);
  const marks = placed.marks.map((mark) => placeOf(mark.at));
  const [from, to] = [placeOf(bar.from), placeOf(bar.to)];
  const parts = cutAt([from, to, ...marks]).map((part) => {
    const isBar = bar.outside === undefined && part.from >= from && part.to <= to;
    const children = [isBar ? drawBar(said.state) : drawArrow(bar, part)];
    return over(part, calendar, { children, borders: { ...sidesOf(part, marks), bottom: line } });
  });
  const borders = { bottom: line };
  const short = staysWhole([said.label, said.words]);
  return row(
    [
      cell([paragraph(said.label, 'TableText')], label, { borders }),
      ...parts,
      cell([paragraph(said.words, 'TableText')], words, { borders, margins: { ...margins, left: 100 } }),
    ],
    { cantSplit: short, keepNext: short && at < Math.min(shortest, block.rows.length - 1) },
  );
}

function drawBar(state: TimelineRow['state']): Paragraph {
  return paragraph('', 'Bar', {
    shading: { type: 'clear', fill: colours[state] },
    spacing: { before: 40, after: 0, line: 150, lineRule: 'exact' },
  });
}

/** Where the row lies before or after all that is drawn, an arrow at that end; else nothing. */
function drawArrow({ outside }: PlacedRow, { from, to }: Stretch): Paragraph {
  if (outside === 'before' && from === 0) return paragraph(arrows.before, 'Quiet');
  if (outside === 'after' && to === fine)
    return paragraph(arrows.after, 'Quiet', { alignment: AlignmentType.END });
  return paragraph('', 'Bar');
}
