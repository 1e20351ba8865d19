import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as looks from './looks.ts';

const read = (path: string): Record<string, string> =>
  JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8'));
const server = read('../../../../packages/catalog/data/words/en.json');
const families = {
  requirement: looks.requirementLooks,
  word: looks.wordLooks,
  freshness: looks.freshnessLooks,
  implementation: looks.implementationLooks,
  severity: looks.severityLooks,
  action: looks.actionLooks,
  claim: looks.claimLooks,
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
      const levels = [1, 2, 3, 4, 5].map((level) => `level-${level}`);
      expect(Object.keys(words).sort()).toEqual([...codes, ...levels].sort());
      expect(Object.values(words).every((word) => word.trim() !== '')).toBe(true);
    },
  );

  test('given the words that the views say of a requirement, each has its mark', () => {
    const said = Object.keys(server).flatMap((key) => (key.startsWith('word.') ? [key.slice(5)] : []));
    expect(Object.keys(looks.wordLooks).sort()).toEqual(said.sort());
  });

  test('given what falls due, each kind and each state has its mark', () => {
    const named = (prefix: string) =>
      Object.keys(server).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
    expect(Object.keys(looks.dueKindLooks).sort()).toEqual(named('due.kind-').sort());
    expect(Object.keys(looks.dueLooks).sort()).toEqual(named('due.state-').sort());
  });

  test('given something unknown or stale, it never has the colour of a gap', () => {
    const { unknown, stale } = looks.requirementLooks;
    const tones = [unknown, stale, looks.wordLooks['unknown-failed'], looks.freshnessLooks.stale].map(
      ({ tone }) => tone,
    );
    expect(tones).not.toContain('gap');
  });
});
