import type { Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import { viewChanges } from '../changes/view-changes.ts';
import type { ViewAsked } from '../envelope.ts';
import { atOnce } from '../pauses/in-parts.ts';
import { answered, asked } from '../testing/asked.ts';
import { addControl, iso, show, start } from '../testing/library.ts';
import { evidenceRegister } from './register.ts';

const registerOf = (story: Story, said: Partial<ViewAsked> = {}) =>
  answered(atOnce(evidenceRegister(asked(story, said))));

function library(): Story {
  const story = start(iso).on('2026-01-10');
  story.done('people add', { person: 'ben' });
  addControl(story, 'A-1', { owner: 'ben' });
  addControl(story, 'B-1');
  addControl(story, 'C-1');
  return story;
}

describe('the register of evidence', () => {
  it('given pieces, then each says how it stands, what rests on it and what took its place', () => {
    const story = library();
    const versionOf = show(story, 'A-1', { title: 'Old' });
    story.on('2026-02-01');
    show(story, 'A-1', { title: 'New', versionOf });
    show(story, 'B-1', { title: 'Failure', outcome: 'fails' });
    const register = registerOf(story);
    expect(register.counts).toMatchObject({ fresh: 1, replaced: 1, failed: 1, stale: 0 });
    expect(register.uncovered).toEqual({ missing: 1, lapsed: 0, failed: 1 });
    expect(register.rows.map(({ title, freshness, holds }) => [title, freshness, holds])).toEqual([
      ['Failure', 'failed', ['B-1']],
      ['New', 'fresh', ['A-1']],
      ['Old', 'replaced', []],
    ]);
    expect(register.rows[2]?.replacedBy).toEqual({ title: 'New', collectedOn: '2026-02-01' });
    expect(register.rows[1]?.collector).toBe(false);
    expect(registerOf(story, { on: '2026-01-20' }).rows.map(({ title }) => title)).toEqual(['Old']);
  });

  it('given a later result, then what lapsed or failed before it is past; where there is none it is open', () => {
    const story = library();
    show(story, 'A-1', { title: 'Lapsed', validUntil: '2026-01-20' });
    show(story, 'B-1', { title: 'Broken', outcome: 'fails' });
    show(story, 'C-1', { title: 'Open', validUntil: '2026-01-20' });
    show(story, 'A-1', { title: 'Both', controls: ['A-1', 'C-1'], validUntil: '2026-01-15' });
    story.on('2026-02-01');
    show(story, 'A-1', { title: 'New' });
    show(story, 'B-1', { title: 'Mended' });
    const { rows, counts } = registerOf(story);
    expect(rows.filter(({ past }) => past).map(({ title }) => title)).toEqual(['Broken', 'Lapsed']);
    expect(counts).toMatchObject({ past: 2, stale: 2, failed: 0, fresh: 2 });
  });

  it('given some lapses within the days ahead, then it is listed with its day', () => {
    const story = library();
    show(story, 'A-1', { validUntil: '2026-02-10' });
    show(story, 'B-1', { validUntil: '2026-12-31' });
    expect(registerOf(story).lapsing).toMatchObject({
      within: 90,
      to: '2026-04-10',
      rows: [{ code: 'A-1', until: '2026-02-10' }],
    });
  });

  it('given a reader who sees their own, then others’ pieces and codes are not there', () => {
    const story = library();
    show(story, 'A-1', { title: 'Mine' });
    show(story, 'B-1', { title: 'Theirs' });
    const both = show(story, 'A-1', { title: 'Both', controls: ['A-1', 'B-1'] });
    const register = registerOf(story, { reader: { person: 'ben', sees: 'own' } });
    expect(register.rows.map(({ title }) => title)).toEqual(['Both', 'Mine']);
    expect(register.rows.find(({ id }) => id === both)).toMatchObject({ codes: ['A-1'], hiddenControls: 1 });
    expect(register.hiddenControls).toBe(2);
    expect(JSON.stringify(register)).not.toContain('B-1');
  });

  it('given a scope, then it has what was collected there, around it or within it', () => {
    const story = library();
    const site = story.done('scopes define', { name: 'Site' });
    const other = story.done('scopes define', { name: 'Other' });
    addControl(story, 'O-1', { scopes: [other] });
    show(story, 'A-1', { title: 'Everywhere' });
    show(story, 'A-1', { title: 'There', scope: site });
    show(story, 'A-1', { title: 'Elsewhere', scope: other });
    show(story, 'O-1', { title: 'Of another' });
    const register = registerOf(story, { scope: site });
    expect(register.rows.map(({ title }) => title)).toEqual(['There', 'Everywhere']);
    expect(atOnce(evidenceRegister(asked(story, { scope: 'nowhere' })))).toMatchObject({
      refusal: { code: 'scope.unknown' },
    });
  });

  it('given a piece came and one went stale, then a change list calls them by their titles', () => {
    const story = library();
    show(story, 'A-1', { title: 'First', validUntil: '2026-01-20' });
    const before = registerOf(story);
    story.on('2026-02-01');
    show(story, 'B-1', { title: 'Second' });
    expect(viewChanges(before, registerOf(story)).sentences).toEqual([
      'Second (2026-02-01): state none → fresh.',
      'First (2026-01-10): state fresh → stale.',
    ]);
  });
});
