import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisation, within } from '../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';

const place = makePlace();
let running: RunningServer;
let inside: Ask;
let now = '2026-01-10';
let hour = '12:00';

async function done(method: string, path: string, body: object, headers = {}) {
  const answer = await inside(method, path, body, headers);
  if (answer.status > 201) throw new Error(`${method} ${path}: ${answer.text}`);
  return answer.body;
}

/** A control that is shown to work in January and March, fails in April, and an action to mend it. */
beforeAll(async () => {
  running = await startServer(place, { clock: () => new Date(`${now}T${hour}:00.000Z`) });
  inside = within(running.ask, await createOrganisation(running.ask));
  await done('PUT', '/frameworks/iso27001-2022/adoption', {});
  const control = {
    code: 'AC-01',
    name: 'Access reviews',
    frequency: 'monthly',
    implementation: 'operating',
  };
  await done('POST', '/controls', control);
  const claim = await done('POST', '/claims', {
    controls: ['AC-01'],
    framework: 'iso27001-2022',
    requirement: 'A.5.15',
  });
  await done('POST', `/claims/${claim.id}/confirmation`, {});
  const piece = { controls: ['AC-01'], outcome: 'works', title: 'Review', link: 'https://example.org/1' };
  await done('POST', '/evidence', piece);
  now = '2026-03-20';
  await done('POST', '/evidence', { ...piece, link: 'https://example.org/2' });
  now = '2026-04-30';
  await done('POST', '/evidence', { ...piece, outcome: 'fails', collectedOn: '2026-04-02' });
  const closes = [{ kind: 'control', id: (await inside('GET', '/controls/AC-01')).body.id }];
  await done('POST', '/actions', { title: 'Mend; “reviews”, all', what: 'x', due: '2026-05-04', closes });
});
afterAll(async () => {
  await running.close();
  place.remove();
});

