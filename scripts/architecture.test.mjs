// Builds a small house with the same folders, breaks each rule of the plan in it once, and reads it as the check does.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import plan from '../.dependency-cruiser.mjs';
import { readArchitecture } from './architecture.mjs';

const packages = ['catalog', 'programme', 'views', 'reports', 'ledger', 'operations'];
const libraries = ['zod', 'libsql', 'hono', '@hono/node-server', '@myriaddreamin/typst', 'left-pad'];
const tools = ['vitest'];

/** A house that keeps every rule, also where the rules make an exception. */
const sound = {
  'packages/catalog/src/index.ts': "export * from './framework.ts';",
  'packages/catalog/src/framework.ts': "import { z } from 'zod';\nexport const framework = z;",
  'packages/catalog/src/framework.test.ts': "import 'node:fs';\nimport 'vitest';\nimport './framework.ts';",
  'packages/programme/src/index.ts': "export * from './programme.ts';",
  'packages/programme/src/programme.ts':
    "export * from './foundation/index.ts';\nexport * from './governance/index.ts';\nexport * from './controls/index.ts';",
  'packages/programme/src/foundation/index.ts': "export * from './fact.ts';",
  'packages/programme/src/foundation/fact.ts': 'export const fact = 1;',
  'packages/programme/src/governance/index.ts': "export * from './scope.ts';",
  'packages/programme/src/governance/scope.ts':
    "import '../foundation/index.ts';\nimport '@concord/catalog';\nexport const scope = 1;",
  'packages/programme/src/controls/index.ts': "export * from './control.ts';",
  'packages/programme/src/controls/control.ts':
    "import '../governance/index.ts';\nimport type { Controls } from './state.ts';\nexport interface Control { of: Controls }",
  'packages/programme/src/controls/state.ts':
    "import type { Control } from './control.ts';\nexport interface Controls { one: Control }",
  'packages/programme/src/controls/control.test.ts':
    "import '../programme.ts';\nimport './testing/sample.ts';",
  'packages/programme/src/controls/testing/sample.ts': "import '../control.ts';",
  'packages/views/src/index.ts': "import '@concord/catalog';\nimport '@concord/programme';\nexport {};",
  'packages/reports/src/index.ts': "import '@concord/views';\nimport './render/pdf.ts';\nexport {};",
  'packages/reports/src/render/pdf.ts': "import '@myriaddreamin/typst';\nimport 'node:fs';",
  'packages/ledger/src/index.ts': "import 'libsql';\nimport 'node:crypto';\nexport {};",
  'packages/operations/src/index.ts': "import '@concord/views';\nexport {};",
  'apps/server/src/main.ts':
    "import './http/app.ts';\nimport './identity/people.ts';\nimport '@hono/node-server';\nimport '@concord/reports';\nimport '@concord/ledger';",
  'apps/server/src/http/app.ts': "import 'hono';\nimport '@concord/operations';",
  'apps/server/src/identity/people.ts': "import 'libsql';",
  'apps/server/src/identity/people.test.ts': "import './people.ts';",
  'apps/server/src/http/app.test.ts': "import './app.ts';\nimport 'libsql';",
  'apps/cli/src/main.ts': "import '@concord/operations';\nimport 'node:fs';",
  'packages/operations/src/client/index.ts': 'export {};',
  'apps/web/vite.config.ts': "import 'vitest';",
  'apps/web/src/main.tsx': "import './app/routes.tsx';",
  'apps/web/src/app/index.ts': "export * from './client.ts';",
  'apps/web/src/app/client.ts':
    "import 'virtual:routes';\nimport '@concord/operations/client';\nimport '../ui/index.ts';\nexport const ask = 1;",
  'apps/web/src/app/routes.tsx':
    "import('../rooms/home/home-room.tsx');\nimport('../rooms/actions/room.tsx');",
  'apps/web/src/states/index.ts': "export * from './marks.tsx';",
  'apps/web/src/states/marks.tsx': "import '../ui/index.ts';\nexport const mark = 1;",
  'apps/web/src/ui/index.ts': "export * from './button.tsx';",
  'apps/web/src/ui/button.tsx': 'export const button = 1;',
  'apps/web/src/due/index.ts': "export * from './link.tsx';",
  'apps/web/src/due/link.tsx': "import '../app/index.ts';\nimport './week.ts';\nexport const link = 1;",
  'apps/web/src/due/week.ts': 'export const week = 1;',
  'apps/web/src/publishing/index.ts': "export * from './menu.tsx';",
  'apps/web/src/publishing/menu.tsx':
    "import '../ui/index.ts';\nimport '../states/index.ts';\nexport const menu = 1;",
  'apps/web/src/rooms/home/home-room.tsx':
    "import '../../app/index.ts';\nimport '../../states/index.ts';\nimport '../../due/index.ts';\nimport './weeks.ts';",
  'apps/web/src/rooms/home/weeks.ts': "import '../../due/week.ts';",
  'apps/web/src/countries/index.ts': "export * from './countries.ts';",
  'apps/web/src/countries/countries.ts': 'export const countries = 1;',
  'apps/web/src/rooms/actions/room.tsx':
    "import '../../publishing/index.ts';\nimport '../../countries/index.ts';",
};

