import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../', import.meta.url);

it('SOURCES.md has one line for every data file, and none for a file that is not there', () => {
  const files = readdirSync(new URL('data/', root), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.json') && file !== 'released-editions.json');
  const page = readFileSync(new URL('SOURCES.md', root), 'utf8');
  const named = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, file]) => file);
  expect(files.length).toBeGreaterThan(30);
  // A folder whose files belong together has one line: `folder/*.json`.
  const linesOf = (file: string) =>
    named.filter((line) => line === file || line === file.replace(/[^/]+\.json$/, '*.json')).length;
  expect(files.filter((file) => linesOf(file) !== 1)).toEqual([]);
  const folders = files.map((file) => file.replace(/[^/]+\.json$/, '*.json'));
  expect(named.filter((line) => ![...files, ...folders].includes(line!))).toEqual([]);
});
