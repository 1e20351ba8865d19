// Breaks each limit and wall that lint holds, in a small house with the same folders and the same settings.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const lines = (count) => 'console.log(1);\n'.repeat(count);
const branches =
  'if (n > 1) { if (n > 2) { if (n > 3) { if (n > 4) { if (n > 5) { if (n > 6) n = 1; } } } } }';

const offences = [
  [
    'a function of 51 lines',
    'apps/a.ts',
    `export function a() {\n${lines(51)}}`,
    'noExcessiveLinesPerFunction',
  ],
  ['four parameters', 'apps/b.ts', 'export const b = (c, d, e, f) => [c, d, e, f];', 'useMaxParams'],
  ['a knot', 'apps/c.ts', `export function c(n) {\n${branches}\n}`, 'noExcessiveCognitiveComplexity'],
  ['any', 'apps/d.ts', 'export const d: any = 1;', 'noExplicitAny'],
  [
    'an import of types that stays',
    'apps/e.ts',
    "import { E } from './e.ts';\nexport type F = E;",
    'useImportType',
  ],
  ['a clock', 'packages/catalog/src/a.ts', 'export const a = Date.now();', 'noRestrictedGlobals'],
  ['a new Date', 'packages/catalog/src/b.ts', 'export const b = () => new Date();', 'noRestrictedGlobals'],
  [
    'a stopwatch',
    'packages/programme/src/a.ts',
    'export const a = performance.now();',
    'noRestrictedGlobals',
  ],
  ['chance', 'packages/programme/src/b.ts', 'export const b = Math.random();', 'noJsRestrictedProperties'],
  [
    'ids out of nothing',
    'packages/programme/src/c.ts',
    'export const c = crypto.randomUUID();',
    'noRestrictedGlobals',
  ],
  [
    'the clock of the calendar',
    'packages/views/src/a.ts',
    "import { Temporal } from 'temporal-polyfill';\nexport const a = Temporal.Now.instant();",
    'noJsRestrictedProperties',
  ],
  ['waiting', 'packages/views/src/b.ts', 'setTimeout(() => undefined, 1);', 'noRestrictedGlobals'],
  ['the environment', 'packages/views/src/c.ts', 'export const c = process.env;', 'noRestrictedGlobals'],
  ['talking', 'packages/operations/src/a.ts', "console.log('hello');", 'noRestrictedGlobals'],
  ['the network', 'packages/operations/src/b.ts', "export const b = fetch('/');", 'noRestrictedGlobals'],
  ['a way round', 'packages/operations/src/c.ts', 'export const c = globalThis.Date;', 'noRestrictedGlobals'],
];

const allowed = [
  ['a clock in a test', 'packages/catalog/src/a.test.ts', 'export const a = Date.now();'],
  ['a clock in the server', 'apps/server/src/a.ts', 'export const a = Date.now();'],
  ['a function of 50 lines', 'apps/f.ts', `export function f() {\n${lines(48)}}`],
];

let house;
let found;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'concord-lint-'));
  for (const settings of ['biome.json', '.gitignore'])
    copyFileSync(join(root, settings), join(house, settings));
  for (const [, path, text] of [...offences, ...allowed]) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), `${text}\n`);
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const parameters = [biome, 'lint', '--reporter=json', '--max-diagnostics=1000', '.'];
  const { stdout } = spawnSync(process.execPath, parameters, { cwd: house, encoding: 'utf8' });
  found = JSON.parse(stdout).diagnostics;
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('given the settings of the house', () => {
  test.each(offences)('when lint meets %s, then it is an error', (_name, path, _text, rule) => {
    const errors = found.filter((each) => each.severity === 'error').map((each) => JSON.stringify(each));

    expect(errors).toContainEqual(expect.stringMatching(new RegExp(`${rule}.*${path}|${path}.*${rule}`)));
  });

  test.each(allowed)('when lint meets %s, then it is content', (_name, path) => {
    expect(found.filter((each) => JSON.stringify(each).includes(path))).toEqual([]);
  });
});
