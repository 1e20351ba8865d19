import { describe, expect, test } from 'vitest';
import { breaches } from './house-rules.mjs';

const lines = (count) => 'export {};\n'.repeat(count);
const files = (folder, count) =>
  Array.from({ length: count }, (_each, at) => ({ path: `${folder}/${'abcdefghijklmno'[at]}.ts`, text: '' }));

describe('given a file of the house', () => {
  test.each([
    [
      'is 251 lines long',
      'apps/cli/src/a.ts',
      lines(251),
      ['too-long: apps/cli/src/a.ts has 251 lines, at most 250'],
    ],
    ['is 250 lines long', 'apps/cli/src/a.ts', lines(250), []],
    ['is a test of 251 lines', 'apps/cli/src/a.test.ts', lines(251), []],
    [
      'is called a helper',
      'apps/cli/src/date-helper.ts',
      '',
      ['name: apps/cli/src/date-helper.ts says "helper"'],
    ],
    ['lies in shared', 'apps/cli/src/shared/a.ts', '', ['name: apps/cli/src/shared/a.ts says "shared"']],
    ['lies in a database', 'apps/server/src/database/baseline.ts', '', []],
    [
      'exports a manager',
      'apps/cli/src/a.ts',
      'export class RiskManager {}',
      ['name: apps/cli/src/a.ts exports RiskManager, which says "manager"'],
    ],
    [
      'exports what it handles, by another name',
      'apps/cli/src/a.ts',
      'const a = 1; export { a as handleRisk };',
      ['name: apps/cli/src/a.ts exports handleRisk, which says "handle"'],
    ],
    [
      'exports a part as a base',
      'apps/cli/src/a.ts',
      'export const { a: [baseUrl] } = b;',
      ['name: apps/cli/src/a.ts exports baseUrl, which says "base"'],
    ],
    [
      'marks an interface',
      'apps/cli/src/a.ts',
      'interface IRisk {}',
      ['name: apps/cli/src/a.ts marks the interface IRisk with an I'],
    ],
    ['has an interface that begins with an I', 'apps/cli/src/a.ts', 'export interface Incident {}', []],
  ])('when it %s, then that is said', (_case, path, text, expected) => {
    expect(breaches([{ path, text }])).toEqual(expected);
  });
});

describe('given a folder', () => {
  test('when it has thirteen files, then it wants a room within the room', () => {
    expect(breaches(files('packages/views/src', 13))).toEqual([
      'too-full: packages/views/src has 13 files, at most 12',
    ]);
  });

  test('when it has twelve files and their tests, then it is full but well', () => {
    const tests = files('packages/views/src', 12).map(({ path }) => ({
      path: path.replace('.ts', '.test.ts'),
      text: '',
    }));

    expect(breaches([...files('packages/views/src', 12), ...tests])).toEqual([]);
  });
});

describe('given the foundation', () => {
  const path = 'packages/programme/src/foundation/fact.ts';

  test.each([
    ['in a comment', '/** What evidence says. */', 'evidence'],
    ['in a name', 'const riskOf = 1;', 'risk'],
    ['in a text', "const a = 'nis2';", 'nis'],
  ])('when a word of the field stands in it %s, then that is said', (_where, text, word) => {
    expect(breaches([{ path, text }])).toEqual([`foundation: ${path} says "${word}"`]);
  });

  test('when it speaks of control characters and of ISO 8601, then those are no words of the field', () => {
    expect(breaches([{ path, text: '// ISO 8601, no control characters' }])).toEqual([]);
  });

  test('when it has 150 lines of code, then it is too long, comments not counted', () => {
    const text = (count) => `/** One\n * two */\n${'const a = 1;\n'.repeat(count)}`;

    expect(breaches([{ path, text: text(149) }])).toEqual([]);
    expect(breaches([{ path, text: text(150) }])).toEqual(['foundation: 150 lines of code, under 150']);
  });
});
