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
