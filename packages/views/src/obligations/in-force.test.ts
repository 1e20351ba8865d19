import { describe, expect, it } from 'vitest';
import { iso, nis2, start } from '../testing/library.ts';
import { isInForce, obligationsNaming } from './in-force.ts';

describe('obligations that name a requirement', () => {
  const named = { framework: iso, requirement: 'A.8.24' };

  it('are those in force on the day, in or around the scope, in the order recorded', () => {
    const story = start(iso, nis2);
    const [plant, site] = ['Plant', 'Site'].map((name) => story.done('scopes define', { name }));
    const add = (title: string, said: object = {}) =>
      story.done('obligations add', { kind: 'legal', title, asks: 'x', requirements: [named], ...said });
    add('Second law', { scope: plant });
    const first = add('First law');
    add('Other framework', { requirements: [{ framework: nis2, requirement: '21(2)(a)' }] });
    const titles = (scope: string, on: string) =>
      obligationsNaming(story.programme.governance, named, { scope, on }).map(({ title }) => title);
    expect(titles('organisation', story.today)).toEqual(['Second law', 'First law']);
    expect([titles(plant!, story.today), titles(site!, story.today)]).toEqual([
      ['Second law', 'First law'],
      ['First law'],
    ]);
    story.on('2026-02-01').done('obligations end', { obligation: first, reason: 'Repealed' });
    expect([titles(site!, '2026-01-31'), titles(site!, '2026-02-01')]).toEqual([['First law'], []]);
  });

  it('end on the first day on which they no longer hold', () => {
    const ends = { endedOn: '2026-02-01' };
    expect([
      isInForce({}, '2099-01-01'),
      isInForce(ends, '2026-01-31'),
      isInForce(ends, '2026-02-01'),
    ]).toEqual([true, true, false]);
  });
});
