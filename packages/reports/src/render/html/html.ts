import {
  type Block,
  type Cell,
  type Document,
  type IntervalBlock,
  type Line,
  linesOf,
  type Mark,
  type TableBlock,
} from '../../blocks.ts';
import { makePrintable } from '../printable.ts';
import { drawMark, symbols } from './marks.ts';
import { style } from './style.ts';

/** One accessible file without scripts and without anything to fetch. */
export function renderHtml(document: Document): string {
  const printed = makePrintable(document);
  return `<!doctype html>
<html lang="${escapeHtml(printed.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(`${printed.title} · ${printed.organisation}`)}</title>
<style>${style}</style>
</head>
<body>
${symbols}
<header>${writeTitle(printed)}</header>
<main>
${printed.blocks.map(writeBlock).join('\n')}
</main>
<footer><p>${put(printed.running.left)}</p><p>${put(printed.running.foot)}</p></footer>
</body>
</html>
`;
}

/** Text for any place in HTML, attributes in double quotes too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text that a person may have typed: set apart, so that its writing direction stays its own. */
function put(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}

function writeTitle({ asked, title, status }: Document): string {
  const above = asked === undefined ? '' : `<p>${put(asked)}</p>`;
  return `${above}<h1>${put(title)}</h1><p class="status">${put(status)}</p>`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${put(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p>${put(block.text)}</p>`;
    case 'facts':
      return `<dl>${block.facts.map(({ label, value }) => `<dt>${put(label)}</dt><dd>${put(value)}</dd>`).join('')}</dl>`;
    case 'figures':
      return `<ul class="figures">${block.figures.map(({ figure, words }) => `<li><b>${put(figure)}</b> <span>${put(words)}</span></li>`).join('')}</ul>`;
    case 'interval':
      return writeInterval(block);
    case 'table':
      return writeTable(block);
    case 'note':
      return `<p class="note"><b>${put(block.label)}</b> <span>${put(block.text)}</span></p>`;
    case 'pageBreak':
      return '<div class="page-break"></div>';
  }
}

function writeInterval({ n, met, possible, legend, words }: IntervalBlock): string {
  const parts = [
    { name: 'met', count: met, words: legend.met },
    { name: 'possible', count: possible - met, words: legend.possible },
    { name: 'gap', count: n - possible, words: legend.gap },
  ];
  const bars = parts
    .filter((part) => part.count > 0)
    .map((part) => `<i class="is-${part.name}" style="flex:${part.count}"></i>`);
  const entries = parts.map((part) => `<li><i class="is-${part.name}"></i>${put(part.words)}</li>`);
  return `<div class="interval" aria-hidden="true">${bars.join('')}</div><ul class="legend">${entries.join('')}</ul><p>${put(words)}</p>`;
}

function writeTable(table: TableBlock): string {
  const { caption, columns, rows } = table;
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => `<col style="width:${((column.width / whole) * 100).toFixed(2)}%">`);
  const heads = columns.map((column) => `<th scope="col">${put(column.label)}</th>`);
  const body = rows.map((row) => `<tr>${row.map((cell, nth) => writeCell(cell, table, nth)).join('')}</tr>`);
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"><table${writeClass(table)}><caption>${put(caption)}</caption><colgroup>${widths.join('')}</colgroup>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody></table></div>`;
}

/** The caption repeats the heading above, so it is there for screen readers; a wide table scrolls on a narrow screen. */
function writeClass({ columns, form }: TableBlock): string {
  const names = [...(form ? ['form'] : []), ...(columns.length > 3 ? ['wide'] : [])];
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
}

function writeCell(cell: Cell, table: TableBlock, nth: number): string {
  const lines = linesOf(cell).map(writeLine).join('');
  return table.columns[nth]?.identifies ? `<th scope="row">${lines}</th>` : `<td>${lines}</td>`;
}

function writeLine(line: Line): string {
  if (typeof line === 'string') return `<span class="line">${put(line)}</span>`;
  if ('mark' in line) return writeMarked(line);
  return `<span class="line quiet">${put(line.text)}</span>`;
}

/** Good news is quiet: only what asks for attention colours its word. */
function writeMarked({ mark, text }: { mark: Mark; text: string }): string {
  const quiet = mark === 'met' || mark === 'excluded';
  const colour = quiet ? '' : ` style="color:var(--${mark})"`;
  return `<span class="line mark"${colour}>${drawMark(mark)}<span>${put(text)}</span></span>`;
}
