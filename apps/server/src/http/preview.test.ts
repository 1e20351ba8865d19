import { canPreview, rows } from '@concord/operations';
import { commands } from '@concord/programme';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order } from '../ledgers/decide.ts';
import { takeIn } from '../ledgers/intake.ts';
import { createOrganisation, fillProgramme, within } from '../testing/programme.ts';
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

describe('a preview', () => {
  test('says what would be written, and nothing is', async () => {
    const before = await position();
    const asked = { code: 'AC-02', name: 'Second' };
    const told = await inside('POST', '/controls?preview=true', asked);
    expect([told.status, told.body]).toMatchObject([
      200,
      { preview: true, position: before, facts: 1, types: { ControlAdded: 1 }, unchanged: false },
    ]);
    expect(told.body.first[0]).toMatchObject({ type: 'ControlAdded', data: asked });
    expect(await position()).toBe(before);
    expect((await inside('GET', '/controls/AC-02')).status).toBe(404);
    expect((await inside('POST', '/controls', asked)).status).toBe(201);
  });

  test('is refused as the command itself would be', async () => {
    const taken = { code: 'AC-01', name: 'Taken' };
    const told = await inside('POST', '/controls?preview=true', taken);
    expect([told.status, told.body.code]).toEqual([409, 'control.code-taken']);
    const unguarded = await inside('PATCH', '/controls/AC-01?preview=true', { name: 'x' });
    expect([unguarded.status, unguarded.body.code]).toEqual([428, 'revision.required']);
  });

  test('takes true or false, and no Idempotency-Key', async () => {
    const asked = { code: 'AC-03', name: 'Third' };
    const odd = await inside('POST', '/controls?preview=1', asked);
    expect([odd.status, odd.body.code]).toEqual([400, 'preview.malformed']);
    const keyed = await inside('POST', '/controls?preview=true', asked, { 'idempotency-key': 'k' });
    expect([keyed.status, keyed.body.code]).toEqual([400, 'preview.key']);
    expect((await inside('POST', '/controls?preview=false', asked)).status).toBe(201);
  });

  test('is not to be had where something is kept before the rule decides', async () => {
    const before = await position();
    const person = await inside('POST', '/people?preview=true', { name: 'Ana', mail: 'ana@example.org' });
    expect([person.status, person.body.code]).toEqual([400, 'preview.not-here']);
    const organisation = await running.ask('POST', '/api/v1/organisations?preview=true', { name: 'New' });
    expect([organisation.status, organisation.body.code]).toEqual([400, 'preview.not-here']);
    expect(await position()).toBe(before);
    const commands = rows.filter((each) => each.kind === 'command');
    expect(commands.filter(({ row }) => !canPreview(row)).map(({ row }) => row.name)).toContain(
      'evidence add',
    );
  });
});

