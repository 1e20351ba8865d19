// The plan of the house as rules: who may import whom. Each rule is broken on purpose in scripts/architecture.test.mjs.

/** Which packages of ours a folder may import, apart from itself. */
const plan = {
  'packages/catalog': [],
  'packages/programme': ['catalog'],
  'packages/views': ['programme', 'catalog'],
  'packages/reports': ['views', 'catalog'],
  'packages/ledger': [],
  'packages/operations': ['views', 'programme', 'catalog'],
  'apps/cli': ['operations'],
  'apps/web': ['operations'],
  'apps/server': ['operations', 'views', 'reports', 'ledger', 'programme', 'catalog'],
};

/** The rooms of programme, lowest first: each sees only those before it. */
const rooms = ['foundation', 'governance', 'controls', 'risk', 'suppliers', 'incidents', 'assurance'];

/** What packages without disk, network, clock and chance may take from npm. */
const pureLibraries = ['zod', 'immutable', 'temporal-polyfill', 'i18next', 'canonicalize', '@noble/hashes'];

const ours = '^(?:packages|apps)/';
const pure = '^packages/(?:catalog|programme|views|operations)/';
const test = '(?:[.]test[.](?:ts|mjs)$|/testing/)';
const npm = (...names) => `(?:^|/)node_modules/(?:${names.join('|')})(?:/|$)`;
const inside = (rest) => `^packages/programme/src/${rest}`;

const directions = Object.entries(plan).map(([folder, allowed]) => ({
  name: `direction-of-${folder.split('/')[1]}`,
  comment: `${folder} may import ${allowed.join(', ') || 'nothing of ours'} (docs/decisions/0001-the-house.md)`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: ours, pathNot: [`^${folder}/`, ...allowed.map((name) => `^packages/${name}/`)] },
}));

const outsideThePlan = {
  name: 'folder-outside-the-plan',
  comment: 'a package or an app needs its place in the plan above',
  severity: 'error',
  from: { path: ours, pathNot: Object.keys(plan).map((folder) => `^${folder}/`) },
  to: {},
};

const roomOrder = rooms.slice(0, -1).map((room, place) => ({
  name: `room-${room}-looks-up`,
  comment: `${room} sees only the rooms before it`,
  severity: 'error',
  from: { path: inside(`${room}/`) },
  to: { path: inside(`(?:${rooms.slice(place + 1).join('|')})/`) },
}));

const roomWalls = [
  {
    name: 'room-outside-the-plan',
    comment: `the rooms of programme are ${rooms.join(', ')}; another needs its place in the order`,
    severity: 'error',
    from: { path: ours },
    to: { path: inside('[^/]+/'), pathNot: inside(`(?:${rooms.join('|')}|testing)/`) },
  },
  {
    name: 'room-looks-at-the-whole',
    comment: 'a room does not know the programme it is part of (its tests may)',
    severity: 'error',
    from: { path: inside('[^/]+/'), pathNot: test },
    to: { path: inside('[^/]+$') },
  },
  {
    name: 'foundation-knows-the-field',
    comment: 'foundation imports nothing of ours',
    severity: 'error',
    from: { path: inside('foundation/') },
    to: { path: '^packages/', pathNot: inside('foundation/') },
  },
  {
    name: 'room-past-the-door',
    comment: 'another room is entered through its index.ts',
    severity: 'error',
    from: { path: inside('([^/]+)/') },
    to: { path: inside('[^/]+/'), pathNot: [inside('$1/'), inside('[^/]+/index[.]ts$'), inside('testing/')] },
  },
  {
    name: 'programme-past-the-door',
    comment: 'a room, or a room within it, is entered through its index.ts',
    severity: 'error',
    from: { path: inside('[^/]+$') },
    to: {
      path: inside('[^/]+/'),
      pathNot: [inside('[^/]+/index[.]ts$'), inside('[^/]+/[^/]+/index[.]ts$'), inside('testing/')],
    },
  },
];

const doors = [
  {
    name: 'package-past-the-door',
    comment:
      'another package is entered by its name, which is its src/index.ts (a browser’s is src/client, those of threads which read lists or write lines alone src/made-lists and src/csv-lines, for tests src/testing)',
    severity: 'error',
    from: { path: '^((?:packages|apps)/[^/]+)/' },
    to: {
      path: '^packages/',
      pathNot: ['^$1/', '^packages/[^/]+/src/(?:testing/|client/|made-lists/|csv-lines/)?index[.]ts$'],
    },
  },
  {
    name: 'package-by-path',
    comment: 'another package is imported by its name, not by a path to its folder',
    severity: 'error',
    from: { path: '^((?:packages|apps)/[^/]+)/' },
    to: { path: '^packages/', pathNot: '^$1/', dependencyTypesNot: ['aliased-workspace'] },
  },
  {
    name: 'unresolved',
    comment:
      'what cannot be found cannot be judged either (the table of routes is made by apps/web/vite.config.ts)',
    severity: 'error',
    from: { path: ours },
    to: { couldNotResolve: true, pathNot: '^virtual:routes$' },
  },
];

const purity = [
  {
    name: 'pure-package-takes-from-node',
    comment: 'no disk, network, clock or chance in packages that decide',
    severity: 'error',
    from: { path: pure, pathNot: test },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'pure-package-takes-from-npm',
    comment: `packages that decide take from npm only ${pureLibraries.join(', ')}`,
    severity: 'error',
    from: { path: pure, pathNot: test },
    to: { path: npm('.+'), pathNot: npm(...pureLibraries) },
  },
];

