import { framework } from '@concord/catalog';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisation, fillProgramme, sendFile, within } from '../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';

const place = makePlace();
let running: RunningServer;
let inside: Ask;

beforeAll(async () => {
  running = await startServer(place);
  inside = within(running.ask, await createOrganisation(running.ask));
  await fillProgramme(inside);
});
afterAll(async () => {
  await running.close();
  place.remove();
});

const position = async () => Number((await inside('GET', '')).headers.get('concord-position'));

/** Sends a file and asks for its import. */
async function importing(name: string, content: string | Uint8Array, more: object = {}, preview = false) {
  const file = await sendFile(inside, name, content);
  return inside('POST', `/catalogue/imports${preview ? '?preview=true' : ''}`, { file, ...more });
}

const csv = `id,parent,title,statement,assessable
H,,Household,,no
H1,H,Washing up,Wash up after every meal.,yes
H2,H,Locking up,"Lock the doors, and the windows.",yes
`;

test('given crosswalks that lead out of the catalogue, then the list says what lies there is called', async () => {
  const { elsewhere } = (await inside('GET', '/catalogue')).body;
  expect(elsewhere).toEqual([{ id: 'nist-sp-800-171r3', title: 'NIST SP 800-171, Revision 3' }]);
});

test('given a file whose encoding was guessed, then that is told with what it would bring, and with what is wrong', async () => {
  const text = csv.replace('Household', 'Küche');
  const guessed = async (content: string) =>
    (await importing('house.csv', Buffer.from(content, 'latin1'), {}, true)).body;
  const taken = await guessed(text);
  expect(taken.preview).toBe(true);
  const refused = await guessed(text.replace('H2,H', 'H2,X'));
  expect(refused.code).toBe('import.faulty');
  for (const { notices } of [taken, refused])
    expect(notices.join(' ')).toMatch(/read as Windows-1252.*such as in “Küche”/);
  expect((await importing('house.csv', text, {}, true)).body.notices.join(' ')).not.toContain('Windows');
});

describe('a framework in our own form', () => {
  test('is previewed, imported, adopted, claimed and shown, for this organisation alone', async () => {
    const before = await position();
    const preview = await importing('house.csv', csv, {}, true);
    expect([preview.status, preview.body.types]).toEqual([200, { FrameworkImported: 1 }]);
    expect(preview.body.notices.join(' ')).toMatch(/2 requirements to assess/);
    expect(await position()).toBe(before);
    const done = await importing('house.csv', csv);
    expect(done.status).toBe(201);
    const { rows } = (await inside('GET', '/catalogue')).body;
    const [own] = rows.filter(({ origin }: { origin: string }) => origin === 'imported');
    expect(own).toMatchObject({ hash: done.body.id, assessable: 2, file: { name: 'house.csv' } });
    const adopted = await inside('PUT', `/frameworks/${own.id}/adoption`, {});
    expect(adopted.status).toBeLessThan(300);
    const claim = { controls: ['AC-01'], framework: own.id, requirement: 'H2' };
    const { id } = (await inside('POST', '/claims', claim)).body;
    await inside('POST', `/claims/${id}/confirmation`, {});
    const why = await inside('GET', `/why/${own.id}/H2`);
    expect(why.body).toMatchObject({
      word: 'Met, by our claim',
      requirement: { statement: 'Lock the doors, and the windows.' },
    });
    const other = within(running.ask, await createOrganisation(running.ask, 'Another'));
    expect((await other('GET', `/catalogue/${own.id}`)).status).toBe(404);
    expect((await other('PUT', `/frameworks/${own.id}/adoption`, {})).status).toBe(404);
  });

  test('given every fault it has, then all are named at their cells and nothing is written', async () => {
    const before = await position();
    const faulty = 'id,parent,title\nA,,First\nB,X,Orphan\n,A,Nameless\nC,Y,Orphan too\nC,,Twice\n';
    const answer = await importing('faulty.csv', faulty);
    expect([answer.status, answer.body.code, answer.body.path]).toEqual([422, 'import.faulty', 'file']);
    expect(answer.body.errors.length).toBeGreaterThan(1);
    for (const { at, detail } of answer.body.errors) {
      expect(at).toMatch(/![A-Z]+\d+$/);
      expect(detail).not.toMatch(/\{\{|^refusal\./);
    }
    expect(await position()).toBe(before);
  });
});

describe("a publisher's text", () => {
  const csf = framework('nist-csf-2.0');
  const text = {
    catalog: {
      metadata: { title: 'NIST Cybersecurity Framework (CSF) 2.0', version: '2.0' },
      controls: csf?.requirements
        .filter(({ assessable }) => assessable)
        .map(({ id }) => ({ id, title: id, parts: [{ name: 'statement', prose: `Words of ${id}.` }] })),
    },
  };

  test('lies beside ours once its edition is adopted, and what was known before still shows what was', async () => {
    const before = await position();
    const done = await importing('csf.json', JSON.stringify(text));
    const answer = await inside(
      'PUT',
      '/frameworks/nist-csf-2.0/adoption',
      { edition: done.body.id },
      { 'if-match': '*' },
    );
    expect(answer.status).toBeLessThan(300);
    const now = await inside('GET', '/why/nist-csf-2.0/PR.AA-05');
    expect(now.body.requirement.statement).toBe('Words of PR.AA-05.');
    const then = await inside('GET', `/why/nist-csf-2.0/PR.AA-05?knownAt=${before}`);
    expect(then.body.requirement.statement).toBeUndefined();
    expect((await inside('POST', '/ledger/verification', {})).body.ok).toBe(true);
  });

  test('can be taken away again when its publisher asks: the ledger stays whole and the edition is gone', async () => {
    const entry = (await inside('GET', '/ledger/batches?limit=1000')).body.rows.find(
      ({ operation }: { operation: string }) => operation === 'catalogue import',
    ).first;
    await inside('PUT', '/frameworks/nist-csf-2.0/adoption', {}, { 'if-match': '*' });
    const erased = await inside('POST', `/ledger/entries/${entry}/erasure`, {
      members: ['content'],
      reason: 'licence ended',
    });
    expect(erased.status).toBe(201);
    expect(
      (await inside('GET', '/catalogue')).body.rows.filter(
        (row: { id: string }) => row.id === 'nist-csf-2.0',
      ),
    ).toHaveLength(1);
    expect((await inside('POST', '/ledger/verification', {})).body).toMatchObject({ ok: true, redacted: 1 });
  });
});

describe('a file that is none of these', () => {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  test.each([
    ['cut off', 'file.json', '{"catalog": {"metadata"', 'document'],
    ['empty of meaning', 'file.json', 'null', 'import'],
    ['a picture', 'file.png', new Uint8Array(picture), 'document'],
    ['200 deep', 'file.json', `${'['.repeat(200)}${']'.repeat(200)}`, 'document'],
    ['of a zip that is none', 'file.zip', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'document'],
  ])(
    'given it is %s, then it is refused with words and changes nothing',
    async (...[, name, content, family]) => {
      const before = await position();
      const answer = await importing(name, content);
      expect([answer.status >= 400 && answer.status < 500, answer.body.code.split('.')[0]]).toEqual([
        true,
        family,
      ]);
      expect(answer.body.detail).not.toMatch(/\{\{|^refusal\./);
      expect(await position()).toBe(before);
    },
  );

  test('given nobody sent it, then that is said', async () => {
    const answer = await inside('POST', '/catalogue/imports', { file: 'f'.repeat(64) });
    expect([answer.status, answer.body.code, answer.body.path]).toEqual([422, 'file.unknown', 'file']);
  });
});
