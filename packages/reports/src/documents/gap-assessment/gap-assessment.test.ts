import type { GapAssessment } from '@concord/views';
import { describe, expect, it } from 'vitest';
import type { BarsBlock } from '../../blocks.ts';
import { ground } from '../../testing/views/ground.ts';
import { writeGapAssessment } from './index.ts';

const gap = (id: string, mark: string) => ({
  ...{ id, title: id, word: mark, mark, controls: [], moreControls: 0, hiddenControls: 0, actions: 0 },
  ...{ claims: { proposed: 0, confirmed: 0 }, evidence: [] },
});

/** Two frameworks: in the first a gap and one partly met among four that are open, in the second one that is only unknown. */
function view(): GapAssessment {
  const framework = (title: string, possible: number, gaps: readonly object[]) => ({
    framework: { id: title, title, edition: '1', hash: 'ab' },
    numbers: { n: 6, met: 2, possible, unclaimed: 1, unknown: 1 },
    gaps,
  });
  return {
    ...ground('gap-assessment'),
    frameworks: [
      framework('One', 4, [gap('1', 'gap'), gap('2', 'stale'), gap('3', 'unknown'), gap('4', 'partly')]),
      framework('Two', 6, [gap('5', 'unknown')]),
    ],
    ...{ roadmap: [], atMostOver: 0, unreachable: [], actions: [] },
  } as unknown as GapAssessment;
}

const barsOf = (language: string) => {
  const { blocks } = writeGapAssessment(view(), { language });
  return blocks.find((block): block is BarsBlock => block.kind === 'bars')?.rows ?? [];
};

const wordsOf = (language: string) => barsOf(language).map(({ words }) => words);

describe('given requirements that are open, of which some are known to fall short', () => {
  it('then as many are said to fall short as the bar draws as a gap, and as the other reports count', () => {
    expect(barsOf('en').map(({ n, possible }) => n - possible)).toEqual([2, 0]);
    expect(wordsOf('en')).toEqual(['4 open, 2 known to fall short', '1 open']);
    expect(wordsOf('de')).toEqual(['4 offen, davon 2 unzureichend', '1 offen']);
    expect(wordsOf('fr')).toEqual(['4 en suspens, dont 2 écarts connus', '1 en suspens']);
    expect(writeGapAssessment(view(), { language: 'en' }).lead).toContain(
      '5 requirements of 2 frameworks are not shown to be met (known to fall short: 2).',
    );
  });

  it('then it is said what is counted, and that a profile counts otherwise', () => {
    const own = writeGapAssessment(view(), { language: 'en' }).blocks.find(
      (block) => block.kind === 'note' && block.source === 'own computation',
    );
    expect(JSON.stringify(own)).toMatch(
      /a gap or partly met,.*supported, stale, in conflict, unknown.*CSF profile counts only/,
    );
  });
});