describe('a period', () => {
  test('of one control says what was asked for, what was recorded and which days were covered', async () => {
    const { body } = await inside('GET', '/views/operation?from=2026-01-10&to=2026-04-09&control=AC-01');
    expect(body).toMatchObject({ on: '2026-04-09', period: { days: 90 }, total: 1 });
    const [row] = body.rows;
    expect(row).toMatchObject({ expected: 3, recorded: 3, passing: 2, failing: 1, longestGap: 27 });
    expect(row.spans.map(({ state, days }: { state: string; days: number }) => [state, days])).toEqual([
      ['covered', 32],
      ['grace', 10],
      ['uncovered', 27],
      ['covered', 13],
      ['uncovered', 8],
    ]);
    expect(row.sample.drawn).toHaveLength(1);
  });

  test('stands beside each row of a view, whose day is then its last', async () => {
    for (const view of ['statement-of-applicability', 'coverage']) {
      const asked = view === 'coverage' ? '&framework=iso27001-2022' : '';
      const { body } = await inside('GET', `/views/${view}?from=2026-01-10&to=2026-04-09${asked}`);
      expect([body.on, body.period]).toEqual([
        '2026-04-09',
        { from: '2026-01-10', to: '2026-04-09', days: 90 },
      ]);
      const row = body.rows.find(({ id }: { id: string }) => id === 'A.5.15');
      expect(row.period).toMatchObject({
        controls: 1,
        recorded: 3,
        coveredDays: 55,
        days: 90,
        longestGap: 27,
      });
    }
    const { body } = await inside('GET', '/views/statement-of-applicability?from=2026-01-10&on=2026-04-01');
    expect([body.on, body.period.to]).toEqual(['2026-04-01', '2026-04-01']);
  });

  test('that is reversed, to come, or too long is refused in words', async () => {
    const refused = async (asked: string) => {
      const { status, body } = await inside('GET', `/views/operation?${asked}`);
      expect(body.detail).not.toMatch(/\{\{|^refusal/);
      return [status, body.code];
    };
    expect(await refused('from=2026-04-02&to=2026-04-01')).toEqual([422, 'period.reversed']);
    expect(await refused('from=2026-04-02&to=2026-05-01')).toEqual([422, 'period.future']);
    expect(await refused('from=2016-04-30&to=2026-04-30')).toEqual([422, 'period.long']);
    const year = (await inside('GET', '/views/operation?to=2026-04-30')).body.period;
    expect(year).toEqual({ from: '2025-05-01', to: '2026-04-30', days: 365 });
  });
});

describe('the trend', () => {
  test('has the positions at which its days ended, and what was known there', async () => {
    const { body } = await inside('GET', '/views/trend');
    type Row = { day: string; position: number; knownThen: { met: number }; knownNow: { met: number } };
    const said = body.rows.map((row: Row) => [row.day, row.position, row.knownThen.met, row.knownNow.met]);
    expect(said).toEqual([
      ['2026-01-31', 8, 1, 1],
      ['2026-02-28', 8, 0, 0],
      ['2026-03-31', 9, 1, 1],
      ['2026-04-30', 11, 0, 0],
    ]);
    expect((await inside('GET', '/views/trend')).body).toEqual(body);
  });

  test('has days that begin where the organisation is', async () => {
    [now, hour] = ['2026-05-31', '22:30'];
    const eastern = within(running.ask, await createOrganisation(running.ask, 'East'));
    await eastern('PUT', '/frameworks/iso27001-2022/adoption', {});
    [now, hour] = ['2026-06-02', '12:00'];
    const { period } = (await eastern('GET', '/views/trend')).body;
    expect(period.from).toBe('2026-06-01');
    const { rows } = (await eastern('GET', '/views/trend?from=2026-05-31&every=month')).body;
    expect(rows.map(({ day, position }: never) => [day, position])).toEqual([
      ['2026-05-31', 0],
      ['2026-06-02', 4],
    ]);
    now = '2026-04-30';
  });

  test('as known before the organisation moved to another zone has the days of the zone that it was in', async () => {
    [now, hour] = ['2026-05-31', '22:30'];
    const moving = within(running.ask, await createOrganisation(running.ask, 'Moving'));
    await moving('PUT', '/frameworks/iso27001-2022/adoption', {});
    [now, hour] = ['2026-06-02', '12:00'];
    const { headers, body: before } = await moving('GET', '/views/trend?from=2026-05-31&to=2026-06-01');
    const position = headers.get('concord-position');
    const moved = await moving('PATCH', '', { zone: 'America/New_York' }, { 'if-match': '"1"' });
    expect([moved.status, before.rows[0].position]).toEqual([200, 0]);
    const { body: after } = await moving(
      'GET',
      `/views/trend?from=2026-05-31&to=2026-06-01&knownAt=${position}`,
    );
    expect(after).toEqual(before);
    now = '2026-04-30';
  });

  test('takes frameworks, days apart, and a position from which nothing later is known', async () => {
    const address =
      '/views/trend?framework=iso27001-2022&every=quarter&from=2026-01-01&to=2026-04-30&asKnown=now';
    const known = (await inside('GET', `${address}&knownAt=9`)).body;
    expect(
      known.rows.map(({ position, knownNow }: never) => [position, (knownNow as { met: number }).met]),
    ).toEqual([
      [9, 1],
      // Due since 20 April, and in grace: it still counts.
      [9, 1],
    ]);
    const other = await inside('GET', '/views/trend?framework=nist-csf-2.0');
    expect([other.status, other.body.code]).toEqual([409, 'framework.not-adopted']);
  });
});

describe('what is due', () => {
  test('names people, and is filtered by kind', async () => {
    const { body } = await inside('GET', '/views/what-is-due');
    expect(body.rows.map(({ kind, due, state }: Record<string, string>) => [kind, due, state])).toEqual([
      ['evidence', '2026-04-02', 'overdue'],
      ['action', '2026-05-04', 'due'],
    ]);
    const actions = (await inside('GET', '/views/what-is-due?kind=action&kind=document')).body;
    expect([actions.total, actions.counts.byKind.action]).toEqual([1, 1]);
    expect((await inside('GET', '/views/what-is-due?kind=nothing')).status).toBe(400);
  });

  test('is a calendar too, with the same bytes for the same state', async () => {
    const answer = await inside('GET', '/calendar.ics');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.text).toContain('SUMMARY:Action: Mend\\; “reviews”\\,');
    expect(answer.text).toContain('DTSTAMP:20260430T120000Z\r\n');
    expect(answer.text.match(/^DTSTART;VALUE=DATE:\d{8}\r$/gm)).toEqual([
      'DTSTART;VALUE=DATE:20260402\r',
      'DTSTART;VALUE=DATE:20260504\r',
    ]);
    now = '2026-05-01';
    const later = await inside('GET', '/calendar.ics?on=2026-04-30');
    expect(later.text).toBe(answer.text);
    now = '2026-04-30';
  });
});
