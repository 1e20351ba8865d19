import { hasWords } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { endingOf, refuseLength, reportNames } from './reports.ts';

const of = (length: number) => ({ rows: Array.from({ length }, () => ({})) });

describe('given a list longer than a document of pages can be', () => {
  it.each(['pdf', 'docx'])('then as %s it is refused with what it can be had as', (format) => {
    const refused = refuseLength('control-library', of(2001), format);
    expect(refused?.refusal).toMatchObject({
      code: 'report.too-long',
      params: {
        report: 'control-library',
        format: format.toUpperCase(),
        rows: 2001,
        most: 2000,
        others: 'xlsx, csv, html, json',
      },
    });
    expect(refuseLength('control-library', of(2000), format)).toBeUndefined();
  });

  it('then the other formats are not refused, nor what has no list', () => {
    expect(refuseLength('control-library', of(2001), 'xlsx')).toBeUndefined();
    expect(refuseLength('board-summary', {}, 'pdf')).toBeUndefined();
  });
});

it.each([
  ['pdf', 'pdf'],
  ['rows-csv', 'csv'],
  ['nist-xlsx', 'xlsx'],
  ['oscal-ssp', 'json'],
  ['oscal.json', 'oscal.json'],
  ['ics', 'ics'],
])('the name of a file in the format %s ends in %s', (format, ending) => {
  expect(endingOf(format)).toBe(ending);
});

it('every report has words for its name where its changes are told', () => {
  for (const name of reportNames) expect(hasWords(`changes-report.of.${name}`), name).toBe(true);
});
