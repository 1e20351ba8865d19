import { AlignmentType, type Paragraph, type Table, TabStopType } from 'docx';
import {
  type Cell,
  type Column,
  type Line,
  linesOf,
  type Mark,
  type TableBlock,
  textOf,
} from '../../blocks.ts';
import { cell, grid, type Room, row } from './grid.ts';
import { gutter, ink, shareOut, signs, tones } from './look.ts';
import { underHeading, underRow } from './styles.ts';
import { directionOf, paragraph, paragraphOf, runsOf, staysWhole } from './text.ts';

const formRow = { value: 760, rule: 'atLeast' } as const;
const margins = { top: 80, bottom: 50, right: gutter };

/** The headings stand on each page again. What is to be signed is signed on one page. */
export function writeTable({ columns, rows, form }: TableBlock, { width }: Room): Table {
  const widths = shareOut(
    width,
    columns.map((column) => column.width),
  );
  const head = row(
    columns.map((column, at) =>
      cell([headingOf(column)], widths[at] ?? 0, {
        borders: { bottom: underHeading },
        verticalAlign: 'bottom',
      }),
    ),
    { tableHeader: staysWhole(columns.map(({ label }) => label)) },
  );
  const body = rows.map((cells, nth) =>
    row(
      cells.map((each, at) =>
        cell(writeLines(each, columns[at]), widths[at] ?? 0, { borders: { bottom: underRow } }),
      ),
      form
        ? { height: formRow, keepNext: nth < rows.length - 1 && isShort(cells) }
        : { cantSplit: isShort(cells) },
    ),
  );
  return grid(widths, [head, ...body], margins);
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
