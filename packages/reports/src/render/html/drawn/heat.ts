import type { HeatBlock, HeatTile } from '../../../blocks.ts';
import { put } from '../written/put.ts';
import { frameTable } from '../written/table.ts';
import { writeLegend } from './bars.ts';

type Group = HeatBlock['rows'][number];

/** So many tiles stand beside each other; more of a group go on in the next line. */
const LINE = 6;

/** A table whose cells say in words what their shade shows. */
export function writeHeat({ caption, rows, legend, words }: HeatBlock, said: boolean): string {
  const width = Math.min(LINE, Math.max(1, ...rows.map((row) => row.tiles.length)));
  const table = frameTable(
    { caption, said, kind: 'heat' },
    `<tbody>
${rows.map((row) => writeGroup(row, width)).join('\n')}
</tbody>`,
  );
  const scale = [
    ...legend.levels.map((level, nth) => [`l${nth}`, level] as const),
    ['none', legend.none] as const,
  ];
  const below = words === '' ? '' : `<p class="quiet">${put(words)}</p>`;
  return `${table}<p class="legend-title">${put(legend.title)}</p>${writeLegend(scale)}${below}`;
}

function writeGroup({ label, words, tiles }: Group, width: number): string {
  const count = Math.max(1, Math.ceil(tiles.length / width));
  const told = words.map((line) => `<span class="line quiet">${put(line)}</span>`).join('');
  const head = `<th scope="rowgroup" rowspan="${count}"><b>${put(label)}</b>${told}</th>`;
  const lines = Array.from({ length: count }, (_, nth) => {
    const line = tiles.slice(nth * width, (nth + 1) * width);
    const rest = width - line.length;
    const filler = rest === 0 ? '' : `<td class="filler" colspan="${rest}"></td>`;
    return `<tr>${nth === 0 ? head : ''}${line.map(writeTile).join('')}${filler}</tr>`;
  });
  return lines.join('\n');
}

function writeTile({ id, label, figure, words, level }: HeatTile): string {
  const code = id === label ? '' : `<span class="line">${put(id)}</span>`;
  return `<td class="${level === undefined ? 'is-none' : `is-l${level}`}">${code}<span class="line">${put(label)}</span><b class="line">${put(figure)}</b><span class="line">${put(words)}</span></td>`;
}
