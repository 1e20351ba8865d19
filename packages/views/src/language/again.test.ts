import { say } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { stateAgain, titleAgain } from './again.ts';

const sevenFrench = say('fr', 'word.stale', { since: '7 oct. 2026' });

describe('given a state that a published version holds in its own language', () => {
  it.each([
    ['Unclaimed', say('fr', 'word.unclaimed')],
    ['At least partly met: supported, not proven', say('fr', 'word.at-least-partly')],
    ['Stale: unknown since 2026-10-07', sevenFrench],
    ['Stale: unknown since 7 Oct 2026', sevenFrench],
    [say('de', 'word.stale', { since: '7. Okt. 2026' }), sevenFrench],
    ['Met, inferred from A.5.16', say('fr', 'word.met-inferred', { from: 'A.5.16' })],
    ['Somebody’s own words', 'Somebody’s own words'],
    ['', ''],
  ])('when “%s” is said in French, then its words and its day are French', (said, french) => {
    expect(stateAgain(said, 'fr')).toBe(french);
  });
});

describe('given a title that a published version holds', () => {
  it('when we ship it, then it is said in the language asked for, whichever it was handed out in', () => {
    const german = titleAgain('A.5.15', 'Access control', 'de');
    expect(german).not.toBe('Access control');
    expect(titleAgain('A.5.15', german, 'en')).toBe('Access control');
    expect(titleAgain('A.5.15', german, 'fr')).toBe(titleAgain('A.5.15', 'Access control', 'fr'));
  });

  it('when an organisation wrote it, then it stays', () => {
    expect(titleAgain('A.5.15', 'Doors of the dairy', 'de')).toBe('Doors of the dairy');
    expect(titleAgain('OWN-01', 'Access control', 'de')).toBe('Access control');
  });
});
