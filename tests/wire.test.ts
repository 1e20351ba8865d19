import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePlace, type Place, type Served, serve } from './testing/vocabulary.ts';

let place: Place;
let served: Served;
let organisation: string;

beforeAll(async () => {
  place = makePlace();
  served = await serve(place);
  organisation = (await served.ask('POST', '/api/v1/organisations', { name: 'Havelmark' })).body.organisation;
});
afterAll(async () => {
  await served.end('SIGKILL');
  place.remove();
});

/** Sends bytes as they are and answers the status line and the rest, until the server closes. */
function raw(bytes: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(served.port, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve({ status: Number(text.slice(9, 12)), text }));
  });
}

const get = (path: string, headers: readonly string[]) =>
  raw(
    `GET ${path} HTTP/1.1\r\n${[...headers, `Authorization: Bearer ${served.token}`, 'Connection: close'].join('\r\n')}\r\n\r\n`,
  );

describe('the host that is asked for, on the wire', () => {
  test.each([
    ['the address', (port: number) => [`Host: 127.0.0.1:${port}`], 200],
    ['a name of this machine, in any case', (port: number) => [`Host: LocalHost:${port}`], 200],
    ['the other loopback', (port: number) => [`Host: [::1]:${port}`], 200],
    ['the address without its port', () => ['Host: 127.0.0.1'], 421],
    ['another port', (port: number) => [`Host: 127.0.0.1:${port + 1}`], 421],
    ['a name that leads here', (port: number) => [`Host: rebound.example:${port}`], 421],
    ['a name with a dot at its end', (port: number) => [`Host: localhost.:${port}`], 421],
    ['a name before an @', (port: number) => [`Host: x@127.0.0.1:${port}`], 400],
    ['nothing', () => ['Host:'], 400],
    ['no host at all', () => [], 400],
    ['two hosts', (port: number) => [`Host: 127.0.0.1:${port}`, 'Host: evil.example'], 400],
  ] as const)('%s', async (_, headers, status) => {
    const answer = await get('/api/v1/organisations', headers(served.port));
    if (status === 400) expect([400, 421]).toContain(answer.status);
    else expect(answer.status).toBe(status);
    if (status !== 200) expect(answer.text).not.toContain('Havelmark');
  });

  test('is not overruled by the address in the request line', async () => {
    const answer = await get('http://evil.example/api/v1/organisations', [`Host: 127.0.0.1:${served.port}`]);
    expect([200, 400, 421]).toContain(answer.status);
    const other = await get(`http://127.0.0.1:${served.port}/api/v1/organisations`, ['Host: evil.example']);
    expect(other.status).not.toBe(200);
  });
});

test('what is no HTTP ends its own connection only', async () => {
  for (const bytes of [
    '\0\0\0\0\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    'GET /%zz HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  ])
    await raw(bytes).catch(() => undefined);
  expect((await served.ask('GET', '/healthz')).body.ok).toBe(true);
});

test('a file over 50 MB is refused on the wire too, and the server goes on', async () => {
  const response = await fetch(`${served.base}/api/v1/organisations/${organisation}/files?name=large.bin`, {
    method: 'POST',
    headers: { authorization: `Bearer ${served.token}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(120_000_000),
  });
  expect(response.status).toBe(413);
  expect(((await response.json()) as { code: string }).code).toBe('file.too-large');
  expect((await served.ask('GET', '/healthz')).body.ok).toBe(true);
});

test('a body over its limit is refused on the wire too, and the server goes on', async () => {
  const answer = await served.ask('POST', `/api/v1/organisations/${organisation}/controls`, {
    code: 'X',
    name: 'x'.repeat(9_000_000),
  });
  expect([answer.status, answer.body.code]).toEqual([413, 'body.too-large']);
  expect((await served.ask('GET', '/healthz')).body.ok).toBe(true);
});

test('a download that is cut off in the middle does no harm', async () => {
  const headers = { authorization: `Bearer ${served.token}` };
  const root = `${served.base}/api/v1/organisations/${organisation}`;
  const sent = await fetch(`${root}/files?name=a.bin`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20_000_000 - 9)]),
  });
  const { hash } = (await sent.json()) as { hash: string };
  await served.ask('POST', `/api/v1/organisations/${organisation}/controls`, { code: 'F-1', name: 'x' });
  const evidence = await served.ask('POST', `/api/v1/organisations/${organisation}/evidence`, {
    controls: ['F-1'],
    outcome: 'neutral',
    title: 'x',
    file: hash,
  });
  for (let at = 0; at < 5; at += 1) {
    const cut = new AbortController();
    const response = await fetch(`${root}/evidence/${evidence.body.id}/file`, {
      headers,
      signal: cut.signal,
    });
    await response.body?.getReader().read();
    cut.abort();
  }
  const whole = await fetch(`${root}/evidence/${evidence.body.id}/file`, { headers });
  expect((await whole.arrayBuffer()).byteLength).toBe(20_000_000);
  expect(served.output().stderr).toBe('');
});
