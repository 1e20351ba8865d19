// Records the golden ledger of a release: `node scripts/record-golden.mjs 0.1.0`. Once it is released it stays as it is.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { forNode } from '../build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const release = process.argv[2];
if (!/^\d+\.\d+\.\d+$/.test(release ?? '')) throw new Error('Name the release, such as 0.1.0.');
const folder = join(root, 'packages', 'ledger', 'golden', release);
if (existsSync(folder))
  throw new Error(`${folder} is recorded already, and a golden ledger is never recorded again.`);
const cache = join(root, 'node_modules', '.cache', 'concord-golden');
mkdirSync(cache, { recursive: true });
const outfile = join(cache, 'record.mjs');
await build({ ...forNode, entryPoints: ['apps/server/src/testing/record-golden.ts'], outfile });
process.exit(spawnSync(process.execPath, [outfile, folder], { stdio: 'inherit' }).status ?? 1);
