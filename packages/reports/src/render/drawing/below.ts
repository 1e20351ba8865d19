import { type Cell, type Column, type Line, linesOf, type TableBlock, textOf } from '../../blocks.ts';
import { shorten } from '../../wording/shorten.ts';

/** What a page holds beside each other in small letters, and under each other before a column is a ribbon. */
const [lettersAcross, mostLines, keptLines, longestName] = [100, 30, 4, 60];

/**
 * A table in which no column is a ribbon over pages: a text that would be one begins in its cell and stands whole under
 * its row, headed by its column and its row. What names the row stays.
 */
export function putBelow(table: TableBlock): TableBlock {
  const { columns, rows } = table;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const letters = columns.map(({ width }) => Math.max(1, Math.floor((width / whole) * lettersAcross)));
  const isRibbon = (text: string, at: number) =>
    columns[at]?.identifies !== true && countLines(text, letters[at] ?? 1) > mostLines;
  if (!rows.some((row) => row.some((cell, at) => linesOf(cell).some((line) => isRibbon(textOf(line), at)))))
    return table;
  const begin = (line: Line, at: number): Line => {
    if (!isRibbon(textOf(line), at)) return line;
    const text = `${shorten(textOf(line).replaceAll('\n', ' '), keptLines * (letters[at] ?? 1))} ↓`;
    return typeof line === 'object' && 'quiet' in line ? { text, quiet: true } : text;
  };
  return {
    ...table,
    rows: rows.map((row) => row.map((cell, at): Cell => linesOf(cell).map((line) => begin(line, at)))),
    below: rows.map((row) =>
      row.flatMap((cell, at) =>
        linesOf(cell)
          .map(textOf)
          .filter((text) => isRibbon(text, at))
          .map((text) => ({ heading: nameBelow(columns, row, at), text })),
      ),
    ),
  };
}

/** The column and the row: the row by its title rather than its id, for an id stands once, where its row is. */
function nameBelow(columns: readonly Column[], row: readonly Cell[], at: number): string {
  const naming = columns.findIndex(({ identifies }) => identifies);
  const [id = '', title = ''] = [naming, naming + 1].map((place) => firstOf(row[place] ?? ''));
  const name = title === '' || naming + 1 === at || /\s/.test(id) ? id : title;
  return [columns[at]?.label ?? '', shorten(name, longestName)].filter((text) => text !== '').join(' · ');
}

function firstOf(cell: Cell): string {
  return linesOf(cell).map(textOf)[0] ?? '';
}

function countLines(text: string, letters: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
}
