// `npm test`: sets up what the tests need, runs them and closes with one line that counts them all. Parameters go to
// vitest: `npm test -- packages/ledger`. With CONCORD_SECOND_NODE=FILE they run once more on that Node.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closingLine, countOf, failedLines } from './tally.mjs';
import { setUpTools } from './tools.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const env = setUpTools(console.log);
const second = process.env.CONCORD_SECOND_NODE;

const runs = [runOn(process.execPath)];
if (second) runs.push(runOn(second));
const counts = runs.map(({ count }) => count);
for (const { failed } of runs) for (const line of failed) console.log(line);
console.log(closingLine(counts));
process.exitCode = counts.every(({ failed }) => failed === 0) ? 0 : 1;

function runOn(node) {
  const folder = mkdtempSync(join(tmpdir(), 'concord-tests-'));
  const report = join(folder, 'report.json');
  const { stdout: version } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  console.log(`tests on Node ${version?.trim() ?? `at ${node}, which does not start`}`);
  const parameters = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ...process.argv.slice(2),
  ];
  const { status } = spawnSync(node, parameters, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const read = readReport(report);
  rmSync(folder, { recursive: true, force: true });
  return { count: countOf(read, status), failed: failedLines(read) };
}

function readReport(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}
