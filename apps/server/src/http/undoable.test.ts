import { foretoldSchema, toldSchema } from '@concord/operations';
import { commands } from '@concord/programme';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellGoldenStory } from '../testing/golden-story.ts';
import { sendFile, within } from '../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';

/** What a command said of itself, and what a trial of `undo` right after it came to. */
interface Found {
  readonly operation: string;
  readonly undoable: boolean | undefined;
  readonly refused: string | undefined;
}

describe('given every command of the golden story', () => {
  const place = makePlace();
  const found: Found[] = [];
  let running: RunningServer;
  let inside: Ask;

  beforeAll(async () => {
    let today = '2026-01-12';
    running = await startServer(place, { clock: () => new Date(`${today}T10:00:00.000Z`) });
    const asking = trying(running.ask);
    const organisation = await tellGoldenStory(asking, (date) => {
      today = date;
    });
    inside = within(running.ask, organisation);
    await tellMany(within(asking, organisation));
  }, 60_000);

  afterAll(async () => {
    await running.close();
    place.remove();
  });

  /** Asks, and tries after each command whether it can be taken back. */
  function trying(ask: Ask): Ask {
    return async (method, path, ...rest) => {
      const answer = await ask(method, path, ...rest);
      if (answer.status > 201 || answer.body?.records === undefined) return answer;
      const { organisation, position, undoable } = toldSchema.parse(answer.body);
      if (undoable === undefined) return answer;
      const there = within(ask, organisation);
      const { operation } = (await there('GET', `/ledger/batches/${position}`)).body;
      const undo = await there('POST', `/ledger/entries/${position}/undo?preview=true`, {});
      if (undo.status === 200) foretoldSchema.parse(undo.body);
      found.push({ operation, undoable, refused: undo.status === 200 ? undefined : undo.body.code });
      return answer;
    };
  }

  /** What writes the same types of facts as others do, many at once. */
  async function tellMany(ask: Ask) {
    const reasons = [{ kind: 'risk', text: 'Ours' }];
    const decisions = [{ requirement: 'A.5.20', applicable: true, reasons }];
    await ask('POST', '/applicability', { framework: 'iso27001-2022', decisions });
    const statement = 'Control,Applicable,Justification\nA.5.21,Yes,Ours\n';
    const file = await sendFile(ask, 'statement.csv', statement);
    await ask('POST', '/imports/applicability/iso27001-2022', { file });
    await ask('POST', '/people/many', { people: [{ name: 'Ana Prins' }] });
    const controls = ['UN-01'];
    await ask('POST', '/controls', { code: 'UN-01', name: 'Ours' });
    await ask('POST', '/claims', { controls, framework: 'iso27001-2022', requirement: 'A.5.20' });
    await ask('POST', '/claims/refusal', { controls, reason: 'Not so' });
  }

  it('then each says whether it can be taken back, and a trial right after comes to the same', () => {
    const told = found.map(({ operation, undoable }) => [operation, undoable]);
    const tried = found.map(({ operation, refused }) => [operation, refused === undefined]);
    expect(told).toEqual(tried);
    expect(new Set(found.map(({ refused }) => refused))).toEqual(new Set([undefined, 'undo.decided']));
    const silent = commands.filter(({ name }) => !found.some(({ operation }) => operation === name));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('then one that is sent again under its key says the same, and one that writes nothing says nothing', async () => {
    const asked = { code: 'UN-10', name: 'Tried twice' };
    const key = { 'idempotency-key': 'tried-twice' };
    const foretold = await inside('POST', '/controls?preview=true', asked);
    const [first, again] = [
      await inside('POST', '/controls', asked, key),
      await inside('POST', '/controls', asked, key),
    ];
    expect([foretold, first, again].map(({ body }) => body.undoable)).toEqual([true, true, true]);
    const same = await inside('PATCH', '/controls/UN-10', { name: 'Tried twice' }, { 'if-match': '*' });
    expect(same.body).toMatchObject({ unchanged: true });
    expect(same.body).not.toHaveProperty('undoable');
  });

  it('then what decides says beforehand that it stays', async () => {
    const judged = { judgement: 'met', reasons: 'Sampled', assessedOn: '2026-02-01' };
    const foretold = await inside('POST', '/assessments/iso27001-2022/A.5.17?preview=true', judged);
    expect(foretold.body).toMatchObject({ facts: 1, undoable: false });
  });
});
