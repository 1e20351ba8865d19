import { AlignmentType, type Paragraph, type Table, type TableRow, TabStopType } from 'docx';
import {
  type Cell,
  type Column,
  type Line,
  linesOf,
  type Mark,
  type TableBlock,
  type TextBelow,
  textOf,
} from '../../blocks.ts';
import { cell, grid, type Room, row } from './grid.ts';
import { gutter, ink, shareOut, signs, tones } from './look.ts';
import { underHeading, underRow } from './styles.ts';
import { directionOf, paragraph, paragraphOf, runsOf, staysWhole } from './text.ts';

const formRow = { value: 760, rule: 'atLeast' } as const;
const margins = { top: 80, bottom: 50, right: gutter };

/** The headings stand on each page again. What is to be signed is signed on one page. */
export function writeTable({ columns, rows, form, below }: TableBlock, { width }: Room): Table {
  const widths = shareOut(
    width,
    columns.map((column) => column.width),
  );
  const labels = columns.map(({ label }) => label);
  const head = row(
    columns.map((column, at) =>
      cell([headingOf(column)], widths[at] ?? 0, {
        borders: { bottom: underHeading },
        verticalAlign: 'bottom',
      }),
    ),
    { tableHeader: staysWhole(labels) },
  );
  const body = rows.flatMap((cells, nth) => {
    const under = below?.[nth] ?? [];
    const borders = under.length === 0 ? { bottom: underRow } : {};
    const written = row(
      cells.map((each, at) => cell(writeLines(each, columns[at]), widths[at] ?? 0, { borders })),
      form
        ? { height: formRow, keepNext: nth < rows.length - 1 && isShort(cells) }
        : { cantSplit: isShort(cells) },
    );
    return under.length === 0 ? [written] : [written, writeBelow(under, widths)];
  });
  // Headings that say nothing would be an empty line above the first row.
  return grid(widths, labels.some((label) => label !== '') ? [head, ...body] : body, margins);
}

/** Texts too long for their columns, over all of them but the first, which keeps to what names the rows. */
function writeBelow(below: readonly TextBelow[], widths: readonly number[]): TableRow {
  const width = widths.reduce((sum, each) => sum + each, 0);
  const indent = { left: Math.min(widths[0] ?? 0, Math.round(width * 0.16)) };
  const written = below.flatMap(({ heading, text }) => [
    // Kept with the text, it would take all of it over to the next page.
    paragraphOf(runsOf(heading, { bold: true }), { style: 'TableText', indent, ...directionOf(heading) }),
    paragraph(text, 'TableText', { indent }),
  ]);
  return row([cell(written, width, { columnSpan: widths.length, borders: { bottom: underRow } })], {
    cantSplit: false,
  });
}

function isShort(cells: readonly Cell[]): boolean {
  return staysWhole(cells.map((each) => linesOf(each).map(textOf).join('')));
}

function headingOf(column: Column): Paragraph {
  return paragraph(column.label, 'TableHeading', alignmentOf(column));
}

function writeLines(each: Cell, column: Column | undefined): Paragraph[] {
  const lines = linesOf(each).map((line) => writeLine(line, column));
  return lines.length === 0 ? [paragraph('', 'TableText')] : lines;
}

function writeLine(line: Line, column: Column | undefined): Paragraph {
  if (typeof line === 'object' && 'mark' in line) return writeMarked(line);
  const style = typeof line === 'object' && 'quiet' in line ? 'Quiet' : 'TableText';
  return paragraph(textOf(line), style, alignmentOf(column));
}

function alignmentOf(column: Column | undefined) {
  return column?.align === 'end' ? { alignment: AlignmentType.END } : {};
}

const signWidth = 250;

/** Good news is quiet: only what asks for attention colours its word. */
function writeMarked({ mark, text }: { mark: Mark; text: string }): Paragraph {
  const color = mark === 'met' || mark === 'excluded' ? ink : tones[mark];
  const sign = {
    color: tones[mark],
    font: 'Segoe UI Symbol',
    bold: mark === 'unknown' || mark === 'conflict',
  };
  return paragraphOf([...runsOf(`${signs[mark]}\t`, sign), ...runsOf(text, { color })], {
    style: 'TableText',
    indent: { left: signWidth, hanging: signWidth },
    tabStops: [{ type: TabStopType.LEFT, position: signWidth }],
    ...directionOf(text),
  });
}
