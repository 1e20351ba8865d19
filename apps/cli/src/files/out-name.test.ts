import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Row, rowNamed } from '@concord/operations';
import { describe, expect, test } from 'vitest';
import { withFormat } from './out-name.ts';

const formatOf = async (name: string, out: string, format?: string) =>
  (await withFormat(rowNamed(name) as Row, format === undefined ? {} : { format }, out)).format;

describe('given the name of a file to write', () => {
  test.each([
    ['report', 'x.docx', 'docx'],
    ['report', 'X.PDF', 'pdf'],
    ['reports diff', 'x.html', 'html'],
    ['controls export', 'x.csv', 'csv'],
    ['export tables', 'x.sqlite', 'sqlite'],
    ['report', 'x', undefined],
    ['report', '-', undefined],
    ['report', 'x.draft', undefined],
    ['export tables', 'x', undefined],
    ['public-key', 'x.pdf', undefined],
  ])('when no format is asked for, then `%s` to %s has the format %s', async (name, out, format) => {
    expect(await formatOf(name, out)).toBe(format);
  });

  test.each([
    ['report', 'x.json', 'oscal-ssp'],
    ['report', 'x.xlsx', 'nist-xlsx'],
    ['report', 'x.draft', 'docx'],
    ['export tables', 'x', 'sqlite'],
  ])('when `%s` to %s is asked for as %s, then it is', async (name, out, format) => {
    expect(await formatOf(name, out, format)).toBe(format);
  });

  test.each([
    [
      'report',
      'x.pdf',
      'docx',
      '--out x.pdf does not fit: the file is docx. Give --out x.docx or --format pdf.',
    ],
    ['report', 'x.zip', 'pdf', '--out x.zip does not fit: the file is pdf. Give --out x.pdf.'],
    [
      'controls export',
      'x.pdf',
      undefined,
      '--out x.pdf does not fit: the file is xlsx or csv or json. Give --out x.xlsx or --out x.csv or --out x.json.',
    ],
    [
      'export tables',
      't.foo',
      undefined,
      '--out t.foo does not fit: the file is zip or sqlite. Give --out t.zip or --out t.sqlite.',
    ],
    [
      'export tables',
      't.sqlite',
      'zip',
      '--out t.sqlite does not fit: the file is zip. Give --out t.zip or --format sqlite.',
    ],
  ])(
    'when `%s` to %s is asked for as %s, then that is refused with the mend',
    async (name, out, format, said) => {
      await expect(formatOf(name, out, format)).rejects.toThrow(said);
    },
  );

  test('when it is a folder, then its name says nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'concord-out.pdf'));
    expect(await formatOf('report', folder, 'docx')).toBe('docx');
    rmSync(folder, { recursive: true });
  });
});
