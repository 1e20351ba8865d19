import { type TableCell, TextRun } from 'docx';
import type { HeatBlock, HeatTile } from '../../blocks.ts';
import { between, cell, grid, type Room, row, type Written } from './grid.ts';
import { distances, edge, ink, shareOut } from './look.ts';
import { paragraph, paragraphOf, runsOf, staysWhole } from './text.ts';

const across = 6;
const white = { style: 'single', size: 18, color: 'FFFFFF' } as const;
const apart = { top: white, bottom: white, left: white, right: white };
const dashed = { style: 'dashed', size: 4, color: edge } as const;
const unknown = { top: dashed, bottom: dashed, left: dashed, right: dashed };

/** A row of tiles for each group. Each tile says its figure and its words; the shade only repeats them. */
export function writeHeat({ rows, legend, words }: HeatBlock, { width }: Room): Written[] {
  const widths = shareOut(width, [24, ...Array.from({ length: across }, () => 76 / across)]);
  const lines = rows.flatMap(({ label, words: said, tiles }) =>
    inLines(tiles).map((line, nth) => {
      const head =
        nth === 0
          ? [paragraph(label, 'PanelTitle'), ...said.map((text) => paragraph(text, 'Quiet'))]
          : [paragraph('', 'TableText')];
      const drawn = Array.from({ length: across }, (_, at) => drawTile(line[at], widths[at + 1] ?? 0));
      const texts = [label, ...said, ...line.flatMap((tile) => [tile.label, tile.words])];
      return row([cell(head, widths[0] ?? 0), ...drawn], { cantSplit: staysWhole(texts) });
    }),
  );
  return [
    grid(widths, lines, { top: 40, bottom: 40, left: 70, right: 50 }),
    between(),
    writeLegend(legend),
    paragraph(words, 'Normal'),
  ];
}

function inLines(tiles: readonly HeatTile[]): HeatTile[][] {
  const count = Math.max(1, Math.ceil(tiles.length / across));
  return Array.from({ length: count }, (_, at) => tiles.slice(at * across, (at + 1) * across));
}

function drawTile(tile: HeatTile | undefined, width: number): TableCell {
  if (tile === undefined) return cell([paragraph('', 'TableText')], width);
  const { id, label, figure, words, level } = tile;
  const color = level === 4 ? 'FFFFFF' : ink;
  const small = { size: 15, color };
  return cell(
    [
      paragraphOf(runsOf(id, { color, bold: true }), { style: 'TableText' }),
      paragraphOf(runsOf(figure, { color }), { style: 'TableText' }),
      paragraphOf(runsOf(label, small), { style: 'TableText' }),
      ...(words === '' ? [] : [paragraphOf(runsOf(words, small), { style: 'TableText' })]),
    ],
    width,
    level === undefined
      ? { borders: unknown }
      : { borders: apart, shading: { type: 'clear', fill: distances[level] } },
  );
}

function writeLegend({ title, levels, none }: HeatBlock['legend']) {
  const swatch = '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0';
  const shades = levels.flatMap((words, level) => [
    new TextRun({ text: swatch, shading: { type: 'clear', fill: distances[level] ?? 'FFFFFF' } }),
    ...runsOf(`\u00a0\u00a0${words}\u2003`),
  ]);
  return paragraphOf(
    [
      ...runsOf(`${title}\u2003`),
      ...shades,
      new TextRun({ text: swatch, border: dashed }),
      ...runsOf(`\u00a0\u00a0${none}`),
    ],
    { style: 'TableText', spacing: { before: 60, after: 120 } },
  );
}
