import { membersOf, pathMembers, rows } from '@concord/operations';
import { describe, expect, test } from 'vitest';
import type { Connection } from './connection/connection.ts';
import { kebab } from './line/arguments.ts';
import { run } from './main.ts';

/** What a line did, without any data: it must not come so far as to ask for it. */
async function typed(...argv: string[]) {
  const written = { out: '', error: '' };
  const nothing = (): Promise<never> => Promise.reject(new Error('the line asked for the data'));
  const code = await run(
    argv,
    { version: '1.2.3', open: nothing as () => Promise<Connection>, serve: nothing },
    {
      out: (text) => {
        written.out += text;
      },
      error: (text) => {
        written.error += text;
      },
      isTerminal: true,
    },
  );
  return { code, ...written };
}

const named = rows.map((row) => [row.row.name, row] as const);

describe.each(named)('%s', (name, row) => {
  test('is a command with help of its own, that names every member it takes', async () => {
    const inPath = pathMembers(row);
    for (const line of [
      ['help', ...name.split(' ')],
      [...name.split(' '), '--help'],
    ]) {
      const { code, out, error } = await typed(...line);
      expect([code, error]).toEqual([0, '']);
      expect(out).toContain(row.row.summary);
      for (const member of membersOf(row))
        expect(out).toContain(
          inPath.includes(member.name) ? member.name.toUpperCase() : `--${kebab(member.name)}`,
        );
    }
  });

  test('refuses an option that it does not know, and words that are too many', async () => {
    const option = await typed(...name.split(' '), '--concord-unknown', 'x');
    expect([option.code, option.out]).toEqual([1, '']);
    expect(option.error).toContain(`\`${name}\` knows no --concord-unknown`);
    const words = await typed(...name.split(' '), 'a', 'b', 'c', 'd');
    expect(words.code).toBe(1);
    expect(words.error).toMatch(/^concord: .* is one word too many\.\n$/);
  });

  const [needed] = pathMembers(row);
  if (needed !== undefined) {
    test('asks for what its address names', async () => {
      const { code, out, error } = await typed(...name.split(' '));
      expect([code, out]).toEqual([1, '']);
      expect(error).toContain(`concord ${name} ${needed.toUpperCase()}`);
    });
  }

  test('is in the overview', async () => {
    expect((await typed('help')).out).toContain(`  ${name} `);
  });
});

test.each([[[]], [['help']], [['--help']], [['-h']]])('%j prints the overview', async (argv) => {
  const { code, out } = await typed(...argv);
  expect(code).toBe(0);
  expect(out).toMatch(/Usage: concord/);
});

test('--version prints the version', async () => {
  expect(await typed('--version')).toEqual({ code: 0, out: '1.2.3\n', error: '' });
});

test('--version behind a command that has a version takes a value, and without one prints the version', async () => {
  const asked = await typed('reports', 'download', 'csf-profile', '--version', '2');
  expect([asked.code, asked.error]).toEqual([3, expect.stringContaining('the line asked for the data')]);
  expect(await typed('reports', 'download', 'csf-profile', '--version')).toMatchObject({ out: '1.2.3\n' });
});

