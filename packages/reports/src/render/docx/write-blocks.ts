import {
  BookmarkEnd,
  BookmarkStart,
  PageBreak,
  type ParagraphChild,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import type {
  Block,
  ColumnsBlock,
  ContentsBlock,
  FactsBlock,
  FiguresBlock,
  HeadingBlock,
  ListBlock,
  NoteBlock,
} from '../../blocks.ts';
import { writeBars, writeInterval } from './bars.ts';
import { between, cell, grid, type Room, row, type Written } from './grid.ts';
import { writeHeat } from './heat.ts';
import { barColour, gutter, shareOut, sunken } from './look.ts';
import { headingStyle, noteWidth, underHeading, underRow } from './styles.ts';
import { writeTable } from './table.ts';
import { directionOf, loosened, paragraph, paragraphOf, runsOf, staysWhole } from './text.ts';
import { writeTimeline } from './timeline.ts';

type Writers = {
  [Kind in Block['kind']]: (block: Extract<Block, { kind: Kind }>, room: Room) => Body[];
};

export type Body = Written | TableOfContents;

const writers: Writers = {
  heading: writeHeading,
  paragraph: ({ text }, { opens, leads }) => [
    paragraph(text, 'Normal', { pageBreakBefore: opens, keepNext: leads }),
  ],
  facts: writeFacts,
  figures: writeFigures,
  interval: writeInterval,
  bars: writeBars,
  heat: writeHeat,
  timeline: writeTimeline,
  list: writeList,
  columns: writeColumns,
  contents: writeContents,
  table: (block, room) => [writeTable(block, room), between()],
  note: writeNote,
  pageBreak: () => [paragraphOf([new PageBreak()], { style: 'Between' })],
};

/** Blocks in reading order. What does not stand under a heading of its own name bears its caption. */
export function writeBlocks(blocks: readonly Block[], room: Room): Body[] {
  return blocks.flatMap((block, at) => {
    if (block.kind === 'pageBreak' && breaksItself(blocks[at + 1])) return [];
    const write = writers[block.kind] as (block: Block, room: Room) => Body[];
    const written = write(block, {
      ...room,
      opens: blocks[at - 1]?.kind === 'pageBreak',
      leads: isLedTo(blocks[at + 1]),
    });
    const named = 'caption' in block && !room.said.has(block);
    return named ? [paragraph(block.caption, 'Caption'), ...written] : written;
  });
}

/** What follows a break begins the page itself, so that no empty line is left at its top. */
function breaksItself(next: Block | undefined): boolean {
  return next?.kind === 'heading' || next?.kind === 'paragraph';
}

/** A sentence over a table or a drawing stays on its page. */
function isLedTo(next: Block | undefined): boolean {
  return (
    next !== undefined &&
    (next.kind === 'heading'
      ? next.level === 3
      : ['table', 'facts', 'interval', 'bars', 'heat', 'timeline', 'figures'].includes(next.kind))
  );
}

const placeOf = (heading: number) => `heading-${heading}`;

function writeHeading(heading: HeadingBlock, { opens, counted, ranks }: Room): Body[] {
  const { level, text } = heading;
  counted.headings += 1;
  // A paragraph takes these two as well, which its type does not say; of `Bookmark` the number cannot be given.
  const children = [
    new BookmarkStart(placeOf(counted.headings), counted.headings),
    ...runsOf(text),
    new BookmarkEnd(counted.headings),
  ] as ParagraphChild[];
  return [
    paragraphOf(children, {
      style: headingStyle(ranks.get(heading) ?? level, level),
      pageBreakBefore: opens,
      ...directionOf(text),
      ...loosened(text),
    }),
  ];
}

/** Filled in already, without pages: a reader that knows its pages is asked to fill those in as it opens the file. */
function writeContents({ title }: ContentsBlock, { ranks }: Room): Body[] {
  const cachedEntries = [...ranks]
    .map(([{ text }, level], at) => ({ level, title: text, href: placeOf(at + 1) }))
    .filter(({ level }) => level < 3);
  const contents = new TableOfContents(title, {
    hyperlink: true,
    headingStyleRange: '1-2',
    // Headings whose depth is not that of their look have styles that the range does not name.
    useAppliedParagraphOutlineLevel: true,
    tabLeader: 'none',
    cachedEntries,
  });
  return [paragraph(title, 'ContentsTitle'), contents, between()];
}

function writeFacts({ facts, record }: FactsBlock, { width }: Room): Written[] {
  if (facts.length === 0) return [];
  const widths = shareOut(width, [24, 76]) as [number, number];
  const last = facts.length - 1;
  const rows = facts.map((fact, at) => {
    const ends = at === last ? { bottom: record ? underRow : underHeading } : {};
    const borders = { ...(at === 0 && !record ? { top: underHeading } : {}), ...ends };
    const [label, value] = record ? writeRecorded(fact, at < last) : writeFact(fact);
    return row([cell([label], widths[0], { borders }), cell([value], widths[1], { borders })], {
      cantSplit: staysWhole([fact.label, fact.value]),
    });
  });
  const above = record ? 20 : 60;
  return [grid(widths, rows, { top: above, bottom: above, right: gutter }), between()];
}

type Fact = FactsBlock['facts'][number];

function writeFact({ label, value }: Fact): [Written, Written] {
  return [paragraph(label, 'Label'), paragraph(value, 'Normal', { spacing: { after: 0 } })];
}

/** The rows of a record stay on the page of the next one. */
function writeRecorded({ label, value }: Fact, keepNext: boolean): [Written, Written] {
  return [paragraph(label, 'Quiet', { keepNext }), paragraph(value, 'TableText', { keepNext })];
}

function writeFigures({ figures }: FiguresBlock, { width }: Room): Written[] {
  const widths = shareOut(
    width,
    figures.map(() => 1),
  );
  const cells = figures.map(({ figure, words }, at) =>
    cell([paragraph(figure, 'Figure'), paragraph(words, 'TableText')], widths[at] ?? 0),
  );
  return figures.length === 0
    ? []
    : [grid(widths, [row(cells)], { top: 160, bottom: 60, right: gutter }), between()];
}

/** Each list counts from one. */
function writeList({ items, numbered, title }: ListBlock, { width, counted }: Room): Written[] {
  counted.lists += 1;
  const entries = items.map(({ lead, text }) =>
    paragraphOf([...(lead === undefined ? [] : runsOf(`${lead} `, { bold: true })), ...runsOf(text)], {
      style: 'List',
      numbering: {
        reference: numbered ? 'numbered' : 'dashes',
        level: 0,
        instance: counted.lists,
      },
    }),
  );
  if (title === undefined) return entries;
  const look = {
    shading: { type: 'clear', fill: sunken },
    borders: { left: { style: 'single', size: 18, color: barColour } },
    margins: { top: 140, bottom: 100, left: 220, right: 200 },
  } as const;
  const panel = cell([paragraph(title, 'PanelTitle'), ...entries], width, look);
  const short = staysWhole([title, ...items.flatMap(({ lead = '', text }) => [lead, text])]);
  return [grid([width], [row([panel], { cantSplit: short && items.length < 20 })]), between()];
}

/** Side by side in a table of one row, which is read column after column. Contents cannot stand in a table: they follow. */
function writeColumns({ columns }: ColumnsBlock, room: Room): Body[] {
  const widths = shareOut(
    room.width,
    columns.map(() => 1),
  );
  const written = columns.map((blocks, at) => {
    const right = at === columns.length - 1 ? 0 : 2 * gutter;
    return { right, body: writeBlocks(blocks, { ...room, width: (widths[at] ?? 0) - right }) };
  });
  const cells = written.map(({ right, body }, at) =>
    cell([...body.filter(fitsCell), between()], widths[at] ?? 0, { margins: { right } }),
  );
  const contents = written.flatMap(({ body }) => body.filter((each) => !fitsCell(each)));
  return columns.length === 0
    ? []
    : [grid(widths, [row(cells, { cantSplit: false })]), between(), ...contents];
}

function fitsCell(each: Body): each is Written {
  return !(each instanceof TableOfContents);
}

/** Its source stands beside it: a rule, practice, or our own computing. */
function writeNote({ label, text }: NoteBlock): Written[] {
  const runs = [...runsOf(label, { bold: true }), new TextRun({ text: '\t' }), ...runsOf(text)];
  const tabStops = [{ type: TabStopType.LEFT, position: noteWidth }];
  return [paragraphOf(runs, { style: 'Note', tabStops })];
}
