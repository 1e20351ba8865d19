import { assessableOf, framework } from '@concord/catalog';
import { given } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import { newMemory } from '../coverage/memory.ts';
import { asked, soaOf } from '../testing/asked.ts';
import { addControl, claim, exclude, iso, start } from '../testing/library.ts';
import { statementOfApplicability } from './statement-of-applicability.ts';

describe('the Statement of Applicability', () => {
  it('has the 93 controls of Annex A, each once, in order, in their themes', () => {
    const { rows, view, framework: named } = soaOf(start(iso));
    const expected = assessableOf(framework(iso)!).filter(({ level }) => level === 'control');
    expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(93);
    const themes = new Map<string, number>();
    for (const row of rows) {
      const theme = `${row.group} ${row.groupTitle}`;
      themes.set(theme, (themes.get(theme) ?? 0) + 1);
    }
    expect([...themes]).toEqual([
      ['A.5 Organizational controls', 37],
      ['A.6 People controls', 8],
      ['A.7 Physical controls', 14],
      ['A.8 Technological controls', 34],
    ]);
    expect([view, named.id]).toEqual(['statement-of-applicability', iso]);
  });

  it('given nothing was decided, then every row is undecided, and all are asked', () => {
    const { rows, numbers } = soaOf(start(iso));
    expect(rows.every(({ applicability, revision }) => applicability === 'undecided' && revision === 0)).toBe(
      true,
    );
    expect(numbers).toMatchObject({ n: 93, excluded: 0 });
  });

  it('given one is excluded, then it leaves n with its reason and revision, on the days the decision holds', () => {
    const story = start(iso).on('2026-03-01');
    exclude(story, [iso, 'A.8.4'], { effective: '2026-02-01' });
    const rowOn = (on: string) => soaOf(story, { on }).rows.find(({ id }) => id === 'A.8.4');
    expect(rowOn('2026-02-01')).toMatchObject({
      applicability: 'excluded',
      kind: 'excluded',
      word: 'Excluded',
      reasons: [],
      exclusionReason: 'We have none',
      revision: story.programme.position,
    });
    expect(soaOf(story).numbers).toMatchObject({ n: 92, excluded: 1, possible: 92, unclaimed: 92 });
    expect(rowOn('2026-01-31')).toMatchObject({ applicability: 'undecided', exclusionReason: '' });
    expect(soaOf(story, { on: '2026-01-31' }).numbers).toMatchObject({ n: 93, excluded: 0 });
  });

  it('given controls work that are only proposed for what is necessary, then it counts them until somebody confirms', () => {
    const story = start(iso).on('2026-03-01');
    const reasons = [{ kind: 'law', text: 'The law asks' }];
    for (const requirement of ['A.8.4', 'A.8.5', 'A.8.6'])
      story.done('applicability decide', { framework: iso, requirement, applicable: true, reasons });
    const propose = (code: string, requirement: string) =>
      story.done('claims state', { framework: iso, requirement, controls: [code], contribution: 'meets' });
    addControl(story, 'A-1', { implementation: 'operating', effective: '2026-02-01' });
    addControl(story, 'A-2', { implementation: 'planned', effective: '2026-02-01' });
    expect(soaOf(story).awaiting).toBeUndefined();
    const first = propose('A-1', 'A.8.4');
    propose('A-1', 'A.8.5');
    propose('A-2', 'A.8.6');
    // Nobody decided that this is necessary.
    propose('A-1', 'A.8.7');
    expect(soaOf(story).awaiting).toEqual({ controls: 1, rows: 2 });
    story.done('claims confirm', { claim: first });
    expect(soaOf(story).awaiting).toEqual({ controls: 1, rows: 1 });
  });

  it('given one is necessary, then it says why', () => {
    const story = start(iso);
    const reasons = [{ kind: 'law', text: 'The law asks' }];
    const decision = { framework: iso, requirement: 'A.8.4', applicable: true, reasons };
    const memory = newMemory();
    const row = () => soaOf(story, { memory }).rows.find(({ id }) => id === 'A.8.4');
    expect(row()?.applicability).toBe('undecided');
    story.done('applicability decide', decision);
    expect(row()).toMatchObject({
      applicability: 'applicable',
      reasons,
      exclusionReason: '',
      decidedOn: '2026-01-01',
    });
    story
      .on('2026-01-02')
      .done('applicability decide', { ...decision, reasons: [{ kind: 'risk', text: 'Theft' }] });
    expect(row()).toMatchObject({ reasons: [{ text: 'Theft' }], revision: story.programme.position });
  });

  it('given it was first decided after the day asked about, then it holds for that day too and says when it was decided', () => {
    const story = start(iso).on('2026-03-01');
    exclude(story, [iso, 'A.8.4']);
    const { rows, on } = soaOf(story, { on: '2026-01-15' });
    const row = rows.find(({ id }) => id === 'A.8.4');
    expect([on, row?.applicability, row?.decidedOn]).toEqual(['2026-01-15', 'excluded', '2026-03-01']);
    expect(rows.find(({ id }) => id === 'A.8.5')).not.toHaveProperty('decidedOn');
  });

  it('then implementation is what is said of the controls, whatever evidence shows', () => {
    const story = start(iso);
    const stated = () => soaOf(story).rows.find(({ id }) => id === 'A.5.15')?.implementation;
    expect(stated()).toBe('no');
    addControl(story, 'C-1', { implementation: 'partly' });
    claim(story, 'C-1', [iso, 'A.5.15']);
    expect(stated()).toBe('partly');
    addControl(story, 'C-2');
    claim(story, 'C-2', [iso, 'A.5.15'], { contribution: 'contributes' });
    expect(stated()).toBe('partly');
    claim(story, 'C-2', [iso, 'A.5.15']);
    expect(stated()).toBe('yes');
  });

  it('given another scope is asked about, then its own decisions count', () => {
    const story = start(iso);
    const site = story.done('scopes define', { name: 'Site', statement: 'One building' });
    exclude(story, [iso, 'A.8.4'], { scope: site });
    const inSite = soaOf(story, { scope: site });
    expect([inSite.numbers.excluded, soaOf(story).numbers.excluded]).toEqual([1, 0]);
    expect(inSite.scope).toEqual({ id: site, name: 'Site', statement: 'One building' });
    expect(soaOf(story).scope).toEqual({ id: 'organisation', name: 'Example', statement: '' });
  });

  it('given the scope is stated, of the whole organisation or of a part, then that stands at its head, with its day', () => {
    const story = start(iso);
    const site = story.done('scopes define', { name: 'Site', statement: 'One building' });
    story.on('2026-02-01').done('scopes state', { scope: 'organisation', statement: 'All that we do' });
    const whole = { id: 'organisation', name: 'Example', statement: 'All that we do' };
    expect(soaOf(story).scope).toEqual({ ...whole, statedOn: '2026-02-01' });
    expect(soaOf(story, { on: '2026-01-31' }).scope).toEqual({ ...whole, statedOn: '2026-02-01' });
    story.on('2026-03-01').done('scopes state', { scope: site, statement: 'Two buildings' });
    const part = { id: site, name: 'Site', statement: 'Two buildings', statedOn: '2026-03-01' };
    expect(soaOf(story, { scope: site }).scope).toEqual(part);
    expect(soaOf(story).scope.statedOn).toBe('2026-02-01');
  });

  it('given the framework is not adopted, then it is refused', () => {
    expect(statementOfApplicability(asked(given()))).toMatchObject({
      refusal: { kind: 'conflict', code: 'framework.not-adopted' },
    });
  });
});
