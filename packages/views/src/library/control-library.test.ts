import { assessableOf, framework } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { newMemory } from '../coverage/memory.ts';
import { asked } from '../testing/asked.ts';
import { addControl, claim, csf, iso, nis2, show, start } from '../testing/library.ts';
import { controlLibrary } from './control-library.ts';
import { controlSheet } from './control-sheet.ts';

const page = { offset: 0, limit: 50 };

describe('given a library', () => {
  const story = start(iso).on('2026-03-01');
  story.done('people add', { person: 'ben' });
  addControl(story, 'B-2', { owner: 'ben' });
  addControl(story, 'a-1', { implementation: 'partly', effective: '2026-02-01' });
  addControl(story, 'A-3', { implementation: 'planned' });
  claim(story, 'B-2', [iso, 'A.5.15']);
  const codes = (filter: object = {}, said: object = {}) =>
    controlLibrary(asked(story, said), { ...page, ...filter }).rows.map(({ code }) => code);

  it('then it is in the order of codes, a page at a time', () => {
    expect(codes()).toEqual(['A-3', 'B-2', 'a-1']);
    expect(codes({ offset: 1, limit: 1 })).toEqual(['B-2']);
    expect(controlLibrary(asked(story), { offset: 5, limit: 1 })).toMatchObject({ total: 3, rows: [] });
  });

  it('then it is searched by code and name, in any case, and filtered by owner and implementation', () => {
    expect([codes({ text: 'NAME OF a' }), codes({ text: 'b-2' }), codes({ text: '%' })]).toEqual([
      ['A-3', 'a-1'],
      ['B-2'],
      [],
    ]);
    expect([codes({ owner: 'ben' }), codes({ implementation: 'partly' })]).toEqual([['B-2'], ['a-1']]);
  });

  it('given a day before anybody said how far it is, then it is planned, and found as that', () => {
    expect(codes({ implementation: 'planned' }, { on: '2026-01-31' })).toEqual(['A-3', 'a-1']);
    expect(codes({ implementation: 'partly' }, { on: '2026-01-31' })).toEqual([]);
  });

  it('given several values of one respect, then any of them will do', () => {
    expect(codes({ freshness: ['fresh', 'missing'] })).toHaveLength(3);
    expect(codes({ owner: ['ben', ''] })).toHaveLength(3);
    expect(codes({ owner: ['ben'] })).toEqual(['B-2']);
    expect(codes({ freshness: ['fresh', 'due'] })).toEqual([]);
  });

  it('given a change, then the next page shows it', () => {
    addControl(story, 'A-0');
    expect(codes()).toEqual(['A-0', 'A-3', 'B-2', 'a-1']);
    const [row] = controlLibrary(asked(story), page).rows;
    expect(row).toMatchObject({ claims: 0, retired: false, revision: story.programme.position });
  });

  it('given a control is of no use here, then its row says so, and those of others do not', () => {
    const holding = () => controlLibrary(asked(story), page).rows.map(({ conditionHolds }) => conditionHolds);
    expect(holding()).not.toContain(false);
    const code = controlLibrary(asked(story), page).rows[0]?.code ?? '';
    story.done('controls set', { control: code, conditionHolds: false });
    expect(holding().indexOf(false)).toBe(0);
    expect(holding().filter((holds) => !holds)).toHaveLength(1);
  });
});

describe('the frameworks of a row', () => {
  it('then a requirement counts once, however often it is claimed, and is confirmed when one claim is', () => {
    const story = start(iso, csf).on('2026-03-01');
    addControl(story, 'C-1');
    addControl(story, 'C-2');
    claim(story, 'C-1', [iso, 'A.5.15'], { contribution: 'contributes' });
    claim(story, ['C-1', 'C-2'], [iso, 'A.5.15']);
    for (const [framework, requirement] of [
      [iso, 'A.5.9'],
      [csf, 'PR.AA-05'],
    ])
      story.done('claims state', { controls: ['C-1'], framework, requirement });
    const [row] = controlLibrary(asked(story), page).rows;
    expect(row?.frameworks).toEqual({
      [iso]: { claimed: 2, confirmed: 1 },
      [csf]: { claimed: 1, confirmed: 0 },
    });
  });

  it('then they stand in the order of its claims, read for the first time or brought up to date', () => {
    const story = start(iso, csf, nis2);
    addControl(story, 'C-1');
    const outcomes = assessableOf(framework(csf)!).slice(0, 20);
    const state = (of: string, requirement: string) =>
      story.done('claims state', { controls: ['C-1'], framework: of, requirement });
    state(nis2, '21(2)(i)');
    for (const { id } of outcomes) state(csf, id);
    state(iso, 'A.5.15');
    const frameworks = (memory = newMemory()) =>
      Object.keys(controlLibrary(asked(story, { memory }), page).rows[0]?.frameworks ?? {});
    const memory = newMemory();
    expect(frameworks(memory)).toEqual([nis2, csf, iso]);
    state(iso, 'A.5.16');
    expect(frameworks(memory)).toEqual([nis2, csf, iso]);
    expect(frameworks()).toEqual([nis2, csf, iso]);
  });
});

describe('the sheet of a control', () => {
  it('has its claims that stand, and every piece ever recorded', () => {
    const story = start(iso).on('2026-03-01');
    addControl(story, 'C-1', { statement: 'We check' });
    claim(story, 'C-1', [iso, 'A.5.15']);
    addControl(story, 'C-2');
    claim(story, ['C-1', 'C-2'], [iso, 'A.5.17']);
    const withdrawn = claim(story, 'C-1', [iso, 'A.5.16']);
    story.done('claims withdraw', { claim: withdrawn, reason: 'Not so' });
    const versionOf = show(story, 'C-1');
    show(story, 'C-1', { versionOf });
    expect(controlSheet(asked(story), 'c-1')).toMatchObject({
      code: 'C-1',
      statement: 'We check',
      word: 'operates',
      claims: 2,
      claimed: [
        { requirement: 'A.5.15', state: 'confirmed', together: [] },
        { requirement: 'A.5.17', together: ['C-2'] },
      ],
      evidence: [{ id: versionOf }, { versionOf }],
      freshness: 'fresh',
      freshUntil: '2026-06-01',
    });
  });

  it('given the control operates in one scope, then evidence of that scope shows it', () => {
    const story = start(iso).on('2026-03-01');
    const site = story.done('scopes define', { name: 'Site' });
    const other = story.done('scopes define', { name: 'Other' });
    addControl(story, 'C-1', { scopes: [site] });
    addControl(story, 'C-2', { scopes: [site, other] });
    for (const code of ['C-1', 'C-2']) show(story, code, { scope: site });
    expect(controlSheet(asked(story), 'C-1')).toMatchObject({ freshness: 'fresh', word: 'operates' });
    expect(controlSheet(asked(story), 'C-2')).toMatchObject({ freshness: 'missing' });
  });

  it('given it is retired, then it says so from that day', () => {
    const story = start(iso).on('2026-03-01');
    addControl(story, 'C-1');
    story.done('controls retire', { control: 'C-1', reason: 'Replaced' });
    expect(controlSheet(asked(story), 'C-1')).toMatchObject({ retired: true });
    expect(controlSheet(asked(story, { on: '2026-02-28' }), 'C-1')).toMatchObject({ retired: false });
  });
});
