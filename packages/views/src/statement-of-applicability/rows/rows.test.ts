import { describe, expect, it } from 'vitest';
import { newMemory } from '../../coverage/memory.ts';
import type { ViewAsked } from '../../envelope.ts';
import { answered, asked, soaOf } from '../../testing/asked.ts';
import { addControl, claim, exclude, iso, show, start } from '../../testing/library.ts';
import { statementOfApplicability } from '../statement-of-applicability.ts';

const requirements = [{ framework: iso, requirement: 'A.8.24' }];
const reasons = [{ kind: 'business', text: 'We promise it' }];

function begun() {
  const story = start(iso);
  story.done('people add', { person: 'ben' });
  return story;
}

type Told = ReturnType<typeof begun>;
const rowIn = (story: Told, id: string, said: Partial<ViewAsked> = {}) =>
  soaOf(story, said).rows.find((row) => row.id === id);

describe('a row of the statement', () => {
  it('given an owner and a day of review, then they stand there, for inclusions and exclusions alike', () => {
    const story = begun();
    exclude(story, [iso, 'A.8.4'], { owner: 'ben', reviewOn: '2027-01-01' });
    expect(rowIn(story, 'A.8.4')).toMatchObject({ owner: 'ben', reviewOn: '2027-01-01' });
    expect(rowIn(story, 'A.8.5')).not.toHaveProperty('owner');
  });

  it('given an obligation that a reason points at, or that names it, then both stand there once, while in force', () => {
    const story = begun();
    const add = (title: string, said: object = {}) =>
      story.done('obligations add', { kind: 'legal', title, asks: 'x', ...said });
    const pointed = add('Pointed at', { requirements });
    const naming = add('Naming it', { requirements });
    add('About another');
    const memory = newMemory();
    const titles = () => rowIn(story, 'A.8.24', { memory })?.obligations.map(({ title }) => title);
    expect(titles()).toEqual(['Pointed at', 'Naming it']);
    const law = { kind: 'law', text: 'It is asked', obligation: pointed };
    const decision = { framework: iso, requirement: 'A.8.24', applicable: true, reasons: [law] };
    story.done('applicability decide', decision);
    expect(titles()).toEqual(['Pointed at', 'Naming it']);
    story.done('obligations end', { obligation: naming, reason: 'Over' });
    expect(titles()).toEqual(['Pointed at']);
    expect(rowIn(story, 'A.8.24')?.reasons).toEqual([law]);
  });

  it('given actions for it or for a control claimed on it, then the open ones stand there, the first due first', () => {
    const story = begun();
    const control = addControl(story, 'C-1');
    claim(story, 'C-1', [iso, 'A.8.24']);
    const add = (title: string, kind: string, id: string, due?: string) =>
      story.done('actions add', {
        title,
        what: 'x',
        closes: [{ kind, id }],
        ...(due === undefined ? {} : { due }),
      });
    add('Some day', 'requirement', `${iso}/A.8.24`);
    add('Late', 'control', control, '2026-09-01');
    const soon = add('Soon', 'requirement', `${iso}/A.8.24`, '2026-02-01');
    add('Elsewhere', 'requirement', `${iso}/A.8.25`, '2026-02-01');
    const memory = newMemory();
    const titles = (on = story.today) =>
      rowIn(story, 'A.8.24', { memory, on })?.actions.map(({ title }) => title);
    expect(titles()).toEqual(['Soon', 'Late', 'Some day']);
    expect(titles('2025-12-31')).toEqual([]);
    story.on('2026-01-20').done('actions close', { action: soon, result: 'Done' });
    expect([titles('2026-01-19'), titles()]).toEqual([
      ['Soon', 'Late', 'Some day'],
      ['Late', 'Some day'],
    ]);
  });

  it('given it is partly in place, then two values say no and three say partly; what was there before stays', () => {
    const story = begun();
    addControl(story, 'C-1', { implementation: 'partly' });
    claim(story, 'C-1', [iso, 'A.8.24']);
    const memory = newMemory();
    const said = (values: 'two' | 'three') => {
      const view = answered(statementOfApplicability(asked(story, { memory }), values));
      const row = view.rows.find(({ id }) => id === 'A.8.24');
      return [view.implementationValues, row?.implemented, row?.implementation];
    };
    expect([said('two'), said('three')]).toEqual([
      ['two', 'no', 'partly'],
      ['three', 'partly', 'partly'],
    ]);
    story.done('controls set', { control: 'C-1', implementation: 'operating' });
    expect(said('two')).toEqual(['two', 'yes', 'yes']);
  });

  it('given nothing changed, then it is the same object as before', () => {
    const story = begun();
    story.done('obligations add', { kind: 'legal', title: 'Act', asks: 'x', requirements });
    const memory = newMemory();
    const before = soaOf(story, { memory }).rows;
    story.done('actions add', {
      title: 'x',
      what: 'x',
      closes: [{ kind: 'requirement', id: `${iso}/A.8.2` }],
    });
    const after = soaOf(story, { memory }).rows;
    expect(after.filter((row, at) => row !== before[at]).map(({ id }) => id)).toEqual(['A.8.2']);
  });
});

describe('controls beside Annex A', () => {
  it('given some are necessary, then they stand there by code and the 93 stay 93', () => {
    const story = begun();
    for (const code of ['OWN-2', 'OWN-1', 'OWN-3']) addControl(story, code);
    story.done('necessity decide', { control: 'OWN-2', necessary: true, reasons });
    story.done('necessity decide', {
      control: 'OWN-1',
      necessary: true,
      reasons,
      owner: 'ben',
      reviewOn: '2027-01-01',
    });
    story.done('necessity decide', { control: 'OWN-3', necessary: false });
    show(story, 'OWN-1');
    const { rows, further, hiddenFurther } = soaOf(story);
    expect(rows).toHaveLength(93);
    expect(hiddenFurther).toBe(0);
    expect(further.map(({ code }) => code)).toEqual(['OWN-1', 'OWN-2']);
    expect(further[0]).toMatchObject({
      title: 'Name of OWN-1',
      scope: 'organisation',
      reasons,
      owner: 'ben',
      reviewOn: '2027-01-01',
      decidedOn: '2026-01-01',
      implementation: 'yes',
      implemented: 'yes',
      freshness: 'fresh',
      freshUntil: '2026-04-01',
    });
    const { revision } = further[0]!;
    expect(story.programme.revisions.get(`necessity/organisation:${further[0]?.id}`)).toBe(revision);
  });

  it('given one is not necessary any more, or retired, then it is gone, or not in place', () => {
    const story = begun();
    for (const code of ['OWN-1', 'OWN-2']) {
      addControl(story, code);
      story.done('necessity decide', { control: code, necessary: true, reasons });
    }
    story.on('2026-02-01').done('necessity decide', { control: 'OWN-1', necessary: false });
    story.done('controls retire', { control: 'OWN-2', reason: 'Sold' });
    const codes = (on: string) =>
      soaOf(story, { on }).further.map(({ code, implementation }) => `${code} ${implementation}`);
    expect([codes('2026-01-31'), codes('2026-02-01')]).toEqual([['OWN-1 yes', 'OWN-2 yes'], ['OWN-2 no']]);
  });
});

it('what the scope is stated to be stands at the head of the statement', () => {
  const story = begun();
  expect(soaOf(story)).not.toHaveProperty('scopeStatement');
  story.done('scopes state', { scope: 'organisation', statement: 'All of it', boundaries: 'The fence' });
  expect(soaOf(story).scopeStatement).toMatchObject({ statement: 'All of it', boundaries: 'The fence' });
});
