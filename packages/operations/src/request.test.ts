import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callOf, takesFile } from './request.ts';
import { addressOf, membersOf, pathMembers, type Row, rowNamed, rows } from './rows.ts';

const word = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .filter((value) => isWellFormed(value));
const isWellFormed = (value: string) => !/\p{Cs}/u.test(value);

/** What a server finds in a call: members of the path, of the query and of the body. */
function readBack(row: Row, { address, body }: { address: string; body?: string }): Record<string, unknown> {
  const url = new URL(address, 'http://localhost');
  const pattern = addressOf(row).replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const groups = new RegExp(`^${pattern}$`).exec(url.pathname)?.groups ?? {};
  const inPath = Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]);
  const { organisation: _organisation, ...path } = Object.fromEntries(inPath);
  return { ...path, ...Object.fromEntries(url.searchParams), ...(JSON.parse(body ?? '{}') as object) };
}

describe.each(rows.map((row) => [row.row.name, row] as const))('a call of %s', (_, row) => {
  it('carries every member to where the server reads it, whatever is in it', () => {
    const names = membersOf(row).map(({ name }) => name);
    const members = fc.record(Object.fromEntries(names.map((name) => [name, word])), {
      requiredKeys: pathMembers(row),
    });
    fc.assert(
      fc.property(members, word, (input, organisation) => {
        // A path cannot say "here" or "one up".
        fc.pre([organisation, ...Object.values(input)].every((value) => !/^\.{1,2}$/.test(value as string)));
        const call = callOf(row, input, { organisation });
        expect(readBack(row, call)).toEqual(input);
        expect(call.address).not.toMatch(/[\s"<>]/);
      }),
      { numRuns: 40 },
    );
  });

  it('sends a body where there is one to send, and says of what kind', () => {
    const call = callOf(row, {}, { organisation: 'o', ifMatch: '7', idempotencyKey: 'k' });
    const carries = row.row.method !== 'GET' && !takesFile(row);
    expect(call.body !== undefined).toBe(carries);
    const kind = takesFile(row) ? 'application/octet-stream' : carries ? 'application/json' : undefined;
    expect(call.headers['content-type']).toBe(kind);
    expect(call.headers).toMatchObject({ 'if-match': '"7"', 'idempotency-key': 'k' });
    expect(callOf(row, {}).headers).not.toHaveProperty('if-match');
  });
});

describe('a member', () => {
  it('that is undefined is not sent, and one that is null is', () => {
    const row = rowNamed('controls set')!;
    const input = { control: 'AC 01/2', owner: null, name: undefined };
    const call = callOf(row, input, { organisation: 'example' });
    expect(call).toMatchObject({
      method: 'PATCH',
      address: '/api/v1/organisations/example/controls/AC%2001%2F2',
      body: '{"owner":null}',
    });
  });

  it('that is a list stands in the address again and again, whatever is in it', () => {
    const input = { set: ['AC-01=works', 'AC-02=fails'], lapse: ['Review, March'], reach: [] };
    expect(callOf(rowNamed('what-if')!, input, { organisation: 'example' }).address).toBe(
      '/api/v1/organisations/example/what-if?set=AC-01%3Dworks&set=AC-02%3Dfails&lapse=Review%2C%20March',
    );
  });

  it('of a query stands in the address, and a file is named there', () => {
    const list = callOf(rowNamed('controls list')!, { text: 'a b&c', limit: 2 }, { organisation: 'example' });
    expect(list.address).toBe('/api/v1/organisations/example/controls?text=a%20b%26c&limit=2');
    const bare = callOf(rowNamed('controls list')!, { text: undefined }, { organisation: 'example' });
    expect(bare.address).toBe('/api/v1/organisations/example/controls');
    const file = callOf(rowNamed('files add')!, { name: 'ü.pdf' }, { organisation: 'example' });
    expect(file.address).toBe('/api/v1/organisations/example/files?name=%C3%BC.pdf');
  });
});