describe('undoing', () => {
  test('a command takes back what it did, and says so in the list of commands', async () => {
    const added = await inside('POST', '/controls', { code: 'UN-01', name: 'Mistake' });
    const entry = added.body.position;
    const tried = await inside('POST', `/ledger/entries/${entry}/undo?preview=true`, {});
    expect(tried.body.types).toEqual({ BatchUndone: 1, ControlRemoved: 1 });
    const undone = await inside('POST', `/ledger/entries/${entry}/undo`, { reason: 'wrong sheet' });
    expect(undone.status).toBe(201);
    expect((await inside('GET', '/controls/UN-01')).status).toBe(404);
    const { rows: batches } = (await inside('GET', '/ledger/batches?limit=2')).body;
    expect(batches.map((each: { operation: string; first: number }) => [each.operation, each.first])).toEqual(
      [
        ['undo', entry + 1],
        ['controls add', entry],
      ],
    );
    const again = await inside('POST', `/ledger/entries/${entry}/undo`, {});
    expect([again.status, again.body.code]).toEqual([409, 'undo.done']);
  });

  test('a command is shown fact by fact, by any of its entries', async () => {
    const { position: last } = (await inside('POST', '/starter-library/adoption', { families: ['Networks'] }))
      .body;
    const { body } = await inside('GET', `/ledger/batches/${last}`);
    expect(body).toMatchObject({ last, operation: 'library adopt', total: last - body.first + 1 });
    expect(body.rows[0]).toMatchObject({ seq: body.first, record: { kind: 'control' }, actor: body.actor });
    const second = await inside('GET', `/ledger/batches/${body.first + 1}?offset=1&limit=1`);
    expect(second.body).toMatchObject({ first: body.first, rows: [{ seq: body.first + 1 }] });
    expect(second.body.rows).toHaveLength(1);
    const none = await inside('GET', `/ledger/batches/${last + 1}`);
    expect([none.status, none.body.code]).toEqual([404, 'entry.unknown']);
  });

  test('of an entry that is not there is answered 404', async () => {
    const answer = await inside('POST', '/ledger/entries/999999/undo', {});
    expect([answer.status, answer.body.code]).toEqual([404, 'entry.unknown']);
  });

  test('given what it would bring back is erased after it was looked up, then it is refused and stays gone', async () => {
    const first = await inside('POST', '/controls', { code: 'UN-02', name: 'Jane Doe looks at it' });
    const renamed = await inside('PATCH', '/controls/UN-02', { name: 'Looked at' }, { 'if-match': '*' });
    const entry = renamed.body.position;
    const order = await orderOf('undo', { entry });
    const input = await takeIn(running.server, order);
    const erased = { members: ['name'], reason: 'asked for' };
    await inside('POST', `/ledger/entries/${first.body.position}/erasure`, erased);
    const outcome = await running.server.dispatch.submit({ ...order, input: input as Order['input'] });
    expect(outcome).toMatchObject({ refusal: { kind: 'unavailable', code: 'undo.erased-meanwhile' } });
    expect((await inside('POST', `/ledger/entries/${entry}/undo`, {})).status).toBe(201);
    expect((await inside('GET', '/controls/UN-02')).body.name).toBe('');
  });

  async function orderOf(name: string, asked: Order['asked']): Promise<Order> {
    const row = commands.find((each) => each.name === name) as Order['row'];
    const organisation = (await inside('GET', '')).body.organisation.id;
    const actor = await running.server.people.administrator();
    return { organisation, row, asked, input: asked, actor, via: 'http' };
  }

  test('reaches over all entries of a batch, however many', async () => {
    const { first, last } = await writeMany();
    const undone = await inside(
      'POST',
      `/ledger/entries/${Math.floor((first + last) / 2)}/undo?preview=true`,
      {},
    );
    expect(undone.body.facts).toBe(last - first + 2);
  });

  /** One command that wrote more than is read at once. */
  async function writeMany(): Promise<{ first: number; last: number }> {
    const [row] = rows.filter((each) => each.row.name === 'controls add');
    if (row?.kind !== 'command') throw new Error('there is no such row');
    const organisation = (await inside('GET', '')).body.organisation.id;
    const many = Array.from({ length: 1200 }, (_, at) => `MANY-${at}`);
    const order = {
      organisation,
      row: {
        ...row.row,
        rule: (...[state, , circumstances]: Parameters<typeof row.row.rule>) => ({
          facts: many.flatMap((code) => {
            const asked = row.row.input.parse({ code, name: code }) as never;
            const decision = row.row.rule(state, asked, circumstances);
            return 'facts' in decision ? decision.facts : [];
          }),
        }),
      },
      asked: {},
      input: {},
      actor: await running.server.people.administrator(),
      via: 'http' as const,
    };
    const outcome = await running.server.dispatch.submit(order);
    if (!('done' in outcome)) throw new Error('was refused');
    return { first: outcome.done.position - many.length + 1, last: outcome.done.position };
  }
});
