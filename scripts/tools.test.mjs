// Sets up on a machine that has nothing but what is put into one folder, in a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const module = new URL('./tools.mjs', import.meta.url).href;
const asRoot = process.getuid?.() === 0;

/** Brings sqlite3 as the real one would, and says what it was asked. */
const aptGet = `#!/bin/sh
echo "$*" >> "$0.log"
case "$*" in *install*) echo '#!/bin/sh' > "\${0%/*}/sqlite3"; /bin/chmod +x "\${0%/*}/sqlite3";; esac
`;

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'concord-tools-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('given a machine without tools', () => {
  test('when nobody allowed an installation, then nothing is installed and every loss is said', () => {
    put('apt-get', aptGet);

    const { said } = setUp({});

    expect(said).toContain('CONCORD_INSTALL=1 would bring');
    expect(said).toContain(
      'sqlite3 is not here (Debian: sqlite3): SKIPPED, ledgers are not opened from outside',
    );
    expect(said).not.toContain('installing');
  });

  test.runIf(asRoot)(
    'when CI allows it, then what can be had is installed and only the rest is missed',
    () => {
      put('apt-get', aptGet);

      const { said } = setUp({ CI: 'true' });

      expect(said).toContain('set-up: installing chromium');
      expect(said).not.toContain('sqlite3 is not here');
      expect(said).toContain('openssl is not here');
    },
  );

  test.runIf(asRoot)('when the installation fails, then that is said and the losses too', () => {
    put('apt-get', '#!/bin/sh\necho "no network" >&2\nexit 100\n');

    const { said, status } = setUp({ CONCORD_INSTALL: '1' });

    expect(said).toContain('apt-get install failed: no network');
    expect(said).toContain('Chromium is not here');
    expect(status).toBe(0);
  });
});

describe('given a machine with a browser', () => {
  test('when it is set up, then the tests are told where it is', () => {
    put('chromium-browser', '#!/bin/sh\n');

    expect(setUp({}).environment.CONCORD_BROWSER).toBe(join(folder, 'chromium-browser'));
  });

  test('when somebody names another one, then that one is taken', () => {
    put('chromium', '#!/bin/sh\n');
    put('mine', '#!/bin/sh\n');

    const mine = join(folder, 'mine');
    expect(setUp({ CONCORD_BROWSER: mine }).environment.CONCORD_BROWSER).toBe(mine);
  });
});

function put(name, text) {
  writeFileSync(join(folder, name), text, { mode: 0o755 });
}

function setUp(env) {
  const program = `import { setUpTools } from '${module}';
    const said = [];
    const environment = setUpTools((line) => said.push(line));
    console.log(JSON.stringify({ environment, said: said.join('\\n') }));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { PATH: folder, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return { ...JSON.parse(stdout), status };
}
