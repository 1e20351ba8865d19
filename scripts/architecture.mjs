// Reads every import and holds it against the plan in .dependency-cruiser.mjs.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const plan = fileURLToPath(new URL('../.dependency-cruiser.mjs', import.meta.url));
const cruiser = fileURLToPath(
  new URL('../node_modules/dependency-cruiser/bin/dependency-cruise.mjs', import.meta.url),
);
const source = /^(?:packages|apps)\/[^/]+\/src\/.*\.tsx?$/;
const forTests = /\.test\.ts$|\/testing\//;
const door = /\/(?:index|main)\.tsx?$/;

/**
 * What the tree below `root` does against the plan, one line each. `read` is how many modules the reader saw; that
 * it saw every one is part of the answer, because a reader that finds nothing has nothing to complain about.
 */
export function readArchitecture(root) {
  const modules = cruise(root);
  const read = modules.list.map((module) => module.source).filter((path) => source.test(path));
  const missed = sourcesBelow(root).filter((path) => !read.includes(path));
  return {
    read: read.length,
    complaints: [
      ...(read.length === 0 ? ['reader: no module was read'] : []),
      ...missed.map((path) => `reader: ${path} was not read`),
      ...modules.violations.map(
        ({ rule, from, to }) => `${rule.name}: ${from}${to === from ? '' : ` → ${to}`}`,
      ),
      ...foldersInRings(modules.list),
    ],
  };
}

function cruise(root) {
  const folders = ['packages', 'apps'].filter((folder) => existsSync(join(root, folder)));
  const parameters = [cruiser, '--config', plan, '--output-type', 'json', ...folders];
  const { stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser failed: ${stderr || stdout}`);
  const { modules, summary } = JSON.parse(stdout);
  return { list: modules, violations: summary.violations };
}

/** Every .ts and .tsx file below packages/…/src and apps/…/src, as the disk has it. */
function sourcesBelow(root) {
  return ['packages', 'apps'].flatMap((kind) =>
    namesIn(join(root, kind)).flatMap((name) =>
      namesIn(join(root, kind, name, 'src'), { recursive: true })
        .map((path) => `${kind}/${name}/src/${path}`)
        .filter((path) => /\.tsx?$/.test(path)),
    ),
  );
}

function namesIn(folder, options) {
  return existsSync(folder) ? readdirSync(folder, options) : [];
}

/**
 * The imports by which folders hang together in rings: what is left after taking away, again and again, the folders
 * that nobody imports or that import nobody. Doors and assemblies (index.ts, main.ts) stand for the folder and are
 * not counted as lying in it.
 */
function foldersInRings(modules) {
  let imports = modules
    .flatMap(({ source: from, dependencies }) => dependencies.map(({ resolved: to }) => ({ from, to })))
    .filter(({ from, to }) => dirname(from) !== dirname(to) && counted(from) && counted(to));
  for (let before = -1; before !== imports.length; ) {
    before = imports.length;
    const importing = new Set(imports.map(({ from }) => dirname(from)));
    const imported = new Set(imports.map(({ to }) => dirname(to)));
    imports = imports.filter(({ from, to }) => importing.has(dirname(to)) && imported.has(dirname(from)));
  }
  return imports.map(({ from, to }) => `ring-of-folders: ${from} → ${to}`);
}

function counted(path) {
  return source.test(path) && !forTests.test(path) && !door.test(path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { read, complaints } = readArchitecture(fileURLToPath(new URL('..', import.meta.url)));
  for (const complaint of complaints) console.error(complaint);
  console.log(`${read} modules read, ${complaints.length} against the plan`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}
