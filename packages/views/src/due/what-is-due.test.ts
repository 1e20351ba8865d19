import { hasWords } from '@concord/catalog';
import type { Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import { seesAll } from '../reader.ts';
import { asked } from '../testing/asked.ts';
import { addControl, claim, csf, exclude, iso, judge, regulation, show, start } from '../testing/library.ts';
import { dueKinds, dueStates } from './item.ts';
import { type DueFilter, whatIsDue } from './what-is-due.ts';

function dueOf(story: Story, filter: Partial<DueFilter> = {}, said: Parameters<typeof asked>[1] = {}) {
  const all = { within: 30, mine: false, kinds: [], offset: 0, limit: 100 };
  return whatIsDue(asked(story, said), { ...all, ...filter });
}

/** What each row says, shortly: kind, title, day and state. */
function linesOf(...asks: Parameters<typeof dueOf>): string[] {
  return dueOf(...asks).rows.map(
    ({ kind, title, due, days, state }) => `${kind} ${title} ${due} ${days} ${state}`,
  );
}

const person = (story: Story, name: string) => story.done('people add', { person: name });

describe('what is due', () => {
  it('of evidence: what lapses, what is in grace, what lapsed and what failed; what was never shown has no day', () => {
    const story = start(iso).on('2026-01-01');
    for (const code of ['C-1', 'C-2', 'C-3', 'C-4', 'C-5']) addControl(story, code, { frequency: 'monthly' });
    for (const code of ['C-1', 'C-2', 'C-3']) show(story, code);
    show(story.on('2026-01-15'), 'C-2');
    show(story.on('2026-02-09'), 'C-4', { outcome: 'fails' });
    show(story, 'C-3');
    claim(story, 'C-3', [iso, 'A.5.15']);
    expect(linesOf(story)).toEqual([
      'evidence C-1 Name of C-1 2026-02-01 -8 due',
      'evidence C-4 Name of C-4 2026-02-09 0 overdue',
      'evidence C-2 Name of C-2 2026-02-15 6 due',
      'evidence C-3 Name of C-3 2026-03-09 28 soon',
    ]);
    const due = dueOf(story);
    expect(due.undated).toEqual({ evidence: 1, action: 0 });
    expect(due.counts.byState).toEqual({ overdue: 1, due: 2, soon: 1 });
    expect(due.counts.byKind).toMatchObject({ evidence: 4, action: 0 });
    expect(due.rows.at(-1)?.requirements).toEqual([{ framework: iso, requirement: 'A.5.15' }]);
    expect(due.rows[0]?.why).toBe(
      'What shows that C-1 works was fresh until 1 Feb 2026; it still counts until 11 Feb 2026.',
    );
    expect(linesOf(story.on('2026-02-12'))[0]).toBe('evidence C-1 Name of C-1 2026-02-01 -11 overdue');
  });

  it('of actions: those that are open, by their day', () => {
    const story = start(iso).on('2026-01-01');
    const closes = [{ kind: 'requirement', id: `${iso}/A.5.15` }];
    story.done('actions add', { title: 'Write it', what: 'All of it', due: '2026-01-20', closes });
    const done = story.done('actions add', { title: 'Done', what: 'Some', due: '2026-01-05' });
    story.done('actions add', { title: 'Some day', what: 'Some' });
    expect(linesOf(story)).toEqual(['action Done 2026-01-05 4 due', 'action Write it 2026-01-20 19 soon']);
    expect(dueOf(story).rows[1]?.requirements).toEqual([{ framework: iso, requirement: 'A.5.15' }]);
    expect(dueOf(story).undated.action).toBe(1);
    story.on('2026-01-10').done('actions close', { action: done, result: 'Well' });
    expect(linesOf(story)).toEqual(['action Write it 2026-01-20 10 soon']);
    expect(linesOf(story, {}, { on: '2026-01-09' })[0]).toBe('action Done 2026-01-05 -4 overdue');
  });

  it('of reviews: of all that the registers hold, until it ends', () => {
    const story = start(iso).on('2026-01-01');
    const reviewOn = '2026-01-10';
    const law = { kind: 'legal', title: 'A law', asks: 'Much', reviewOn };
    const obligation = story.done('obligations add', law);
    story.done('parties add', { kind: 'customer', name: 'Customers', asks: 'Care', reviewOn });
    story.done('issues add', { kind: 'external', title: 'Heat', effect: 'Cooling', reviewOn });
    story.done('scopes state', { scope: 'organisation', statement: 'All', reviewOn });
    story.done('entities add', { name: 'Havelmark', reviewOn });
    story.done('documents add', {
      title: 'Policy',
      kind: 'document',
      link: 'https://example.org/p',
      reviewOn,
    });
    expect(linesOf(story).map((line) => line.split(' ')[0])).toEqual([
      'document',
      'entity',
      'issue',
      'obligation',
      'party',
      'scope',
    ]);
    story.done('obligations end', { obligation, reason: 'Repealed' });
    expect(linesOf(story, { kinds: ['obligation'] })).toEqual([]);
  });

  it('of decisions: those that are to be looked at again, and judgements that lapse', () => {
    const story = start(iso).on('2026-01-01');
    exclude(story, [iso, 'A.8.4'], { reviewOn: '2026-01-20' });
    judge(story, [iso, 'A.5.1'], { validUntil: '2026-01-05' });
    judge(story, [iso, 'A.5.2'], { validUntil: '2026-01-05', judgement: 'not-met' });
    expect(linesOf(story)).toEqual([
      'judgement A.5.1 Policies for information security 2026-01-05 4 due',
      'applicability A.8.4 Access to source code 2026-01-20 19 soon',
    ]);
  });

  it('of points that are not applied, and of what is necessary beyond Annex A', () => {
    const story = start(regulation, iso).on('2026-01-01');
    const reviewOn = '2026-01-20';
    const left = {
      framework: regulation,
      point: '3.2.6',
      applied: false,
      exclusionReason: 'No clocks',
      reviewOn,
    };
    story.done('points decide', left);
    addControl(story, 'C-1', { implementation: 'planned' });
    const reasons = [{ kind: 'risk', text: 'Theft' }];
    story.done('necessity decide', { control: 'C-1', necessary: true, reasons, reviewOn });
    const { rows } = dueOf(story, { kinds: ['applicability'] });
    expect(rows.map(({ title, due }) => [title.split(' ')[0], due])).toEqual([
      ['3.2.6', reviewOn],
      ['C-1', reviewOn],
    ]);
  });

  it('of targets: those that are not reached', () => {
    const story = start(csf).on('2026-01-01');
    const profile = story.done('profiles create', { name: 'Ours', framework: csf });
    for (const requirement of ['GV.OC-01', 'GV.OC-02'])
      story.done('targets set', { profile, requirement, due: '2026-01-03' });
    addControl(story, 'C-1');
    show(story, 'C-1');
    claim(story, 'C-1', [csf, 'GV.OC-02']);
    expect(
      dueOf(story, { kinds: ['target'] }).rows.map(({ requirements }) => requirements[0]?.requirement),
    ).toEqual(['GV.OC-01']);
    story.done('profiles status', { profile, requirement: 'GV', included: false });
    expect(dueOf(story, { kinds: ['target'] }).rows).toEqual([]);
  });

  it('of keys: their last day, until a collector is ended', () => {
    const story = start(iso).on('2026-01-01');
    const collector = story.done('collectors add', { person: 'scanner', until: '2026-01-15' });
    expect(linesOf(story)).toEqual(['collector  2026-01-15 14 soon']);
    story.done('collectors end', { collector });
    expect(linesOf(story)).toEqual([]);
  });

  it('looks as far ahead as it is asked to, and what is overdue is always there', () => {
    const story = start(iso).on('2026-01-01');
    for (const due of ['2026-01-02', '2026-02-01', '2026-06-01'])
      story.done('actions add', { title: due, what: 'x', due });
    story.on('2026-02-10');
    const days = (within: number) => dueOf(story, { within }).rows.map(({ due }) => due);
    expect(days(0)).toEqual(['2026-01-02', '2026-02-01']);
    expect(days(110)).toEqual(['2026-01-02', '2026-02-01']);
    expect(days(111)).toEqual(['2026-01-02', '2026-02-01', '2026-06-01']);
    expect(dueOf(story, { within: 111, offset: 1, limit: 1 })).toMatchObject({
      total: 3,
      rows: [{ due: '2026-02-01' }],
    });
  });

  it('given somebody sees only their own, then the rest is a count', () => {
    const story = start(iso).on('2026-01-01');
    const [ana, ben] = [person(story, 'ana-1'), person(story, 'ben-1')];
    const due = '2026-01-02';
    story.done('actions add', { title: 'Hers', what: 'x', due, owner: ana });
    story.done('actions add', { title: 'His', what: 'x', due, owner: ben });
    story.done('actions add', { title: 'Nobody’s', what: 'x', due });
    const own = dueOf(story, {}, { reader: { person: ana, sees: 'own' } });
    expect([own.rows.map(({ title }) => title), own.hidden, own.total]).toEqual([['Hers'], 2, 1]);
    expect(own.counts.byKind.action).toBe(1);
    expect(linesOf(story, {}, { reader: seesAll })).toHaveLength(3);
    const mine = dueOf(story, { mine: true }, { reader: { person: ben, sees: 'all' } });
    expect([mine.rows.map(({ title }) => title), mine.hidden]).toEqual([['His'], 0]);
  });
});

it('every kind and state of what is due has words', () => {
  const keys = dueKinds.flatMap((kind) => [`due.kind-${kind}`, `due.todo-${kind}`, `due.why-${kind}`]);
  const evidence = ['fresh', 'due', 'stale', 'failed'].map((freshness) => `due.why-evidence-${freshness}`);
  const states = dueStates.map((state) => `due.state-${state}`);
  const all = [...keys.filter((key) => key !== 'due.why-evidence'), ...evidence, ...states];
  expect(all.filter((key) => !hasWords(key))).toEqual([]);
});
