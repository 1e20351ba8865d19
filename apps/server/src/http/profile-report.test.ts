import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisation, sendFile, within } from '../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';

const place = makePlace();
let running: RunningServer;
let inside: Ask;
let profile = '';
let person = '';

beforeAll(async () => {
  running = await startServer(place);
  inside = within(running.ask, await createOrganisation(running.ask));
  await inside('PUT', '/frameworks/nist-csf-2.0/adoption', {});
  person = (await inside('POST', '/people', { name: 'Ben Bauer', mail: 'ben@example.org' })).body.id;
  profile = (await inside('POST', '/profiles', { name: 'Two years', framework: 'nist-csf-2.0' })).body.id;
  await inside('PUT', `/profiles/${profile}/targets/PR.AA-05`, { owner: person, priority: 'high' });
});
afterAll(async () => {
  await running.close();
  place.remove();
});

describe('the report of a profile', () => {
  test('is the workbook of its publisher, which can be taken in again', async () => {
    const answer = await inside('GET', `/reports/csf-profile?profile=${profile}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    expect(answer.headers.get('content-disposition')).toContain('csf-profile.xlsx');
    const csv = await inside('GET', '/reports/csf-profile?format=csv');
    const file = await sendFile(inside, 'profile.csv', csv.text);
    const decision = await inside('POST', `/imports/profiles/${profile}`, { file });
    expect([decision.status, decision.body.code]).toEqual([200, undefined]);
  });

  test('is refused in formats there are not, with those there are', async () => {
    for (const format of ['pdf', 'html']) {
      const answer = await inside('GET', `/reports/csf-profile?format=${format}`);
      expect([answer.status, answer.body.code]).toEqual([422, 'report.format-unknown']);
      expect(answer.body.detail).toContain('nist-xlsx, csv, json');
    }
    const other = await inside('GET', '/reports/statement-of-applicability?format=nist-xlsx');
    expect([other.status, other.body.code]).toEqual([422, 'report.format-unknown']);
    expect(other.body.detail).toContain('pdf');
  });

  test('takes no options of another report, and the other none of its own', async () => {
    const one = await inside('GET', '/reports/csf-profile?implementation=two');
    const other = await inside('GET', `/reports/statement-of-applicability?profile=${profile}`);
    expect([one.body.code, other.body.code]).toEqual(['report.option', 'report.option']);
  });

  test('as JSON is the view, which names the people in it', async () => {
    const view = await inside('GET', '/views/csf-profile');
    const report = await inside('GET', '/reports/csf-profile?format=json');
    expect(view.body.people).toEqual({ [person]: 'Ben Bauer' });
    expect(report.body.rows).toEqual(view.body.rows);
  });
});

describe('a profile', () => {
  test('is changed only by who has seen it last', async () => {
    const shown = await inside('GET', `/profiles/${profile}`);
    expect(shown.body).toMatchObject({ name: 'Two years', targets: 1 });
    const change = { assumptions: 'No plant' };
    const stale = await inside('PATCH', `/profiles/${profile}`, change, { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
    const match = { 'if-match': `"${shown.body.revision}"` };
    expect((await inside('PATCH', `/profiles/${profile}`, change, match)).status).toBe(200);
    const status = `/profiles/${profile}/outcomes/PR.AA-05`;
    expect((await inside('PATCH', status, { status: 'Begun' })).status).toBe(200);
    expect((await inside('PATCH', status, { status: 'Done' })).status).toBe(428);
    const { rows } = (await inside('GET', '/views/csf-profile')).body;
    const row = rows.find(({ id }: { id: string }) => id === 'PR.AA-05');
    const seen = { 'if-match': `"${row.statusRevision}"` };
    expect((await inside('PATCH', status, { status: 'Done' }, seen)).status).toBe(200);
  });
});
