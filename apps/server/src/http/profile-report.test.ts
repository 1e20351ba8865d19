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
  test('is the workbook of its publisher where that is asked for, which can be taken in again', async () => {
    const answer = await inside('GET', `/reports/csf-profile?profile=${profile}&format=nist-xlsx`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    expect(answer.headers.get('content-disposition')).toMatch(/-csf-profile-2026-03-16-nist\.xlsx/);
    const csv = await inside('GET', '/reports/csf-profile?format=nist-csv');
    const file = await sendFile(inside, 'profile.csv', csv.text);
    const decision = await inside('POST', `/imports/profiles/${profile}`, { file });
    expect([decision.status, decision.body.code]).toEqual([200, undefined]);
  });

  test('is a document in every other format; that workbook no other report has', async () => {
    const html = await inside('GET', '/reports/csf-profile?format=html');
    expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(html.text).toContain('Two years');
    const other = await inside('GET', '/reports/statement-of-applicability?format=nist-xlsx');
    expect([other.status, other.body.code]).toEqual([422, 'report.format-unknown']);
    expect(other.body.detail).toContain('pdf');
  });

  test('is OSCAL where the model says the same, and no other model', async () => {
    const own = await inside('GET', `/reports/csf-profile?format=oscal-profile&profile=${profile}`);
    expect([own.status, Object.keys(JSON.parse(own.text))]).toEqual([200, ['profile']]);
    const library = await inside('GET', '/reports/control-library?format=oscal-poam');
    expect([library.status, library.body.code]).toEqual([422, 'report.format-unknown']);
    expect(library.body.detail).toContain('oscal-component-definition');
  });

  test('takes no options of another report, and the other none of its own', async () => {
    const one = await inside('GET', '/reports/csf-profile?implementation=two');
    const other = await inside('GET', `/reports/statement-of-applicability?profile=${profile}`);
    expect([one.body.code, other.body.code]).toEqual(['report.option', 'report.option']);
  });

  test('as JSON is the document with the people in it by name, and the view that it was set from', async () => {
    const view = await inside('GET', '/views/csf-profile');
    const report = await inside('GET', '/reports/csf-profile?format=json');
    expect(view.body.people).toEqual({ [person]: 'Ben Bauer' });
    expect(report.body.view.rows).toEqual(view.body.rows);
    expect(JSON.stringify(report.body.document.blocks)).toContain('Ben Bauer');
  });

  test('is published for the scope of its profile, and found again without naming it', async () => {
    const site = (await inside('POST', '/scopes', { name: 'Site' })).body.id;
    await inside('PATCH', `/profiles/${profile}`, { scope: site }, { 'if-match': '*' });
    const asked = { format: 'json', profile };
    expect((await inside('POST', '/reports/csf-profile/publications', asked)).status).toBe(201);
    const { rows } = (await inside('GET', '/reports/csf-profile/publications')).body;
    expect(rows).toMatchObject([{ scope: site, profile, drift: { changes: 0 } }]);
    const kept = await inside('GET', '/reports/csf-profile/publications/file?part=view');
    expect(kept.body.scope.id).toBe(site);
  });

  test('as CSV has the same rows, byte for byte, as published at that position, where it says which version it is', async () => {
    expect((await inside('POST', '/reports/csf-profile/publications', { format: 'csv' })).status).toBe(201);
    const kept = await inside('GET', '/reports/csf-profile/publications/file');
    const list = (await inside('GET', '/reports/csf-profile/publications')).body;
    const { position } = list.rows.find(({ format }: { format: string }) => format === 'csv');
    const asked = (format: string) =>
      inside('GET', `/reports/csf-profile?format=${format}&knownAt=${position}`);
    const [draft, alone] = [await asked('csv'), await asked('rows-csv')];
    const [rows = '', ...parts] = kept.text.split('\r\n\r\n');
    const about = parts.at(-1) ?? '';
    expect(rows.split('\r\n')).toHaveLength(106 + 1);
    expect(about).toMatch(/^About this report\r\n/);
    expect([about.includes('\r\nVersion,2'), draft.text.includes('\r\nVersion,2')]).toEqual([true, false]);
    expect(alone.text).toBe(`${rows}\r\n`);
    expect(draft.text.startsWith(alone.text)).toBe(true);
    expect(alone.headers.get('content-disposition')).toMatch(/csf-profile-[\d-]+\.csv"/);
  });

  test('of several profiles is refused until one is named, for machines and for the board too', async () => {
    await inside('POST', '/profiles', { name: 'Another', framework: 'nist-csf-2.0' });
    for (const report of [
      'csf-profile?format=json',
      'csf-profile?format=oscal-profile',
      'board-summary?format=json',
    ]) {
      const answer = await inside('GET', `/reports/${report}`);
      expect([answer.status, answer.body.code]).toEqual([400, 'profile.which']);
    }
    expect((await inside('GET', `/reports/board-summary?format=json&profile=${profile}`)).status).toBe(200);
  });
});
