import { describe, expect, it } from 'vitest';
import { apartIn } from '../../blocks.ts';
import { headingsOf, rowsOf, tablesOf, told, writeSample } from '../../testing/tables-told.ts';
import { registerView } from '../../testing/views/index.ts';

const hash = 'ab12cd34ef56'.padEnd(64, '0');

describe('given the register of evidence', () => {
  const document = writeSample('evidence-register', registerView());

  it('then what needs somebody comes first, and each piece stands once', () => {
    expect(headingsOf(document)).toEqual([
      'The evidence in figures',
      'Failed',
      'Stale',
      'In grace',
      'Fresh',
      'Without an end',
      'Neutral',
      'Replaced',
      'Past',
    ]);
    expect(rowsOf(document, 'evidence')).toHaveLength(8);
  });

  it('then a piece says where it lies, until when it counts and what rests on it; days are days', () => {
    const [fresh] = tablesOf(document.blocks, 'evidence').filter(({ caption }) => caption === 'Fresh');
    expect(fresh?.rows[0]?.map(told)).toEqual([
      `Review of the third quarter | review-q3.pdf | SHA-256 ${hash}`,
      '2 Oct 2026',
      '1 Jul 2026 – 30 Sep 2026',
      'works | Ida Sample',
      'AC-01 | shows it now',
      '2 Jan 2027',
      'Fresh | grace until 16 Jan 2027',
    ]);
    expect(apartIn(fresh!).columns[2]?.label).toBe('SHA-256');
    expect(apartIn(fresh!).rows[0]?.slice(0, 3).map(told)).toEqual([
      'Review of the third quarter',
      'review-q3.pdf',
      hash,
    ]);
    expect(fresh?.rows[0]?.[1]).toMatchObject({ date: '2026-10-02' });
    expect(fresh?.rows[0]?.[5]).toMatchObject({ date: '2027-01-02' });
    const replaced = rowsOf(document, 'evidence').at(-2);
    expect(replaced?.[6]).toBe('Replaced | by “A newer one” of 1 Nov 2026');
  });

  it('then what lapses is drawn on a calendar; of more than can be drawn the rest is counted', () => {
    const drawn = document.blocks.find((block) => block.kind === 'timeline');
    expect(drawn?.rows.map(({ state, from, to }) => [state, from, to])).toEqual([
      ['late', '2026-11-10', '2026-12-01'],
      ['open', '2026-11-22', '2027-01-02'],
    ]);
    const { lapsing } = registerView();
    const many = Array.from({ length: 45 }, () => lapsing.rows[1]!);
    const { blocks } = writeSample(
      'evidence-register',
      registerView({ lapsing: { ...lapsing, rows: many } }),
    );
    expect(blocks.find((block) => block.kind === 'timeline')?.rows).toHaveLength(40);
    expect(JSON.stringify(blocks)).toContain('5 more lapse later in this time');
  });
});
