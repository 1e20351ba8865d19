import { type Cell, type Column, type Line, linesOf, type Mark, type TableBlock } from '../../../blocks.ts';
import { drawMark } from './marks.ts';
import { escapeHtml, put } from './put.ts';

/** A table and what scrolls around it where the page is narrower. A caption that a heading says is for screen readers alone. */
export function frameTable(framed: Framed, inside: string): string {
  return `${openTable(framed)}${inside}${closing}`;
}

interface Framed {
  readonly caption: string;
  readonly said: boolean;
  readonly kind: string;
}

function openTable({ caption, said, kind }: Framed): string {
  const names = [kind, said ? 'said' : ''].filter((name) => name !== '').join(' ');
  return `<div class="scroll" role="group" tabindex="0" aria-label="${escapeHtml(caption)}"><table${names === '' ? '' : ` class="${names}"`}><caption>${put(caption)}</caption>
`;
}

const closing = '\n</table></div>';

/** A table, row after row. */
export function* tablePieces(table: TableBlock, said: boolean): Generator<string, void> {
  const { caption, columns, rows } = table;
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => `<col style="width:${((column.width / whole) * 100).toFixed(2)}%">`);
  yield `${openTable({ caption, said, kind: nameKind(table) })}<colgroup>${widths.join('')}</colgroup>
${writeHead(columns)}<tbody>
`;
  let between = '';
  for (const row of rows) {
    yield `${between}<tr>${row.map((cell, nth) => writeCell(cell, columns[nth])).join('')}</tr>`;
    between = '\n';
  }
  yield `
</tbody>${closing}`;
}

function writeHead(columns: readonly Column[]): string {
  if (columns.every(({ label }) => label === '')) return '';
  const heads = columns.map(({ label, align }) =>
    label === '' ? '<td></td>' : `<th scope="col"${align === 'end' ? ' class="end"' : ''}>${put(label)}</th>`,
  );
  return `<thead><tr>${heads.join('')}</tr></thead>\n`;
}

/** A wide table scrolls on a narrow screen. */
function nameKind({ columns, form }: TableBlock): string {
  return [...(form ? ['form'] : []), ...(columns.length > 3 ? ['wide'] : [])].join(' ');
}

function writeCell(cell: Cell, column: Column | undefined): string {
  const lines = linesOf(cell).map(writeLine).join('');
  if (column?.identifies) return `<th scope="row">${lines}</th>`;
  return column?.align === 'end' ? `<td class="end">${lines}</td>` : `<td>${lines}</td>`;
}

function writeLine(line: Line): string {
  if (typeof line === 'string') return `<span class="line">${put(line)}</span>`;
  if ('mark' in line) return writeMarked(line);
  if ('date' in line)
    return `<span class="line"><time datetime="${escapeHtml(line.date)}">${put(line.text)}</time></span>`;
  return `<span class="line${'quiet' in line ? ' quiet' : ''}">${put(line.text)}</span>`;
}

/** Good news is quiet: only what asks for attention colours its word. */
function writeMarked({ mark, text }: { mark: Mark; text: string }): string {
  const quiet = mark === 'met' || mark === 'excluded';
  const colour = quiet ? '' : ` style="color:var(--${mark})"`;
  return `<span class="line mark"${colour}>${drawMark(mark)}<span>${put(text)}</span></span>`;
}