test.each([
  [['nonsense'], /no command “nonsense”/],
  [['controls'], /no command “controls”\. .* begin with “controls”: .*`controls list`/],
  [['contols', 'list'], /no command “contols list”\. Did you mean `controls list`\?/],
  [['organisation', 'create', '--name', 'X'], /Did you mean `organisations create`\?/],
  [['controls', 'shwo', 'AC-01'], /Did you mean `controls show`\?/],
  [['hlep'], /Did you mean `help`\?/],
  [['verfy'], /Did you mean `verify`\?/],
  [['reports', 'foo'], /no command “reports foo”\. Those that begin with “reports”: .*`reports publish`/],
  [['--foo'], /no option --foo for every command/],
  [['--foo', 'organisations', 'list'], /no option --foo for every command/],
  [['--jsno', 'organisations', 'list'], /Did you mean `--json`\?/],
  [['--preview'], /what is to be previewed/],
  [['controls', 'list', '--frequncy', 'daily'], /knows no --frequncy\. Did you mean `--frequency`\?/],
  [['report', 'statement-of-aplicability'], /report is one of .*Did you mean `statement-of-applicability`\?/],
  [['reports', 'publish', 'csf-profil'], /Did you mean `csf-profile`\?/],
  [['reports', 'diff', 'soa', '--from', '1'], /report is one of statement-of-applicability, /],
  [['report', 'csf-profile', '--format', 'pfd'], /--format is one of .*not “pfd”\. Did you mean `pdf`\?/],
  [['controls', 'set', 'X', '--frequency', 'quartely'], /Did you mean `quarterly`\?/],
  [['library', 'adopt', '--without', 'ot,cluod'], /not “cluod”\. Did you mean `cloud`\?/],
  [['report'], /concord report REPORT\. There are: statement-of-applicability, csf-profile, /],
  [['reports', 'versions'], /concord reports versions REPORT\. There are: statement-of-applicability, /],
  [['report', 'csf-profile', '--format', 'docx', '--out', 'x.pdf'], /--out x\.docx or --format pdf/],
  [['report', 'csf-profile', '--replace'], /`report` knows no --replace/],
  [['demo', 'remove', '--preview'], /cannot be previewed: it takes the demo .* cannot be taken back/],
  [['demo', 'load', '--preview'], /cannot be previewed: it makes an organisation/],
  [['controls', 'list', '--preview'], /writes nothing, so there is nothing to preview/],
  [['help', 'nonsense'], /no command “nonsense”/],
  [['nonsense', '--help'], /no command “nonsense”/],
  [['serve', '--port', '8080'], /`serve` knows no --port/],
  [['serve', '8080'], /no command “serve 8080”/],
  [['openapi', '--yaml'], /`openapi` knows no --yaml/],
  [['controls', 'add', '--name'], /--name needs a value/],
  [['controls', 'add', 'X', '--name', '--frequency'], /--name needs a value/],
  [['controls', 'add', 'X', '--condition-holds', 'perhaps'], /is yes or no, not “perhaps”/],
  [['applicability', 'decide', 'a', 'b', '--reasons', 'risk'], /--reasons is JSON or kind:text/],
  [['nis2-class', 'try', '--persons', '1e9'], /--persons is a number, written in digits, not “1e9”/],
  [['obligations', 'add', '--requirements', 'iso'], /--requirements is JSON or framework\/requirement/],
  [['targets', 'set', 'a', 'b', '--tier', 'high'], /--tier is a whole number, written in digits, not “high”/],
  [['--org'], /--org needs a value/],
  [['report', 'board-summary', '--out', ''], /--out needs a value, and the one given is empty/],
  [['organisations', 'list', '--data='], /--data needs a value, and the one given is empty/],
  [['evidence', 'add', '--file', ''], /--file needs a value, and the one given is empty/],
  [['restore', 'x.age', '--passphrase-file', ''], /--passphrase-file needs a value, and the one given/],
  [['--server', 'nonsense', 'organisations', 'list'], /“nonsense” is no address of a server/],
  [['--server', 'file:///etc/passwd', 'organisations', 'list'], /no address of a server/],
  [['--server', '127.0.0.1:8080', 'organisations', 'list'], /no address of a server/],
])('%j is wrong, and says why, in one line or one document', async (argv, why) => {
  const plain = await typed(...argv);
  expect([plain.code, plain.out]).toEqual([1, '']);
  expect(plain.error).toMatch(/^concord: [^\n]+\n$/);
  expect(plain.error).toMatch(why);
  const asJson = await typed('--json', ...argv);
  expect([asJson.code, asJson.out]).toEqual([1, '']);
  expect(JSON.parse(asJson.error)).toMatchObject({ code: 'usage', detail: expect.stringMatching(why) });
});

test.each([[['restore']], [['backup', 'drill']]])(
  '%j of a file that is not there says so before it asks what opens it',
  async (words) => {
    const nothing = (): Promise<never> => Promise.reject(new Error('the line asked for the data'));
    const local = { version: '1.2.3', open: nothing, serve: nothing, restore: nothing, drill: nothing };
    let told = '';
    const error = (text: string) => {
      told += text;
    };
    const out = (text: string | Uint8Array) => error(String(text));
    const code = await run([...words, 'nope.age'], local, { out, error, isTerminal: true });
    expect([code, told]).toEqual([1, 'concord: There is no file nope.age. Say which backup is meant.\n']);
  },
);

test('the help of `backup`, and of no other command, names what puts it in the place of a file', async () => {
  expect((await typed('help', 'backup')).out).toMatch(/--replace.*in the place of one that is there/);
  expect((await typed('help', 'export', 'tables')).out).not.toContain('--replace');
});

test('the overview lists every command once, sorted below what it is about, and none is left over', async () => {
  const { out } = await typed('help');
  const listing = out.slice(out.indexOf('COMMAND …'), out.indexOf('Options for every command'));
  const groups = listing.split(/\n\n(?=\S)/).slice(1);
  expect(groups.length).toBeGreaterThan(5);
  expect(listing).not.toContain('Others:');
  const listed = groups.map((group) =>
    group
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/ {2,}/)[0] ?? ''),
  );
  for (const names of listed) expect(names).toEqual([...names].sort());
  const all = [...rows.map(({ row }) => row.name), 'serve', 'openapi', 'restore', 'backup drill'];
  expect(listed.flat().sort()).toEqual(all.sort());
});

test('a value that only the server can judge is left to it, and one that takes values away too', async () => {
  const cleared = await typed('controls', 'set', 'X', '--no-frequency');
  expect(cleared.error).toContain('the line asked for the data');
  const free = await typed('controls', 'list', '--owner', 'anybody');
  expect(free.error).toContain('the line asked for the data');
});

test('a fault of ours is exit 3, with what is needed to find it', async () => {
  const { code, error } = await typed('organisations', 'list');
  expect(code).toBe(3);
  expect(error).toMatch(/the line asked for the data\n.*\n\s+at /);
});
