import { renderTables } from '@concord/reports';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisation, sendFile, within } from '../../testing/programme.ts';
import { type Ask, host, makePlace, type RunningServer, startServer, token } from '../../testing/server.ts';

const place = makePlace();
let running: RunningServer;
let organisation = '';
let inside: Ask;

beforeAll(async () => {
  running = await startServer(place);
  organisation = await createOrganisation(running.ask);
  inside = within(running.ask, organisation);
  await inside('PUT', '/frameworks/iso27001-2022/adoption', {});
  await inside('POST', '/people', { name: 'Ben Bauer', mail: 'ben@example.org' });
  for (const mail of ['alex@example.org', 'kim@example.org'])
    await inside('POST', '/people', { name: 'Alex Kim', mail });
});
afterAll(async () => {
  await running.close();
  place.remove();
});

const headings = [
  'Code',
  'Name',
  'Owner',
  'Frequency',
  'Design',
  'Scopes',
  'Condition holds',
  'Implementation',
  'Implementation since',
  'Claims: iso27001-2022',
];
const claimHeadings = ['Framework', 'Requirement', 'Controls', 'Contribution'];
const sound = (at: number) => [
  `C-${at}`,
  `Control ${at}`,
  'ben bauer',
  'Monthly',
  'accepted',
  '',
  'yes',
  'operating',
  '2026-02-01',
  'A.5.15; A.5.16',
];

/** A wrong value by cell of the sheet Controls, and a word of what is said about it. */
const mistakes: Readonly<Record<string, readonly [wrong: string, said: string]>> = {
  A10: ['', 'Code is empty'],
  A20: ['C 20', 'no code'],
  A30: ['c-40', 'stands in Library!A30 too'],
  B50: ['', 'Name is empty'],
  B60: ['x'.repeat(201), 'longer than 200'],
  B70: ['two\nlines', 'one line'],
  B80: ['-', 'can not be taken away'],
  C90: ['Ben Baur', 'Did you mean Ben Bauer'],
  C100: ['Zaphod', 'nobody here'],
  C110: ['Alex Kim', '2 people here'],
  D120: ['montly', 'Did you mean monthly'],
  D130: ['when I like', 'Use one of: continuous, daily'],
  E140: ['fine', 'Use one of: draft, accepted'],
  F150: ['Moon base', 'no scope of that name'],
  G160: ['maybe', 'Use one of: yes, no'],
  H170: ['oparating', 'Did you mean operating'],
  I180: ['03/04/2026', 'YYYY-MM-DD'],
  I190: ['2026-02-30', 'no such day'],
  I200: ['2026-03-17', 'after today (2026-03-16)'],
  J210: ['A.5.51', 'Did you mean A.5.15'],
  J220: ['A.99', 'no such requirement'],
  J230: ['A.5', 'only groups others'],
};
const claimMistakes = [
  ['iso27001', 'A.5.15', 'C-2', 'meets'],
  ['nis2-directive', '21', 'C-2', 'meets'],
  ['iso27001-2022', 'A.5.17', 'Q-1', 'helps'],
];

async function importing(rows: readonly string[][], claims: readonly string[][], preview = false) {
  const tables = [
    { name: 'Library', headings, rows },
    { name: 'Together', headings: claimHeadings, rows: claims },
  ];
  const { bytes } = await renderTables(tables, 'xlsx');
  const file = await sendFile(inside, 'library.xlsx', bytes);
  return inside('POST', `/imports/controls${preview ? '?preview=true' : ''}`, { file });
}

const rows = Array.from({ length: 300 }, (_, at) => sound(at + 2));
const position = async () => Number((await inside('GET', '')).headers.get('concord-position'));

describe('given a workbook of 300 rows with more than twenty mistakes', () => {
  const broken = rows.map((row) => [...row]);
  for (const [cell, [wrong]] of Object.entries(mistakes)) {
    const row = broken[Number(cell.slice(1)) - 2] as string[];
    row[cell.charCodeAt(0) - 65] = wrong;
  }

  test('when it is imported, then every one is explained at its cell, and nothing is taken in', async () => {
    const before = await position();
    const answer = await importing(broken, claimMistakes);
    expect([answer.status, answer.body.code]).toEqual([422, 'table.faults']);
    const told = new Map<string, string>(
      answer.body.errors.map(({ at, detail }: { at: string; detail: string }) => [at, detail]),
    );
    // Of two rows with one code the second is named, and says where the first stands.
    const expected = Object.entries(mistakes).map(
      ([cell, [, said]]) => [cell === 'A30' ? 'A40' : cell, said] as const,
    );
    for (const [cell, said] of expected)
      expect([cell, told.get(`Library!${cell}`)]).toEqual([cell, expect.stringContaining(said)]);
    expect([
      told.get('Together!A2'),
      told.get('Together!A3'),
      told.get('Together!C4'),
      told.get('Together!D4'),
    ]).toEqual([
      expect.stringContaining('no such framework'),
      expect.stringContaining('not adopted'),
      expect.stringContaining('no control of the library'),
      expect.stringContaining('Use one of: meets'),
    ]);
    const known = new Set(expected.map(([cell]) => `Library!${cell}`));
    expect([...told].filter(([at]) => at.startsWith('Library') && !known.has(at))).toEqual([]);
    expect(told.size).toBe(expected.length + 4);
    expect(answer.body.errors).toHaveLength(told.size);
    expect(await position()).toBe(before);
  });

  test('when it is mended, then a preview counts it, and it is taken in as one batch', async () => {
    const claims = [['iso27001-2022', 'A.5.17', 'C-2; C-3', 'meets']];
    const before = await position();
    const told = await importing(rows, claims, true);
    expect(told.body).toMatchObject({ preview: true, types: { ControlAdded: 300, ClaimStated: 601 } });
    expect(await position()).toBe(before);
    const done = await importing(rows, claims);
    expect([done.status, await position()]).toEqual([201, before + 901]);
    expect((await importing(rows, claims)).body).toMatchObject({ unchanged: true });
  });

  test.each(['xlsx', 'csv', 'json'])(
    'when it is exported as %s, then that file changes nothing',
    async (format) => {
      const address = `/api/v1/organisations/${organisation}/exports/controls?format=${format}`;
      const headers = { host, authorization: `Bearer ${token}` };
      const answer = await running.app.fetch(new Request(`http://${host}${address}`, { headers }));
      expect(answer.status).toBe(200);
      const file = await sendFile(inside, `library.${format}`, new Uint8Array(await answer.arrayBuffer()));
      const again = await inside('POST', '/imports/controls', { file });
      expect([again.status, again.body.unchanged]).toEqual([200, true]);
    },
  );
});
