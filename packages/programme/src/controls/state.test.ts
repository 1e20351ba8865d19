import { List } from 'immutable';
import { describe, expect, it } from 'vitest';
import { emptyControls, type Touch, touch } from './state.ts';

describe('what the latest facts touched', () => {
  /** One fact after another, each about `width` controls. */
  function touched(facts: number, width: number) {
    let controls = emptyControls;
    for (let seq = 1; seq <= facts; seq += 1) {
      const list = Array.from({ length: width }, (_, at): Touch => ({ seq, control: `c${at}` }));
      controls = touch(controls, ...list);
    }
    return controls.touches;
  }

  it('is complete from the beginning while there is little', () => {
    expect(touched(2000, 1)).toMatchObject({ since: 0 });
    expect(touched(2000, 1).list.size).toBe(2000);
  });

  it.each([
    [2001, 1],
    [5000, 1],
    [900, 7],
    [40, 300],
    [3, 1000],
  ])('after %i facts about %i controls each, is bounded, and complete from where it says', (facts, width) => {
    const { since, list } = touched(facts, width);
    expect(list.size).toBeLessThanOrEqual(2000);
    expect(since).toBeGreaterThan(0);
    const after = list.filter(({ seq }) => seq > since);
    expect(after.size).toBe((facts - since) * width);
    expect(List(after.map(({ seq }) => seq).toSet()).size).toBe(facts - since);
  });
});
