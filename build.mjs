// Bundles the two apps and the process that sets PDF into dist/. Run by concord.mjs when the sources are newer.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
export const dist = join(root, 'dist');
const stamp = join(dist, 'built-from');

/** How everything of ours is bundled: what is native, or read as a file, stays in its installed package. */
export const forNode = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['libsql', 'pg', '@myriaddreamin/*', '@expo-google-fonts/*'],
  loader: { '.typ': 'text' },
  banner: {
    js: "import { createRequire as __cr } from 'node:module';const require = __cr(import.meta.url);",
  },
  logLevel: 'warning',
};

/** What the sources look like now: names, sizes and times of change. */
export function sourcesStamp() {
  const hash = createHash('sha256');
  for (const folder of ['packages', 'apps']) walk(join(root, folder), hash);
  for (const file of ['package-lock.json', 'build.mjs']) note(join(root, file), hash);
  return hash.digest('hex');
}

function walk(folder, hash) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (entry.name === 'node_modules' || entry.name === 'testing' || entry.name.includes('.test.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path, hash);
    else note(path, hash);
  }
}

function note(path, hash) {
  const { size, mtimeMs } = statSync(path);
  hash.update(`${path}\n${size}\n${mtimeMs}\n`);
}

export function isBuilt() {
  try {
    return readFileSync(stamp, 'utf8') === sourcesStamp();
  } catch {
    return false;
  }
}

/** Builds when that is needed. Of several who start at the same time one builds, and the others wait for it. */
export async function buildOnce() {
  const lock = `${dist}.lock`;
  while (!takeLock(lock)) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (isBuilt()) return;
  }
  try {
    if (!isBuilt()) await build();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

const longestBuild = 60_000;

function takeLock(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const taken = statSync(lock, { throwIfNoEntry: false });
  // Whoever took it was killed while building.
  if (taken && Date.now() - taken.mtimeMs > longestBuild) rmSync(lock, { recursive: true, force: true });
  return false;
}

/** Builds beside dist and swaps, so that a run that is under way keeps its files and a broken build changes nothing. */
export async function build() {
  const { build: bundle } = await import('esbuild');
  const before = sourcesStamp();
  const draft = `${dist}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    await bundle({
      entryPoints: {
        server: 'apps/server/src/main.ts',
        cli: 'apps/cli/src/main.ts',
        'press-process': 'packages/reports/src/render/pdf/press-process.ts',
        'read-thread': 'apps/server/src/files/tables/read-thread.ts',
        'write-thread': 'packages/reports/src/render/thread/render-thread.ts',
        'long-thread': 'packages/reports/src/large/long-thread.ts',
        'export-thread': 'apps/server/src/writing/export-thread.ts',
      },
      outdir: draft,
      outExtension: { '.js': '.mjs' },
      ...forNode,
      splitting: true,
      sourcemap: 'linked',
    });
    await buildWeb(join(draft, 'web'));
    writeFileSync(join(draft, 'built-from'), before);
    rmSync(dist, { recursive: true, force: true });
    renameSync(draft, dist);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * The app for the browser, into a folder that the server hands out. Always as people get it: where NODE_ENV says
 * otherwise, as under a test runner, the libraries would be built for their own developers, and the app half as large again.
 */
async function buildWeb(outDir) {
  const { build: bundle } = await import('vite');
  const said = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await bundle({ configFile: join(root, 'apps/web/vite.config.ts'), build: { outDir } });
  } finally {
    if (said === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = said;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
