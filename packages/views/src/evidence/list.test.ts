import { describe, expect, it } from 'vitest';
import { newMemory } from '../coverage/memory.ts';
import { type Reader, seesAll } from '../reader.ts';
import { answered } from '../testing/asked.ts';
import { addControl, show, start } from '../testing/library.ts';
import { evidenceList } from './list.ts';
import { evidencePeriods } from './periods.ts';

const ben: Reader = { person: 'ben', sees: 'own' };

function told() {
  const story = start();
  story.done('people add', { person: 'ben' });
  addControl(story, 'Q-1', { owner: 'ben' });
  addControl(story, 'M-1', { frequency: 'monthly' });
  const ids = {
    both: show(story, 'Q-1', { controls: ['Q-1', 'M-1'], title: 'both' }),
    month: show(story, 'M-1', { title: 'month' }),
    failed: show(story, 'M-1', { title: 'failed', outcome: 'fails' }),
    note: show(story, 'Q-1', { title: 'note', outcome: 'neutral' }),
    old: show(story, 'Q-1', { title: 'old', collectedOn: '2025-01-01' }),
  };
  show(story, 'Q-1', { title: 'new', versionOf: ids.old });
  return { story, ids };
}

const listOf = ({ story }: ReturnType<typeof told>, said: object = {}, reader = seesAll, on = story.today) =>
  answered(
    evidenceList(
      { programme: story.programme, on, reader, memory: newMemory() },
      { offset: 0, limit: 50, ...said },
    ),
  );
const titles = ({ rows }: { rows: readonly { title: string }[] }) => rows.map(({ title }) => title);

describe('the list of evidence', () => {
  it('has the piece that was recorded last first, a page at a time', () => {
    const place = told();
    expect(titles(listOf(place))).toEqual(['new', 'old', 'note', 'failed', 'month', 'both']);
    expect(titles(listOf(place, { offset: 1, limit: 2 }))).toEqual(['old', 'note']);
    expect(listOf(place, { offset: 1, limit: 2 }).total).toBe(6);
  });

  it('is searched by a part of the title or file name, by who recorded it and by what kind it is', () => {
    const place = told();
    const file = { name: 'Access-Review.pdf', hash: 'a'.repeat(64), size: 1, mediaType: 'application/pdf' };
    show(place.story, 'Q-1', { title: 'scan', link: undefined, file });
    expect(titles(listOf(place, { text: ' ON ' }))).toEqual(['month']);
    expect(titles(listOf(place, { text: 'access-rev' }))).toEqual(['scan']);
    expect(titles(listOf(place, { kind: 'upload' }))).toEqual(['scan']);
    expect(listOf(place, { kind: 'link' }).total).toBe(6);
    const { by } = listOf(place).rows[0]!;
    expect([listOf(place, { by }).total, listOf(place, { by: 'ben' }).total]).toEqual([7, 0]);
  });

  it('says how each piece stands, and the longest that it counts', () => {
    const place = told();
    const stands = Object.fromEntries(listOf(place).rows.map((row) => [row.title, row.freshness]));
    expect(stands).toEqual({
      new: 'fresh',
      old: 'replaced',
      note: 'neutral',
      failed: 'failed',
      month: 'fresh',
      both: 'fresh',
    });
    const both = listOf(place).rows.at(-1);
    expect(both).toMatchObject({ until: '2026-04-01', graceUntil: '2026-04-16', codes: ['Q-1', 'M-1'] });
    const later = listOf(place, {}, seesAll, '2026-02-05').rows.map(({ freshness }) => freshness);
    expect(later).toEqual(['fresh', 'replaced', 'neutral', 'failed', 'due', 'fresh']);
    place.story.done('controls set', { control: 'M-1', frequency: null });
    expect(listOf(place, { freshness: 'undated' }).rows.map(({ title }) => title)).toEqual(['month']);
  });

  it('is filtered by control, outcome and standing, and knows nothing of later days', () => {
    const place = told();
    expect(titles(listOf(place, { control: 'm-1' }))).toEqual(['failed', 'month', 'both']);
    expect(titles(listOf(place, { outcome: 'fails' }))).toEqual(['failed']);
    expect(titles(listOf(place, { freshness: 'fresh', control: 'Q-1' }))).toEqual(['new', 'both']);
    expect(titles(listOf(place, {}, seesAll, '2025-12-31'))).toEqual(['old']);
    expect(listOf(place, {}, seesAll, '2025-02-01').rows[0]?.freshness).toBe('fresh');
  });

  it('shows an owner what serves their own, and answers alike for what is not theirs and what is not there', () => {
    const place = told();
    const own = listOf(place, {}, ben);
    expect([titles(own), own.total]).toEqual([['new', 'old', 'note', 'both'], 4]);
    expect(own.rows.at(-1)).toMatchObject({ codes: ['Q-1'], hiddenControls: 1 });
    const { programme, today: on } = place.story;
    const refusals = ['M-1', 'NO-1'].map((control) =>
      evidenceList({ programme, on, reader: ben, memory: newMemory() }, { control, offset: 0, limit: 1 }),
    );
    const said = (control: string) => ({
      kind: 'missing',
      code: 'control.unknown',
      params: { control },
      path: 'control',
    });
    expect(refusals).toEqual([{ refusal: said('M-1') }, { refusal: said('NO-1') }]);
  });
});

