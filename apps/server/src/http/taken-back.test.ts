import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOrganisation, within } from '../testing/programme.ts';
import { makePlace, startServer } from '../testing/server.ts';

describe('given a target that was set and taken back', () => {
  const place = makePlace();
  let inside: ReturnType<typeof within>;
  let close: () => Promise<void>;
  let profile: string;

  beforeAll(async () => {
    const running = await startServer(place);
    close = running.close;
    inside = within(running.ask, await createOrganisation(running.ask, 'Havelmark'));
    await inside('PUT', '/frameworks/nist-csf-2.0/adoption', {});
    profile = (await inside('POST', '/profiles', { name: 'Two years', framework: 'nist-csf-2.0' })).body.id;
  });

  afterAll(async () => {
    await close();
    place.remove();
  });

  it('when the profile is read, then the revision it shows is the one with which the target can be set again', async () => {
    const path = `/profiles/${profile}/targets/GV.OC-02`;
    const { position } = (await inside('PUT', path, { wanted: true })).body;
    await inside('POST', `/ledger/entries/${position}/undo`, {});
    const view = (await inside('GET', `/views/csf-profile?profile=${profile}`)).body;
    const row = view.rows.find(({ id }: { id: string }) => id === 'GV.OC-02');
    expect(row).not.toHaveProperty('target');
    expect((await inside('PUT', path, { wanted: true })).status).toBe(428);
    const again = await inside('PUT', path, { wanted: true }, { 'if-match': `"${row.revision}"` });
    expect(again.status).toBe(200);
  });
});

describe('given something that was added and taken back', () => {
  const place = makePlace();
  let inside: ReturnType<typeof within>;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const running = await startServer(place);
    close = running.close;
    inside = within(running.ask, await createOrganisation(running.ask, 'Havelmark'));
  });

  afterAll(async () => {
    await close();
    place.remove();
  });

  it.each([
    ['/actions', { title: 'Look at the rights' }, { code: '', title: 'Look at the rights' }],
    ['/entities', { name: 'Havelmark Netz' }, { code: '', title: 'Havelmark Netz' }],
    ['/controls', { code: 'AC-01', name: 'Access reviews' }, { code: 'AC-01', title: 'Access reviews' }],
  ])(
    'when the commands are listed, then both are named by what it was called: %s',
    async (path, said, called) => {
      const { position } = (await inside('POST', path, said)).body;
      await inside('POST', `/ledger/entries/${position}/undo`, {});
      expect((await inside('GET', path)).body.total).toBe(0);
      const { rows } = (await inside('GET', '/ledger/batches?limit=2')).body;
      expect(rows).toMatchObject([
        { operation: 'undo', about: [{ kind: 'gone', ...called }] },
        { about: [{ kind: 'gone', ...called }] },
      ]);
    },
  );
});
