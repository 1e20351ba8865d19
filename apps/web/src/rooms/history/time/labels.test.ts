import { describe, expect, it } from 'vitest';
import { labelled } from './labels.ts';

describe('the words beside the marks of the slider', () => {
  it('given marks that stand close, then the later one keeps its word', () => {
    const marks = [
      { share: 0.1, word: 'Framework adopted' },
      { share: 0.5, word: 'Target set' },
      { share: 0.52, word: 'Report published' },
    ];
    expect(labelled(marks).map(({ isLabelled }) => isLabelled)).toEqual([true, false, true]);
  });

  it('given a mark at the very end with long words, then only the mark is drawn', () => {
    expect(labelled([{ share: 1, word: 'Statement of Applicability imported' }])[0]?.isLabelled).toBe(false);
  });
});
