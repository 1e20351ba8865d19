import { describe, expect, it } from 'vitest';
import { newMemory } from '../coverage/memory.ts';
import { type Reader, seesAll } from '../reader.ts';
import { addControl, claim, csf, iso, show, start } from '../testing/library.ts';
import { evidenceLapses } from './lapses.ts';

const all = { within: 90, offset: 0, limit: 50 };
const ben: Reader = { person: 'ben', sees: 'own' };

function told() {
  const story = start(iso, csf);
  story.done('people add', { person: 'ben' });
  addControl(story, 'Q-1', { owner: 'ben' });
  addControl(story, 'M-1', { frequency: 'monthly' });
  addControl(story, 'Y-1', { frequency: 'annual' });
  addControl(story, 'F-1', { owner: 'ben' });
  addControl(story, 'N-1');
  addControl(story, 'S-1', { frequency: 'daily' });
  addControl(story, 'P-1', { implementation: 'planned' });
  addControl(story, 'U-1', { conditionHolds: false });
  addControl(story, 'R-1');
  story.done('controls retire', { control: 'R-1', reason: 'x' });
  for (const code of ['Q-1', 'M-1', 'Y-1', 'S-1', 'P-1']) show(story, code, { collectedOn: '2026-01-01' });
  return story.on('2026-01-10');
}

const lapsesOf = (
  story: ReturnType<typeof told>,
  said: object = {},
  reader = seesAll,
  memory = newMemory(),
) => evidenceLapses({ programme: story.programme, on: story.today, reader, memory }, { ...all, ...said });
const codes = ({ rows }: { rows: readonly { code: string }[] }) => rows.map(({ code }) => code);

describe('what lapses when', () => {
  it('is what holds each control up, the first to lapse first, within the window', () => {
    const story = told();
    expect(codes(lapsesOf(story))).toEqual(['M-1', 'Q-1']);
    expect(codes(lapsesOf(story, { within: 21 }))).toEqual([]);
    expect(codes(lapsesOf(story, { within: 22 }))).toEqual(['M-1']);
    expect(codes(lapsesOf(story, { within: 356 }))).toEqual(['M-1', 'Q-1', 'Y-1']);
    expect(lapsesOf(story)).toMatchObject({ view: 'evidence-lapses', on: '2026-01-10', to: '2026-04-10' });
  });

  it('says until when, how long that is, what would take its place, and what rests on it', () => {
    const story = told();
    claim(story, 'M-1', [iso, 'A.5.15']);
    claim(story, 'M-1', [iso, 'A.5.16'], { contribution: 'part' });
    claim(story, ['M-1', 'Q-1'], [csf, 'PR.AA-05']);
    story.done('claims state', { controls: ['M-1'], framework: csf, requirement: 'PR.AA-01' });
    expect(lapsesOf(story).rows[0]).toMatchObject({
      code: 'M-1',
      freshness: 'fresh',
      piece: { collectedOn: '2026-01-01' },
      until: '2026-02-01',
      graceUntil: '2026-02-11',
      daysLeft: 22,
      frequency: 'monthly',
      period: { period: 'P1M', graceDays: 10 },
      holdsUp: { [iso]: 2, [csf]: 1 },
    });
    const [due] = lapsesOf(story.on('2026-02-03')).rows;
    expect(due).toMatchObject({ code: 'M-1', freshness: 'due', daysLeft: -2 });
  });

  it('keeps apart what has lapsed, what failed and what was never shown', () => {
    const story = told();
    show(story, 'F-1', { outcome: 'fails', collectedOn: '2026-01-05' });
    const { lapsed, failed, missing, notInPlace } = lapsesOf(story);
    expect([codes(lapsed), codes(failed), codes(missing)]).toEqual([['S-1'], ['F-1'], ['N-1']]);
    expect(failed.rows[0]).toMatchObject({ until: '2026-01-05', freshness: 'failed' });
    expect(failed.rows[0]?.daysLeft).toBeUndefined();
    expect(lapsed.rows[0]?.daysLeft).toBe(-8);
    expect(notInPlace).toBe(3);
  });

  it('is asked page by page, each section alike', () => {
    const story = told();
    const page = lapsesOf(story, { limit: 1, offset: 1 });
    expect([codes(page), page.total]).toEqual([['Q-1'], 2]);
    expect([codes(page.missing), page.missing.total]).toEqual([['N-1'], 2]);
  });

  it('shows an owner their own, and the others as a count', () => {
    const story = told();
    const own = lapsesOf(story, {}, ben);
    expect([codes(own), own.hidden, codes(own.missing)]).toEqual([['Q-1'], 7, ['F-1']]);
    expect(own.notInPlace).toBe(0);
  });

  it('follows every change, with the same memory', () => {
    const story = told();
    const memory = newMemory();
    const now = () => codes(lapsesOf(story, {}, seesAll, memory));
    expect(now()).toEqual(['M-1', 'Q-1']);
    show(story, 'M-1');
    expect(now()).toEqual(['M-1', 'Q-1']);
    expect(lapsesOf(story, {}, seesAll, memory).rows[0]?.until).toBe('2026-02-10');
    const monthly = { frequency: 'monthly', period: 'P1Y', graceDays: 0, reason: 'x' };
    story.done('frequencies set', monthly);
    expect(now()).toEqual(['Q-1']);
    const evidence = story.programme.controls.evidence.findKey(({ controls }) =>
      controls.includes(story.programme.controls.byCode.get('Q-1') as string),
    );
    story.done('evidence assign', { evidence, controls: ['N-1'] });
    expect(now()).toEqual(['N-1', 'Q-1']);
  });
});
