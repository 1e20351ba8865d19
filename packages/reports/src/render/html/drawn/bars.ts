import { type BarRow, type BarsBlock, type IntervalBlock, textOf } from '../../../blocks.ts';
import { percent, put } from '../written/put.ts';
import { frameTable } from '../written/table.ts';

/** The three parts of one bar, those that are not empty. */
export function writeInterval({ n, met, possible, legend, words }: IntervalBlock): string {
  const parts = [
    { name: 'met', count: met },
    { name: 'possible', count: possible - met },
    { name: 'gap', count: n - possible },
  ];
  const bars = parts
    .filter((part) => part.count > 0)
    .map((part) => `<i class="is-${part.name}" style="flex:${part.count}"></i>`);
  return `<div class="interval" aria-hidden="true">${bars.join('')}</div>${writeLegend(Object.entries(legend))}<p>${put(words)}</p>`;
}

/** Drawings beside their meaning. */
export function writeLegend(entries: readonly (readonly [name: string, words: string])[], of = ''): string {
  const items = entries.map(
    ([name, words]) => `<li><i class="is-${name}" aria-hidden="true"></i>${put(words)}</li>`,
  );
  return `<ul class="legend${of}">${items.join('')}</ul>`;
}

/** A real table: the words beside each bar say what it shows. */
export function writeBars({ caption, heads, rows, legend }: BarsBlock, said: boolean): string {
  const changes = heads.change !== undefined;
  const head = [
    `<th scope="col">${put(heads.label)}</th><td></td><th scope="col" class="end">${put(heads.figure)}</th>`,
    ...(changes ? [`<th scope="col" class="end change">${put(heads.change!)}</th>`] : []),
    `<th scope="col">${put(heads.words)}</th>`,
  ];
  const body = rows.map((row) => writeRow(row, changes));
  const table = frameTable(
    { caption, said, kind: 'bars' },
    `<thead><tr>${head.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>`,
  );
  return `${table}${writeLegend(Object.entries(legend))}`;
}

function writeRow(row: BarRow, changes: boolean): string {
  const change = changes ? `<td class="end">${put(textOf(row.change ?? ''))}</td>` : '';
  return `<tr><th scope="row">${put(row.label)}</th><td>${drawBar(row)}</td><td class="end">${put(row.figure)}</td>${change}<td class="quiet">${put(row.words)}</td></tr>`;
}

function drawBar({ n, met, possible, target }: BarRow): string {
  if (n === 0) return '';
  const part = (name: string, from: number, to: number) =>
    from === to
      ? ''
      : `<i class="is-${name}" style="left:${percent(from / n)};width:${percent((to - from) / n)}"></i>`;
  const stroke = target === undefined ? '' : `<i class="is-target" style="left:${percent(target / n)}"></i>`;
  return `<span class="bar" aria-hidden="true">${part('gap', 0, n)}${part('possible', met, possible)}${part('met', 0, met)}${stroke}</span>`;
}
