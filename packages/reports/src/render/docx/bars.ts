import { AlignmentType, type Paragraph, type Table, type TableCell, TextRun } from 'docx';
import { type BarRow, type BarsBlock, type IntervalBlock, textOf } from '../../blocks.ts';
import { between, cell, grid, type Room, row, type Written } from './grid.ts';
import { barColour, edge, gutter, ink, shareOut } from './look.ts';
import { underHeading, underRow } from './styles.ts';
import { paragraph, paragraphOf, runsOf, staysWhole } from './text.ts';

type Bar = Pick<BarRow, 'n' | 'met' | 'possible' | 'target'>;
type Part = 'met' | 'possible' | 'gap';

const thickness = { value: 190, rule: 'exact' } as const;
const shadings = {
  met: { type: 'clear', fill: barColour },
  // Hatched means not proven.
  possible: { type: 'thinDiagStripe', fill: 'FFFFFF', color: barColour },
  gap: { type: 'clear', fill: 'FFFFFF' },
} as const;
const outline = (part: Part) =>
  ({ style: 'single', size: 4, color: part === 'gap' ? edge : barColour }) as const;
const stroke = { style: 'single', size: 24, color: ink } as const;

/** Coverage as one row of cells: solid, hatched, outlined, in exact proportion, with a stroke at the target. */
function drawBar(bar: Bar, width: number): Table {
  const parts = partsOf(bar);
  const widths = shareOut(
    width,
    parts.map(({ from, to }) => to - from),
  );
  const cells = parts.map((part, at) => drawPart(part, widths[at] ?? 0, bar));
  return grid(widths, [row(cells, { height: thickness })]);
}

interface Stretch {
  readonly part: Part;
  readonly from: number;
  readonly to: number;
}

/** Cut where the state changes and at the target, which has to stand on an edge. */
function partsOf({ n, met, possible, target = 0 }: Bar): Stretch[] {
  if (n === 0) return [{ part: 'gap', from: 0, to: 1 }];
  const edges = [...new Set([0, met, possible, target, n])].sort((one, other) => one - other);
  return edges.slice(1).map((to, at) => ({
    part: to <= met ? 'met' : to <= possible ? 'possible' : 'gap',
    from: edges[at] ?? 0,
    to,
  }));
}

function drawPart({ part, from, to }: Stretch, width: number, { target }: Bar): TableCell {
  const line = outline(part);
  const borders = {
    top: line,
    bottom: line,
    left: from === target ? stroke : line,
    right: to === target ? stroke : line,
  };
  return cell([paragraph('', 'Bar')], width, { shading: shadings[part], borders });
}

/** What solid, hatched and outlined mean, each beside a piece of it. */
function writeLegend(legend: BarsBlock['legend']): Paragraph {
  const pieces = (['met', 'possible', 'gap'] as const).flatMap((part) => [
    new TextRun({
      text: '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0',
      shading: shadings[part],
      border: outline(part),
    }),
    ...runsOf(`\u00a0\u00a0${legend[part]}\u2003\u2002`),
  ]);
  const target =
    legend.target === undefined
      ? []
      : [new TextRun({ text: '\u2503', bold: true }), ...runsOf(`\u00a0\u00a0${legend.target}`)];
  return paragraphOf([...pieces, ...target], { style: 'TableText', spacing: { before: 100, after: 120 } });
}

export function writeInterval({ legend, words, ...bar }: IntervalBlock, { width }: Room): Written[] {
  return [drawBar(bar, width), writeLegend(legend), paragraph(words, 'Normal')];
}

/** A row for each group: its bar, its figure, and in words what the bar shows. */
export function writeBars({ heads, rows, legend }: BarsBlock, { width }: Room): Written[] {
  const changing = heads.change !== undefined;
  const widths = shareOut(width, changing ? [22, 25, 14, 11, 28] : [23, 27, 14, 36]);
  const headings = textsOf(heads, changing).map((text, at, { length }) =>
    cell([paragraph(text, 'TableHeading', atEnd(at, length))], widths[at] ?? 0, {
      borders: { bottom: underHeading },
      verticalAlign: 'bottom',
    }),
  );
  const body = rows.map((each) => writeRow(each, widths));
  return [
    grid(widths, [row(headings, { tableHeader: staysWhole(textsOf(heads, changing)) }), ...body], {
      top: 80,
      bottom: 50,
      right: gutter,
    }),
    writeLegend(legend),
  ];
}

type Said = Pick<BarRow, 'label' | 'figure' | 'change' | 'words'>;

/** What stands in the columns; nothing in that of the bars. */
function textsOf({ label, figure, change, words }: Said, changing: boolean): string[] {
  return [label, '', figure, ...(changing ? [textOf(change ?? '')] : []), words];
}

function writeRow(each: BarRow, widths: readonly number[]) {
  const borders = { bottom: underRow };
  const cells = textsOf(each, widths.length === 5).map((text, at, { length }) => {
    const bar = [drawBar(each, (widths[at] ?? 0) - gutter), between()];
    return cell(at === 1 ? bar : [paragraph(text, 'TableText', atEnd(at, length))], widths[at] ?? 0, {
      borders,
    });
  });
  return row(cells, { cantSplit: staysWhole(textsOf(each, true)) });
}

/** Figures stand at the end of their column: those between the bar and the words. */
function atEnd(at: number, count: number) {
  return at > 1 && at < count - 1 ? { alignment: AlignmentType.END } : {};
}
