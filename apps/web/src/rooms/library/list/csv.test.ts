import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

describe('rows as CSV', () => {
  it('given commas, quotes and lines, when they are written, then each cell stays one cell', () => {
    expect(
      csvOf([
        ['Code', 'Name'],
        ['C-1', 'He said "no", then\nyes'],
      ]),
    ).toBe('\uFEFFCode,Name\r\nC-1,"He said ""no"", then\nyes"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '\r=1'])(
    'given %j, which a spreadsheet would calculate, when it is written, then an apostrophe stands before it',
    (text) => {
      expect(csvOf([[text]])).toContain(`'${text}`);
    },
  );

  it('given any texts that are calculated by nobody, when they are read again, then they are the same', () => {
    const harmless = fc
      .string()
      .filter((text) => !/^\s*[=+\-@]/.test(text) && !/^[\t\r]/.test(text.trimStart()) && !/^\s/.test(text));
    fc.assert(
      fc.property(
        fc.array(fc.array(harmless, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          expect(readCsv(csvOf(rows))).toEqual(rows);
        },
      ),
    );
  });
});

/** Reads CSV letter by letter, as RFC 4180 says. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted] = [[] as string[], '', false];
  const letters = [...text.slice(1)];
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] as string;
    if (quoted && letter === '"' && letters[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ',') [row, cell] = [[...row, cell], ''];
    else if (!quoted && letter === '\r' && letters[at + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell, at] = [[], '', at + 1];
    } else cell += letter;
  }
  return rows;
}