/** What somebody might write one day, and what the check then says. */
const offences = [
  [
    'an app that imports another app',
    { 'apps/cli/src/a.ts': "import '../../server/src/main.ts';" },
    ['direction-of-cli: apps/cli/src/a.ts → apps/server/src/main.ts'],
  ],
  [
    'a command line that goes round the operations',
    { 'apps/cli/src/b.ts': "import '@concord/programme';" },
    ['direction-of-cli: apps/cli/src/b.ts → packages/programme/src/index.ts'],
  ],
  [
    'a package that imports an app',
    { 'packages/operations/src/a.ts': "import '../../../apps/server/src/main.ts';" },
    ['direction-of-operations: packages/operations/src/a.ts → apps/server/src/main.ts'],
  ],
  [
    'a catalogue that reads the disk',
    { 'packages/catalog/src/a.ts': "import 'node:fs';" },
    ['pure-package-takes-from-node: packages/catalog/src/a.ts → fs'],
  ],
  [
    'a view that reads the disk by handing it on',
    { 'packages/views/src/a.ts': "export { readFile } from 'node:fs/promises';" },
    ['pure-package-takes-from-node: packages/views/src/a.ts → fs/promises'],
  ],
  [
    'a rule that takes a library outside the list',
    { 'packages/programme/src/risk/a.ts': "import 'left-pad';" },
    ['pure-package-takes-from-npm: packages/programme/src/risk/a.ts → node_modules/left-pad/index.js'],
  ],
  [
    'a catalogue that imports the programme',
    { 'packages/catalog/src/b.ts': "import '@concord/programme';" },
    ['direction-of-catalog: packages/catalog/src/b.ts → packages/programme/src/index.ts'],
  ],
  [
    'a programme that imports a view, of its type alone',
    { 'packages/programme/src/a.ts': "import type {} from '@concord/views';" },
    ['direction-of-programme: packages/programme/src/a.ts → packages/views/src/index.ts'],
  ],
  [
    'a view that imports the operations',
    { 'packages/views/src/b.ts': "import '@concord/operations';" },
    ['direction-of-views: packages/views/src/b.ts → packages/operations/src/index.ts'],
  ],
  [
    'a report that imports the programme past the views',
    { 'packages/reports/src/a.ts': "import '@concord/programme';" },
    ['direction-of-reports: packages/reports/src/a.ts → packages/programme/src/index.ts'],
  ],
  [
    'a ledger that imports the programme',
    { 'packages/ledger/src/a.ts': "import '@concord/programme';" },
    ['direction-of-ledger: packages/ledger/src/a.ts → packages/programme/src/index.ts'],
  ],
  [
    'governance that imports controls',
    { 'packages/programme/src/governance/a.ts': "import '../controls/index.ts';" },
    [
      'room-governance-looks-up: packages/programme/src/governance/a.ts → packages/programme/src/controls/index.ts',
    ],
  ],
  ...[
    ['foundation', 'incidents'],
    ['controls', 'assurance'],
    ['risk', 'suppliers'],
    ['suppliers', 'incidents'],
    ['incidents', 'assurance'],
  ].map(([lower, upper]) => [
    `${lower} that imports ${upper}`,
    {
      [`packages/programme/src/${lower}/up.ts`]: `import '../${upper}/index.ts';`,
      [`packages/programme/src/${upper}/index.ts`]: "import 'zod';",
    },
    [
      `room-${lower}-looks-up: packages/programme/src/${lower}/up.ts → packages/programme/src/${upper}/index.ts`,
      ...(lower === 'foundation'
        ? [
            `foundation-knows-the-field: packages/programme/src/foundation/up.ts → packages/programme/src/${upper}/index.ts`,
          ]
        : []),
    ],
  ]),
  [
    'a server that imports the command line',
    { 'apps/server/src/c.ts': "import '../../cli/src/main.ts';" },
    ['direction-of-server: apps/server/src/c.ts → apps/cli/src/main.ts'],
  ],
  [
    'a room that is not in the plan',
    {
      'packages/programme/src/b.ts': "import './privacy/index.ts';",
      'packages/programme/src/privacy/index.ts': "import '../foundation/index.ts';",
    },
    ['room-outside-the-plan: packages/programme/src/b.ts → packages/programme/src/privacy/index.ts'],
  ],
  [
    'a room that imports the whole programme',
    {
      'packages/programme/src/assurance/a.ts': "import '../c.ts';",
      'packages/programme/src/c.ts': "import 'zod';",
    },
    ['room-looks-at-the-whole: packages/programme/src/assurance/a.ts → packages/programme/src/c.ts'],
  ],
  [
    'a foundation that knows the catalogue',
    { 'packages/programme/src/foundation/a.ts': "import '@concord/catalog';" },
    ['foundation-knows-the-field: packages/programme/src/foundation/a.ts → packages/catalog/src/index.ts'],
  ],
  [
    'a room that goes past the door of another',
    { 'packages/programme/src/controls/a.ts': "import '../governance/scope.ts';" },
    ['room-past-the-door: packages/programme/src/controls/a.ts → packages/programme/src/governance/scope.ts'],
  ],
  [
    'a programme that goes past the door of a room',
    { 'packages/programme/src/d.ts': "import './governance/scope.ts';" },
    ['programme-past-the-door: packages/programme/src/d.ts → packages/programme/src/governance/scope.ts'],
  ],
  [
    'a view that goes past the door of a package by its path',
    { 'packages/views/src/c.ts': "import '../../catalog/src/framework.ts';" },
    [
      'package-by-path: packages/views/src/c.ts → packages/catalog/src/framework.ts',
      'package-past-the-door: packages/views/src/c.ts → packages/catalog/src/framework.ts',
    ],
  ],
  [
    'a view that goes past the door of a package by its name',
    { 'packages/views/src/d.ts': "import '@concord/catalog/src/framework.ts';" },
    ['unresolved: packages/views/src/d.ts → @concord/catalog/src/framework.ts'],
  ],
  [
    'a package that is not in the plan',
    { 'packages/billing/src/a.ts': "import 'zod';" },
    ['folder-outside-the-plan: packages/billing/src/a.ts → node_modules/zod/index.js'],
  ],
  [
    'SQL in the dispatcher',
    { 'apps/server/src/dispatch.ts': "import 'libsql';" },
    ['sql-outside-its-place: apps/server/src/dispatch.ts → node_modules/libsql/index.js'],
  ],
  [
    'HTTP in the dispatcher',
    { 'apps/server/src/timer.ts': "import 'hono';\nimport '@hono/node-server';" },
    [
      'http-outside-its-place: apps/server/src/timer.ts → node_modules/hono/index.js',
      'listening-outside-its-place: apps/server/src/timer.ts → node_modules/@hono/node-server/index.js',
    ],
  ],
  [
    'a document that sets its own type',
    { 'packages/reports/src/documents/a.ts': "import '@myriaddreamin/typst';" },
    [
      'typst-outside-its-place: packages/reports/src/documents/a.ts → node_modules/@myriaddreamin/typst/index.js',
    ],
  ],
  [
    'a product that leans on its tests',
    { 'packages/programme/src/controls/b.ts': "import './testing/sample.ts';\nimport './control.test.ts';" },
    [
      'test-inside-the-product: packages/programme/src/controls/b.ts → packages/programme/src/controls/control.test.ts',
      'test-inside-the-product: packages/programme/src/controls/b.ts → packages/programme/src/controls/testing/sample.ts',
    ],
  ],
  [
    'a product that needs a tool of its developers',
    { 'apps/server/src/tool.ts': "import 'vitest';" },
    ['tool-inside-the-product: apps/server/src/tool.ts → node_modules/vitest/index.js'],
  ],
  [
    'a library that nobody declared',
    { 'apps/server/src/library.ts': "import 'undeclared';" },
    ['library-not-declared: apps/server/src/library.ts → node_modules/undeclared/index.js'],
  ],
  [
    'a file that nobody needs',
    { 'packages/ledger/src/forgotten.ts': 'export const forgotten = 1;' },
    ['orphan: packages/ledger/src/forgotten.ts'],
  ],
  [
    'a browser that works something out itself',
    { 'apps/web/src/app/c.ts': "import '@concord/views';" },
    [
      'direction-of-web: apps/web/src/app/c.ts → packages/views/src/index.ts',
      'web-takes-rows: apps/web/src/app/c.ts → packages/views/src/index.ts',
    ],
  ],
  [
    'a browser that brings the rows with it',
    { 'apps/web/src/app/a.ts': "import '@concord/operations';" },
    ['web-takes-rows: apps/web/src/app/a.ts → packages/operations/src/index.ts'],
  ],
  [
    'a part of the app that asks the server',
    { 'apps/web/src/states/a.ts': "import '../app/index.ts';" },
    ['web-part-knows-the-field: apps/web/src/states/a.ts → apps/web/src/app/index.ts'],
  ],
  [
    'a part of the app that knows the states of the field',
    { 'apps/web/src/ui/a.ts': "import '../states/index.ts';" },
    ['web-part-knows-states: apps/web/src/ui/a.ts → apps/web/src/states/index.ts'],
  ],
  [
    'a room of the app that goes past a door',
    {
      'apps/web/src/rooms/history/a.ts':
        "import '../../app/client.ts';\nimport '../../publishing/menu.tsx';\nimport '../../countries/countries.ts';",
    },
    [
      'web-room-past-the-door: apps/web/src/rooms/history/a.ts → apps/web/src/app/client.ts',
      'web-room-past-the-door: apps/web/src/rooms/history/a.ts → apps/web/src/countries/countries.ts',
      'web-room-past-the-door: apps/web/src/rooms/history/a.ts → apps/web/src/publishing/menu.tsx',
    ],
  ],
  [
    'a room of the app that imports another',
    { 'apps/web/src/rooms/home/b.ts': "import '../actions/room.tsx';" },
    ['web-room-knows-a-room: apps/web/src/rooms/home/b.ts → apps/web/src/rooms/actions/room.tsx'],
  ],
  [
    'a frame of the app that holds a room at once',
    { 'apps/web/src/app/b.ts': "import '../rooms/home/weeks.ts';" },
    ['web-frame-knows-a-room: apps/web/src/app/b.ts → apps/web/src/rooms/home/weeks.ts'],
  ],
  [
    'what serves several rooms, that imports one of them, another such folder and past a door',
    {
      'apps/web/src/publishing/a.ts':
        "import '../rooms/home/weeks.ts';\nimport '../due/index.ts';\nimport '../app/client.ts';",
    },
    [
      'web-below-rooms-past-the-door: apps/web/src/publishing/a.ts → apps/web/src/app/client.ts',
      'web-below-rooms-past-the-door: apps/web/src/publishing/a.ts → apps/web/src/due/index.ts',
      'web-below-rooms-past-the-door: apps/web/src/publishing/a.ts → apps/web/src/rooms/home/weeks.ts',
    ],
  ],
  [
    'two modules that need each other to run',
    {
      'packages/ledger/src/ring/a.ts': "import { b } from './b.ts';\nexport const a = b;",
      'packages/ledger/src/ring/b.ts': "import { a } from './a.ts';\nexport const b = a;",
    },
    ['cycle: packages/ledger/src/ring/a.ts → packages/ledger/src/ring/b.ts'],
  ],
  [
    'two folders that need each other for types alone',
    {
      'packages/views/src/one/a.ts': "import type { B } from '../two/b.ts';\nexport type A = B;",
      'packages/views/src/two/b.ts': "import type { A } from '../one/a.ts';\nexport type B = A;",
    },
    [
      'cycle-between-folders: packages/views/src/one/a.ts → packages/views/src/two/b.ts',
      'ring-of-folders: packages/views/src/one/a.ts → packages/views/src/two/b.ts',
      'ring-of-folders: packages/views/src/two/b.ts → packages/views/src/one/a.ts',
    ],
  ],
  [
    'three folders in a ring, no file of which imports itself',
    {
      'apps/server/src/x/a.ts': "import '../y/a.ts';",
      'apps/server/src/x/b.ts': "import 'zod';",
      'apps/server/src/y/a.ts': "import 'zod';",
      'apps/server/src/y/b.ts': "import '../z/a.ts';",
      'apps/server/src/z/a.ts': "import 'zod';",
      'apps/server/src/z/b.ts': "import '../x/b.ts';",
    },
    [
      'ring-of-folders: apps/server/src/x/a.ts → apps/server/src/y/a.ts',
      'ring-of-folders: apps/server/src/y/b.ts → apps/server/src/z/a.ts',
      'ring-of-folders: apps/server/src/z/b.ts → apps/server/src/x/b.ts',
    ],
  ],
];

