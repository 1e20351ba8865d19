import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hasWords } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { emptyView, sampleView } from '../testing/sample.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
  .map((name) => readFileSync(`${folder}${name}`, 'utf8'));

/** Every text in the sources that has the form of a key; `${…}` in it stands for anything. */
const keys = new Set(
  sources.flatMap((source) =>
    [
      ...source.matchAll(
        /['`]((?:soa|document|csf|board|(?:nis2|gap|clause|library|evidence|changes)-report)\.[^'`]*)['`]/g,
      ),
    ].map(([, key]) => key!),
  ),
);
const fixed = [...keys].filter((key) => !key.includes('${'));
const patterns = [...keys].map(
  (key) =>
    new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w -]+')}(?:_zero|_one|_other)?$`),
);
const written = Object.keys(
  JSON.parse(readFileSync(new URL('../../../catalog/data/words/en.json', import.meta.url), 'utf8')) as object,
).filter((key) =>
  /^(?:soa|document|csf|board|(?:nis2|gap|clause|library|evidence|changes)-report)\./.test(key),
);

describe('given the keys that documents say', () => {
  it('then each has its words in the catalogue, and each plural both forms', () => {
    expect(fixed.length).toBeGreaterThan(50);
    for (const key of fixed)
      expect(hasWords(key) || (hasWords(`${key}_one`) && hasWords(`${key}_other`)), key).toBe(true);
  });

  it('then a key that is put together finds some words', () => {
    for (const pattern of patterns)
      expect(
        written.some((key) => pattern.test(key)),
        String(pattern),
      ).toBe(true);
  });

  it('then the catalogue holds no words of documents that nobody says', () => {
    for (const key of written)
      expect(
        patterns.some((pattern) => pattern.test(key)),
        key,
      ).toBe(true);
  });
});

describe('given documents with every state and choice', () => {
  it.each([
    ['a whole one', sampleDocument()],
    ['a strict one', sampleDocument({ ...sampleView(), implementationValues: 'two' })],
    ['an empty one', sampleDocument(emptyView())],
  ])('when %s is written, then no key and no place for a value is left in it', (_, document) => {
    expect(JSON.stringify(document)).not.toMatch(
      /\b(?:soa|document|csf|board|(?:nis2|gap|clause|library|evidence|changes)-report)\.[a-z]|\{\{|undefined/,
    );
  });
});
