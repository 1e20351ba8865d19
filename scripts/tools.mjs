// What the tests need of the machine beside Node and npm: found, installed where that is allowed, or missed aloud.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const debian = '/usr/lib/postgresql';
const minutes = 60_000;

/** Each tool: where it is found, the Debian package that brings it, and what is not tested without it. */
const tools = [
  { name: 'Chromium', find: findBrowser, from: 'chromium', lost: 'nothing is clicked in a browser' },
  { name: 'PostgreSQL', find: findPostgres, from: 'postgresql', lost: 'no ledger is kept in PostgreSQL' },
  { name: 'pdfinfo', find: () => onPath('pdfinfo'), from: 'poppler-utils', lost: 'PDFs are not read back' },
  {
    name: 'pdftotext',
    find: () => onPath('pdftotext'),
    from: 'poppler-utils',
    lost: 'PDFs are not read back',
  },
  {
    name: 'sqlite3',
    find: () => onPath('sqlite3'),
    from: 'sqlite3',
    lost: 'ledgers are not opened from outside',
  },
  {
    name: 'openssl',
    find: () => onPath('openssl'),
    from: 'openssl',
    lost: 'signatures are not checked from outside',
  },
];

/** Finds the tools, says what is missing and installs it if it may. Answers the environment for the tests. */
export function setUpTools(say) {
  const missing = tools.filter((tool) => tool.find() === undefined);
  if (missing.length > 0) install([...new Set(missing.map(({ from }) => from))], say);
  for (const { name, find, from, lost } of missing) {
    if (find() === undefined) say(`set-up: ${name} is not here (Debian: ${from}): SKIPPED, ${lost}`);
  }
  const browser = findBrowser();
  const postgres = findPostgres();
  const path = [process.env.PATH, postgres].filter(Boolean).join(delimiter);
  return { ...process.env, PATH: path, ...(browser === undefined ? {} : { CONCORD_BROWSER: browser }) };
}

function install(packages, say) {
  const { CI, CONCORD_INSTALL } = process.env;
  const wanted = CONCORD_INSTALL === '1' || (CI !== undefined && CI !== '' && CI !== 'false');
  if (!wanted)
    return say(`set-up: nothing is installed; CONCORD_INSTALL=1 would bring ${packages.join(' ')}`);
  if (process.getuid?.() !== 0) return say(`set-up: only root can install ${packages.join(' ')}`);
  if (onPath('apt-get') === undefined) return say(`set-up: no apt-get here to install ${packages.join(' ')}`);
  say(`set-up: installing ${packages.join(' ')} …`);
  aptGet(['update'], 3 * minutes, say);
  aptGet(['install', '--yes', '--no-install-recommends', ...packages], 12 * minutes, say);
}

function aptGet(parameters, timeout, say) {
  const { status, signal, stderr, error } = spawnSync(
    'apt-get',
    ['-qq', '-o', 'Acquire::Retries=2', '-o', 'DPkg::Lock::Timeout=60', ...parameters],
    {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      timeout,
      killSignal: 'SIGKILL',
    },
  );
  if (status === 0) return;
  const why = signal ? `took longer than ${timeout / minutes} minutes` : (error?.message ?? stderr.trim());
  say(`set-up: apt-get ${parameters[0]} failed: ${why}`);
}

function findBrowser() {
  const named = process.env.CONCORD_BROWSER;
  if (named) return isProgram(named) ? named : undefined;
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath).find(Boolean);
}

/** The folder that holds initdb and pg_ctl; Debian leaves it out of the PATH. */
function findPostgres() {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [
    ...pathPlaces(),
    ...versions.map((version) => join(debian, version, 'bin')),
    ...configured(),
  ];
  return places.find((place) =>
    ['initdb', 'pg_ctl', 'createdb'].every((name) => isProgram(join(place, name))),
  );
}

function configured() {
  const { stdout, status } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  return status === 0 ? [stdout.trim()] : [];
}

function onPath(name) {
  return pathPlaces()
    .map((place) => join(place, name))
    .find(isProgram);
}

function pathPlaces() {
  return (process.env.PATH ?? '').split(delimiter).filter(Boolean);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
