import type { TimelineBlock, TimelineRow } from '../../../blocks.ts';
import { type PlacedRow, type PlacedTimeline, placeTimeline } from '../../drawing/timeline.ts';
import { percent, put } from '../written/put.ts';
import { frameTable } from '../written/table.ts';
import { writeLegend } from './bars.ts';

/** A table with a drawn cell in each row; its words say who and until when. */
export function writeTimeline(block: TimelineBlock, said: boolean): string {
  const { caption, heads, rows, legend } = block;
  const placed = placeTimeline(block);
  const lines = drawLines(placed);
  const body = rows.map((row, nth) => writeRow(row, placed.rows[nth]!, lines));
  const table = frameTable(
    { caption, said, kind: 'timeline' },
    `<thead><tr><th scope="col">${put(heads.label)}</th><td>${drawTicks(placed)}</td><th scope="col">${put(heads.words)}</th></tr></thead>
<tbody>
${body.join('\n')}
</tbody>${writeMarks(placed)}`,
  );
  return legend === undefined ? table : `${table}${writeLegend(Object.entries(legend), ' of-timeline')}`;
}

function writeRow({ label, state, words }: TimelineRow, placed: PlacedRow, lines: string): string {
  const bar =
    placed.outside === undefined
      ? `<i class="is-${state}" style="left:${percent(placed.from)};width:${percent(placed.to - placed.from)}"></i>`
      : `<i class="is-${placed.outside}"></i>`;
  return `<tr><th scope="row">${put(label)}</th><td><span class="days" aria-hidden="true">${lines}${bar}</span></td><td class="quiet">${put(words)}</td></tr>`;
}

/** The same in every row, so that they run through. */
function drawLines({ ticks, marks }: PlacedTimeline): string {
  const line = (name: string, at: number) => `<i class="${name}" style="left:${percent(at)}"></i>`;
  return [...ticks.map(({ at }) => line('tick', at)), ...marks.map(({ at }) => line('day', at))].join('');
}

function drawTicks({ ticks }: PlacedTimeline): string {
  const labels = ticks
    .filter(({ label }) => label !== '')
    .map(({ at, label }) => `<span style="left:${percent(at)}">${put(label)}</span>`);
  return `<span class="labels" aria-hidden="true">${labels.join('')}</span>`;
}

function writeMarks({ marks }: PlacedTimeline): string {
  if (marks.length === 0) return '';
  const lines = Math.max(...marks.map(({ line }) => line + 1));
  const labels = marks.map(
    ({ label, start, room, line }) =>
      `<b style="left:${percent(start)};width:${percent(room)};top:${line * 1.25}rem">${put(label)}</b>`,
  );
  return `\n<tfoot><tr><td></td><td><span class="labels" aria-hidden="true" style="height:${lines * 1.25}rem">${labels.join('')}</span></td><td></td></tr></tfoot>`;
}
