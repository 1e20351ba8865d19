import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as looks from './looks.ts';

const read = (path: string): Record<string, string> =>
  JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8'));
const server = read('../../../../packages/catalog/data/words/en.json');
const families = {
  requirement: looks.requirementLooks,
  freshness: looks.freshnessLooks,
  implementation: looks.implementationLooks,
  action: looks.actionLooks,
  due: looks.dueLooks,
  kind: looks.dueKindLooks,
};
const codes = Object.entries(families).flatMap(([family, of]) =>
  Object.keys(of).map((code) => `${family}-${code}`),
);

describe('the states of the field', () => {
  test.each(['en', 'de', 'fr'])(
    'given a state, when the page is in %s, then it has its word, and no word is left over',
    (language) => {
      const words = read(`../words/${language}/states.json`);
      expect(Object.keys(words).sort()).toEqual(codes.toSorted());
      expect(Object.values(words).every((word) => word.trim() !== '')).toBe(true);
    },
  );

  test('given what falls due, each kind and each state has its mark', () => {
    const named = (prefix: string) =>
      Object.keys(server).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
    expect(Object.keys(looks.dueKindLooks).sort()).toEqual(named('due.kind-').sort());
    expect(Object.keys(looks.dueLooks).sort()).toEqual(named('due.state-').sort());
  });

  test('given a control that is planned, then nothing is missing of it yet; what failed has failed all the same', () => {
    expect(looks.shownOf({ freshness: 'missing', implementation: 'planned' })).toBe('not-yet');
    expect(looks.shownOf({ freshness: 'missing', implementation: 'partly' })).toBe('missing');
    expect(looks.shownOf({ freshness: 'failed', implementation: 'planned' })).toBe('failed');
    expect(looks.freshnessLooks['not-yet'].tone).toBe('quiet');
  });

  test('given something unknown or stale, it never has the colour of a gap', () => {
    const { unknown, stale } = looks.requirementLooks;
    const tones = [unknown, stale, looks.freshnessLooks.stale].map(({ tone }) => tone);
    expect(tones).not.toContain('gap');
  });
});
