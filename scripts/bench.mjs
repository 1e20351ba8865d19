// Bundles the bench beside the installed packages and runs it: `npm run bench -- [PART …]`.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { build, forNode, isBuilt } from '../build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
if (!isBuilt()) await build();
const folder = join(root, 'node_modules', '.cache', 'concord-bench');
mkdirSync(folder, { recursive: true });
await bundle({
  ...forNode,
  external: [...forNode.external, 'playwright-core'],
  entryPoints: ['bench/bench.ts', 'bench/verifying.ts'],
  outdir: folder,
  outExtension: { '.js': '.mjs' },
});
const ran = spawnSync(
  process.execPath,
  ['--expose-gc', join(folder, 'bench.mjs'), root, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
process.exit(ran.status ?? 1);
