// `npm run check`: everything about the house that can be judged without running it.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tool = (path) => join(root, 'node_modules', path);
const compile = (project) => [
  tool('typescript/bin/tsc'),
  ...[
    '-p',
    project,
    '--incremental',
    '--tsBuildInfoFile',
    tool(`.cache/concord-check/${project.replaceAll('/', '-')}.tsbuildinfo`),
  ],
];

const env = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' };

/** The longest first, so that they do not end last. */
const steps = [
  ['types', compile('tsconfig.json')],
  ['types of the app', compile('apps/web/tsconfig.json')],
  ['types without node', compile('tsconfig.pure.json')],
  ['architecture', [join(root, 'scripts/architecture.mjs')]],
  [
    'lint and format',
    [
      tool('@biomejs/biome/bin/biome'),
      'ci',
      '--colors=off',
      '--error-on-warnings',
      '--max-diagnostics=200',
      '.',
    ],
  ],
  ['unused code', [tool('knip/bin/knip.js'), '--no-progress', '--treat-config-hints-as-errors']],
  ['house rules', [join(root, 'scripts/house-rules.mjs')]],
];

const waiting = [...steps];
const failed = [];
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
console.log(failed.length === 0 ? 'check: ok' : `check: failed (${failed.join(', ')})`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function work() {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const [name, parameters] = step;
    const started = process.hrtime.bigint();
    const { code, said } = await run(parameters);
    const seconds = (Number(process.hrtime.bigint() - started) / 1e9).toFixed(1);
    if (code === 0) {
      const last = said.trim().split('\n').at(-1) ?? '';
      const told = ['architecture', 'house rules'].includes(name) ? `: ${last}` : '';
      console.log(`ok      ${name} (${seconds} s)${told}`);
    } else {
      failed.push(name);
      console.log(`failed  ${name} (${seconds} s)\n${said.trimEnd().replaceAll(/^/gm, '        ')}`);
    }
  }
}

function run(parameters) {
  return new Promise((done) => {
    const child = spawn(process.execPath, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    }
    child.on('error', (error) => done({ code: 1, said: String(error) }));
    child.on('close', (code) => done({ code: code ?? 1, said }));
  });
}
