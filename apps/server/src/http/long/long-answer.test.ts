import { createHash } from 'node:crypto';
import { Decrypter } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newPair, type Pair } from '../../testing/backup.ts';
import { createOrganisation, fillProgramme, within } from '../../testing/programme.ts';
import { host, makePlace, type Place, type RunningServer, startServer, token } from '../../testing/server.ts';

let place: Place;
let running: RunningServer;
let organisation: string;
let pair: Pair;

beforeEach(async () => {
  place = makePlace();
  running = await startServer(place);
  organisation = await createOrganisation(running.ask);
  await fillProgramme(within(running.ask, organisation));
  pair = await newPair();
});
afterEach(async () => {
  await running.close();
  place.remove();
});

function asked(body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const request = new Request(`http://${host}/api/v1/backups`, {
    method: 'POST',
    headers: { host, authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return Promise.resolve(running.app.fetch(request));
}

const lines = { accept: 'application/x-ndjson' };

async function opened(bytes: Uint8Array): Promise<Buffer> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(pair.using.identities[0] as string);
  return Buffer.from(await decrypter.decrypt(bytes));
}

describe('a file that is made while it is sent', () => {
  test('comes as it is, to be saved', async () => {
    const response = await asked({ recipients: pair.to.recipients });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/octet-stream',
    ]);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="concord-backup-2026-03-16T1200Z\.tar\.age"/,
    );
    const plain = await opened(new Uint8Array(await response.arrayBuffer()));
    expect(plain.includes('"format": "concord backup"')).toBe(true);
  });

  test('comes in lines to who accepts them: its name, how far it is, its bytes, and what is in it', async () => {
    const response = await asked({ recipients: pair.to.recipients }, lines);
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const told = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const bytes = Buffer.concat(
      told.flatMap((line) => (line.bytes ? [Buffer.from(line.bytes, 'base64')] : [])),
    );
    expect(told[0]).toEqual({
      file: { name: 'concord-backup-2026-03-16T1200Z.tar.age', mediaType: 'application/octet-stream' },
    });
    expect(told.some(({ progress }) => progress?.step === 'files')).toBe(true);
    const { done } = told.at(-1);
    expect(done).toMatchObject({ size: bytes.length, files: 1 });
    expect(done.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(done.organisations[0]).toMatchObject({ id: organisation, name: 'Havelmark' });
    expect((await opened(bytes)).includes('"format": "concord backup"')).toBe(true);
  });

  test.each([
    [{}, 400, 'backup.no-secret'],
    [{ passphrase: 'short' }, 400, 'backup.passphrase-short'],
    [{ passphrase: 'long enough for us', recipients: ['age1x'] }, 400, 'backup.two-secrets'],
    [{ recipients: ['age1x'] }, 422, 'backup.recipient'],
    [{ recipients: ['AGE-PLUGIN-X'] }, 422, 'backup.recipient'],
    [{ passphrase: 'long enough for us', organisations: ['other'] }, 422, 'organisation.unknown'],
  ])('is refused before anything is sent: %j', async (body, status, code) => {
    for (const headers of [{}, lines]) {
      const response = await asked(body, headers);
      const told = (await response.json()) as { code: string };
      expect([response.status, told.code]).toEqual([status, code]);
    }
  });

  test('that goes wrong before anything of it is sent is refused with the reason, in lines or not', async () => {
    const { store } = running.server;
    const read = store.read.bind(store);
    const altered: typeof store.read = async (...which) =>
      (await read(...which)).map((entry) => ({
        ...entry,
        seal: entry.seq < 9 ? entry.seal : '0'.repeat(64),
      }));
    Object.assign(store, { read: altered });
    for (const headers of [{}, lines]) {
      const response = await asked({ recipients: pair.to.recipients }, headers);
      const told = (await response.json()) as { code: string };
      expect([response.status, told.code]).toEqual([409, 'backup.ledger-damaged']);
    }
    Object.assign(store, { read });
  });

  test('is made no further when nobody reads it any more', async () => {
    const response = await asked({ recipients: pair.to.recipients }, lines);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    expect((await asked({ recipients: pair.to.recipients })).status).toBe(503);
    await reader.cancel();
    const next = await asked({ recipients: pair.to.recipients });
    expect(next.status).toBe(200);
    await next.arrayBuffer();
  });
});

test('a backup is for the administrator of the installation: a collector is refused', async () => {
  const added = await within(running.ask, organisation)('POST', '/collectors', { name: 'Monitor' });
  const response = await asked(
    { recipients: pair.to.recipients },
    { authorization: `Bearer ${added.body.key}` },
  );
  expect(response.status).toBe(403);
});