const keepers = [
  {
    name: 'sql-outside-its-place',
    comment: 'only ledger, server/identity and server/store know SQL (and tests, which look from outside)',
    severity: 'error',
    from: { path: ours, pathNot: [test, '^packages/ledger/', '^apps/server/src/(?:identity|store)/'] },
    to: { path: npm('libsql', 'pg', 'kysely') },
  },
  {
    name: 'http-outside-its-place',
    comment: 'only server/http knows HTTP',
    severity: 'error',
    from: { path: ours, pathNot: '^apps/server/src/http/' },
    to: { path: npm('hono') },
  },
  {
    name: 'listening-outside-its-place',
    comment: 'only the assembly, main.ts, listens',
    severity: 'error',
    from: { path: ours, pathNot: '^apps/server/src/(?:http/|main[.]ts$)' },
    to: { path: npm('@hono') },
  },
  {
    name: 'typst-outside-its-place',
    comment: 'only reports/render sets type',
    severity: 'error',
    from: { path: ours, pathNot: '^packages/reports/src/render/' },
    to: { path: npm('@myriaddreamin') },
  },
];

/** Inside the app for the browser: rooms stand on states, parts and the frame, and never on each other. */
const web = (rest) => `^apps/web/src/${rest}`;
const webWalls = [
  {
    name: 'web-takes-rows',
    comment: 'rows bring schemas and the catalogue with them: at run time the browser has the client alone',
    severity: 'error',
    from: { path: web(''), pathNot: test },
    to: { path: '^packages/', pathNot: '^packages/operations/src/client/' },
  },
  {
    name: 'web-part-knows-the-field',
    comment: 'ui holds parts without the field, states dresses its words; neither knows the frame or a room',
    severity: 'error',
    from: { path: web('(?:ui|states)/') },
    to: { path: web('(?:app|rooms|publishing|due|countries|activities)/') },
  },
  {
    name: 'web-part-knows-states',
    comment: 'ui does not know what it shows',
    severity: 'error',
    from: { path: web('ui/') },
    to: { path: web('states/') },
  },
  {
    name: 'web-room-past-the-door',
    comment: 'a room enters other folders through their index.ts (weeks are counted without a browser too)',
    severity: 'error',
    from: { path: web('rooms/'), pathNot: test },
    to: {
      path: web('(?:app|states|ui|publishing|due|countries|activities)/'),
      pathNot: [
        web('(?:app|states|ui|publishing|due|countries|activities)/index[.]ts$'),
        web('due/week[.]ts$'),
        web('app/place/said[.]ts$'),
      ],
    },
  },
  {
    name: 'web-frame-knows-a-room',
    comment: 'the frame fetches a room when it is opened, in routes.tsx alone',
    severity: 'error',
    from: { path: web('app/'), pathNot: [test, web('app/routes[.]tsx$')] },
    to: { path: web('(?:rooms|publishing|due|countries|activities)/') },
  },
  {
    name: 'web-below-rooms-past-the-door',
    comment:
      'publishing, due, countries and activities serve several rooms: they stand on app, states and ui through their index.ts, and on no room',
    severity: 'error',
    from: { path: web('(publishing|due|countries|activities)/'), pathNot: test },
    to: { path: web(''), pathNot: [web('$1/'), web('(?:app|states|ui)/index[.]ts$')] },
  },
  {
    name: 'web-room-knows-a-room',
    comment: 'rooms lead to each other by address',
    severity: 'error',
    from: { path: web('rooms/([^/]+)/') },
    to: { path: web('rooms/'), pathNot: web('rooms/$1/') },
  },
];

const cleanliness = [
  {
    name: 'test-inside-the-product',
    comment: 'what is only there for tests is imported by tests alone',
    severity: 'error',
    from: { path: ours, pathNot: test },
    to: { path: `^(?:packages|apps)/.*${test}` },
  },
  {
    name: 'tool-inside-the-product',
    comment:
      'what is installed for development only is not there when the product runs (vite.config.ts builds it)',
    severity: 'error',
    from: { path: ours, pathNot: [test, '^apps/web/vite[.]config[.]ts$'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
  },
  {
    name: 'library-not-declared',
    comment: 'a library that is imported stands in package.json, with its exact version',
    severity: 'error',
    from: { path: ours },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'orphan',
    comment: 'nobody imports it and it imports nobody',
    severity: 'error',
    from: { orphan: true, path: ours, pathNot: [test, '[.]d[.]ts$'] },
    to: {},
  },
];

const cycles = [
  {
    name: 'cycle',
    comment: 'modules import each other in a ring (types alone may, inside one folder)',
    severity: 'error',
    from: { path: ours },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'cycle-between-folders',
    comment: 'a ring through several folders, even if only of types',
    severity: 'error',
    from: { path: '^((?:packages|apps)/.+)/[^/]+$' },
    to: { circular: true, via: { pathNot: '^$1/[^/]+$' } },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...directions,
    outsideThePlan,
    ...roomOrder,
    ...roomWalls,
    ...doors,
    ...purity,
    ...keepers,
    ...webWalls,
    ...cleanliness,
    ...cycles,
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^concord[.]mjs$'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
