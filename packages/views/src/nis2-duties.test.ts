import { describe, expect, it } from 'vitest';
import { frameworkCoverage } from './framework-coverage.ts';
import { nis2Duties } from './nis2-duties.ts';
import { answered, asked } from './testing/asked.ts';
import { judge, nis2, regulation, start } from './testing/library.ts';

describe('the NIS 2 duties', () => {
  it('are 25, each once, with whom they bind and how far ISO/IEC 27001 reaches', () => {
    const { rows, numbers } = answered(nis2Duties(asked(start())));
    expect([new Set(rows.map(({ id }) => id)).size, rows.length, numbers.n]).toEqual([25, 25, 25]);
    expect(rows.every(({ addressee }) => addressee !== '')).toBe(true);
    expect(rows.every(({ beyondIso27001 }) => beyondIso27001 !== undefined)).toBe(true);
    expect(rows.filter(({ deadline }) => deadline !== '').map(({ id }) => id)).toContain('23(4)(a)');
  });

  it('given one is judged met, then one counts', () => {
    const story = start();
    judge(story, [nis2, '20(1)']);
    expect(answered(nis2Duties(asked(story))).numbers).toMatchObject({ n: 25, met: 1, asserted: 1 });
  });
});

it('any adopted framework has its coverage, by its assessable requirements', () => {
  const story = start();
  expect(answered(frameworkCoverage(asked(story), regulation)).rows).toHaveLength(49);
  expect(frameworkCoverage(asked(story), 'iso9001')).toMatchObject({
    refusal: { code: 'framework.unknown' },
  });
});
