import { hasWords } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { refuseLength, reportNames } from './reports.ts';

const of = (length: number) => ({ rows: Array.from({ length }, () => ({})) });

describe('given a list longer than a PDF can be', () => {
  it('then the PDF is refused with what it can be had as; the other formats are not', () => {
    const refused = refuseLength('control-library', of(3001), 'pdf');
    expect(refused?.refusal).toMatchObject({
      code: 'report.too-long',
      params: {
        report: 'control-library',
        format: 'PDF',
        rows: 3001,
        most: 3000,
        others: 'docx, xlsx, csv, html, json',
      },
    });
    expect(refuseLength('control-library', of(3001), 'xlsx')).toBeUndefined();
    expect(refuseLength('control-library', of(3000), 'pdf')).toBeUndefined();
    expect(refuseLength('board-summary', {}, 'pdf')).toBeUndefined();
  });

  it('and much longer, then a text document is refused too', () => {
    const refused = refuseLength('evidence-register', of(5001), 'docx');
    expect(refused?.refusal).toMatchObject({
      params: { format: 'DOCX', most: 5000, others: 'xlsx, csv, html, json' },
    });
    expect(refuseLength('evidence-register', of(5001), 'pdf')?.refusal.params?.others).not.toContain('docx');
    expect(refuseLength('evidence-register', of(5000), 'docx')).toBeUndefined();
  });
});

it('every report has words for its name where its changes are told', () => {
  for (const name of reportNames) expect(hasWords(`changes-report.of.${name}`), name).toBe(true);
});