let root;

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'concord-architecture-')));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('given a house that keeps the plan', () => {
  test('when it is read, then every module is read and none is complained of', () => {
    const house = build('sound', sound);

    const sources = Object.keys(sound).filter((path) => path.includes('/src/'));
    expect(readArchitecture(house)).toEqual({ read: sources.length, complaints: [] });
  });
});

describe('given a house in which every rule is broken once', () => {
  let complaints;
  beforeAll(() => {
    const files = Object.assign({}, sound, ...offences.map(([, written]) => written));
    ({ complaints } = readArchitecture(build('broken', files)));
  });

  test.each(offences)('when it is read, then it complains of %s', (_name, _files, expected) => {
    expect(complaints).toEqual(expect.arrayContaining(expected));
  });

  test('when the plan gets a rule, then it is broken here too', () => {
    const broken = new Set(offences.flatMap(([, , expected]) => expected.map((line) => line.split(':')[0])));

    expect(plan.forbidden.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
  });

  test('when it is read, then it complains of nothing else', () => {
    expect(complaints.toSorted()).toEqual(offences.flatMap(([, , expected]) => expected).toSorted());
  });
});

describe('given a house without modules', () => {
  test('when it is read, then that is a complaint of its own', () => {
    const house = build('empty', { 'packages/catalog/data.json': '{}' });

    expect(readArchitecture(house)).toEqual({ read: 0, complaints: ['reader: no module was read'] });
  });
});

function build(name, files) {
  const house = join(root, name);
  const write = (path, text) => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), `${text}\n`);
  };
  const versions = (names) => Object.fromEntries(names.map((each) => [each, '1.0.0']));
  write(
    'package.json',
    JSON.stringify({
      workspaces: ['packages/*', 'apps/*'],
      dependencies: versions(libraries),
      devDependencies: versions(tools),
    }),
  );
  for (const library of [...libraries, ...tools, 'undeclared']) {
    write(`node_modules/${library}/package.json`, JSON.stringify({ name: library, version: '1.0.0' }));
    write(`node_modules/${library}/index.js`, 'module.exports = {};');
  }
  for (const each of packages) {
    const exports = { '.': './src/index.ts', './client': './src/client/index.ts' };
    write(`packages/${each}/package.json`, JSON.stringify({ name: `@concord/${each}`, exports }));
    mkdirSync(join(house, 'node_modules/@concord'), { recursive: true });
    symlinkSync(join(house, 'packages', each), join(house, 'node_modules/@concord', each));
  }
  for (const [path, text] of Object.entries(files)) write(path, text);
  return house;
}
