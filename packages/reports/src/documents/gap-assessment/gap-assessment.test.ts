import type { GapAssessment } from '@concord/views';
import { describe, expect, it } from 'vitest';
import type { BarsBlock } from '../../blocks.ts';
import { ground } from '../../testing/views/ground.ts';
import { writeGapAssessment } from './index.ts';

const gap = (id: string, mark: string) => ({
  ...{ id, title: id, word: mark, mark, controls: [], moreControls: 0, hiddenControls: 0, actions: 0 },
  ...{ claims: { proposed: 0, confirmed: 0 }, evidence: [] },
});

/** Two frameworks: in the first one gap among three that are open, in the second one that is only unknown. */
function view(): GapAssessment {
  const framework = (title: string, gaps: readonly object[]) => ({
    framework: { id: title, title, edition: '1', hash: 'ab' },
    numbers: { n: 5, met: 2, possible: 4, unclaimed: 1, unknown: 1 },
    gaps,
  });
  return {
    ...ground('gap-assessment'),
    frameworks: [
      framework('One', [gap('1', 'gap'), gap('2', 'stale'), gap('3', 'unknown')]),
      framework('Two', [gap('4', 'unknown')]),
    ],
    ...{ roadmap: [], atMostOver: 0, unreachable: [], actions: [] },
  } as unknown as GapAssessment;
}

const wordsOf = (language: string) => {
  const { blocks } = writeGapAssessment(view(), { language });
  const bars = blocks.find((block): block is BarsBlock => block.kind === 'bars');
  return bars?.rows.map(({ words }) => words);
};

describe('given requirements that are open, of which one is known to be missing', () => {
  it('then only that one is called a gap', () => {
    expect(wordsOf('en')).toEqual(['3 open, 1 of them a gap', '1 open']);
    expect(wordsOf('de')).toEqual(['3 offen, davon 1 Lücke', '1 offen']);
    expect(wordsOf('fr')).toEqual(['3 en suspens, dont 1 écart', '1 en suspens']);
    expect(writeGapAssessment(view(), { language: 'en' }).lead).toContain(
      '4 requirements of 2 frameworks are not shown to be met (gaps among them: 1).',
    );
  });

  it('then it is said what is counted, and that a profile counts otherwise', () => {
    const own = writeGapAssessment(view(), { language: 'en' }).blocks.find(
      (block) => block.kind === 'note' && block.source === 'own computation',
    );
    expect(JSON.stringify(own)).toMatch(
      /partly met, supported, stale, in conflict, unknown.*CSF profile counts only/,
    );
  });
});