it('given a newer version for one of two controls, then the piece is replaced there and counts for the other', () => {
  const { story, ids } = told();
  show(story, 'M-1', { title: 'newer', versionOf: ids.both });
  const rowOf = (reader = seesAll) =>
    listOf({ story, ids }, {}, reader).rows.find(({ id }) => id === ids.both);
  expect(rowOf()).toMatchObject({ freshness: 'fresh', until: '2026-04-01' });
  expect(rowOf(ben)).toMatchObject({ freshness: 'fresh', codes: ['Q-1'] });
  show(story, 'Q-1', { title: 'newest', versionOf: ids.both });
  expect(rowOf()).toMatchObject({ freshness: 'replaced' });
});

it('follows every change, with the same memory', () => {
  const { story, ids } = told();
  const memory = newMemory();
  const now = (of = memory) =>
    answered(
      evidenceList(
        { programme: story.programme, on: story.today, reader: seesAll, memory: of },
        { offset: 0, limit: 50 },
      ),
    );
  const same = () => expect(now()).toEqual(now(newMemory()));
  same();
  show(story, 'M-1', { title: 'later' });
  expect(titles(now())[0]).toBe('later');
  same();
  story.done('evidence assign', { evidence: ids.month, controls: ['Q-1'] });
  show(story, 'Q-1', { title: 'both again', controls: ['M-1', 'Q-1'], versionOf: ids.both });
  expect(now().rows.find(({ id }) => id === ids.month)?.codes).toEqual(['M-1', 'Q-1']);
  expect(now().rows.find(({ id }) => id === ids.both)?.freshness).toBe('replaced');
  same();
  story.done('scopes define', { name: 'Site' });
  same();
});

describe('how long evidence counts', () => {
  it('is shown as customary until the organisation sets it, and on days before as it was', () => {
    const { story } = told();
    story.on('2026-02-01');
    story.done('frequencies set', { frequency: 'monthly', period: 'P45D', graceDays: 2, reason: 'Audited' });
    const monthly = (on: string, reader = seesAll) =>
      evidencePeriods({ programme: story.programme, on, reader }).rows.find(({ id }) => id === 'monthly');
    const customary = { period: 'P1M', graceDays: 10 };
    expect(monthly('2026-01-31')).toMatchObject({ ...customary, basis: 'practice', controls: 1 });
    expect(monthly('2026-02-01')).toMatchObject({
      period: 'P45D',
      graceDays: 2,
      basis: 'organisation',
      reason: 'Audited',
      customary,
      revision: story.programme.position,
    });
    expect(monthly('2026-02-01', ben)?.reason).toBeUndefined();
    expect(monthly('2026-02-01', ben)?.controls).toBe(0);
  });
});
