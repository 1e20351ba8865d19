import type { Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import { answered, asked, soaOf } from '../../testing/asked.ts';
import { addControl, claim, exclude, iso, show, start } from '../../testing/library.ts';
import { statementOfApplicability } from '../statement-of-applicability.ts';
import { type StatementKept, statementChanges } from './changes.ts';

const nameOf = (person: string) => ({ ben: 'Ben Beispiel' })[person] ?? person;
const law = { kind: 'law', text: 'The act' };
const decision = { framework: iso, requirement: 'A.8.24', applicable: true, reasons: [law] };

/** What differs between before and after something was done. */
function changesAfter(done: (story: Story) => void, before: (story: Story) => void = () => {}) {
  const story = start(iso);
  story.done('people add', { person: 'ben' });
  before(story);
  const one = soaOf(story);
  done(story);
  return statementChanges(one, soaOf(story), { nameOf });
}

const told = ({ rows }: ReturnType<typeof changesAfter>) => rows.map(({ sentence }) => sentence);

describe('what changed between two statements', () => {
  it('given nothing was done, then nothing', () => {
    expect(changesAfter(() => {})).toEqual({ rows: [], sentences: [] });
  });

  it('given a control became applicable and is put in place, then it reads like a change list', () => {
    const changes = changesAfter((story) => {
      story.done('applicability decide', { ...decision, owner: 'ben', reviewOn: '2027-01-01' });
      addControl(story, 'C-1');
      claim(story, 'C-1', [iso, 'A.8.24']);
      show(story, 'C-1');
    });
    expect(changes.rows[0]).toEqual({
      row: 'A.8.24',
      what: 'applicability',
      before: 'undecided',
      after: 'applicable',
      sentence: 'A.8.24: became applicable.',
    });
    expect(told(changes)).toEqual([
      'A.8.24: became applicable.',
      'A.8.24: reason law: The act.',
      'A.8.24: owner none → Ben Beispiel.',
      'A.8.24: review none → 1 Jan 2027.',
      'A.8.24: implementation not in place → in place.',
      'A.8.24: state Unclaimed → Met, by our claim.',
      'A.8.24: control C-1 added.',
      'A.8.24: evidence none → 1 fresh.',
      'A.8.24: check SOA-08 is open; check SOA-13 is open; check SOA-01 is settled.',
    ]);
    expect(changes.sentences).toHaveLength(1);
    expect(changes.sentences[0]).toMatch(/^A\.8\.24: became applicable; reason law: The act; owner /);
  });

  it('given a version handed out in English, when it is read in another language, then no word or day of ours is left in it', () => {
    const story = start(iso);
    addControl(story, 'C-1');
    claim(story, 'C-1', [iso, 'A.8.24']);
    show(story, 'C-1', { validUntil: '2026-02-01' });
    story.on('2026-03-01');
    const one = soaOf(story);
    show(story, 'C-1', { outcome: 'fails' });
    const close = [{ kind: 'requirement', id: `${iso}/A.8.24` }];
    story.done('actions add', { title: 'Unknown: to do', due: '2026-09-01', closes: close });
    const [line = ''] = statementChanges(one, soaOf(story), { nameOf, language: 'de' }).sentences;
    expect(line).toContain('Veraltet: unbekannt seit 2. Feb. 2026 → Unbekannt');
    expect(line).toContain('Unknown: to do (1. Sept. 2026)');
    expect(line).not.toMatch(/since|\d{4}-\d\d/);
  });

  it('given it is excluded instead, then reasons go and the exclusion says why', () => {
    const changes = changesAfter(
      (story) => exclude(story, [iso, 'A.8.24']),
      (story) => story.done('applicability decide', decision),
    );
    expect(changes.rows.map(({ what, before, after }) => [what, before, after])).toEqual(
      expect.arrayContaining([
        ['applicability', 'applicable', 'excluded'],
        ['reasons', 'law: The act', ''],
        ['exclusion', '', 'We have none'],
        ['state', 'Unclaimed', 'Excluded'],
      ]),
    );
  });

  it('given actions and obligations came and went, then they are named', () => {
    const changes = changesAfter((story) => {
      const closes = [{ kind: 'requirement', id: `${iso}/A.8.24` }];
      story.done('actions add', { title: 'Encrypt', what: 'x', closes, owner: 'ben', due: '2026-05-01' });
      const requirements = [{ framework: iso, requirement: 'A.8.24' }];
      story.done('obligations add', { kind: 'legal', title: 'Act', asks: 'x', requirements });
    });
    expect(told(changes)).toEqual([
      'A.8.24: obligation Act added.',
      'A.8.24: action Encrypt (Ben Beispiel, 1 May 2026) opened.',
    ]);
  });

  it('given a further control became necessary, or is not any more, then that is said', () => {
    const reasons = [{ kind: 'business', text: 'Promised' }];
    const decide = (story: Story, necessary: boolean) =>
      story.done('necessity decide', { control: 'OWN-1', necessary, ...(necessary ? { reasons } : {}) });
    const own = (story: Story) => addControl(story, 'OWN-1');
    expect(told(changesAfter((story) => decide(story, true), own))[0]).toBe(
      'OWN-1: became necessary beside Annex A.',
    );
    const both = (story: Story) => {
      own(story);
      decide(story, true);
    };
    expect(told(changesAfter((story) => decide(story, false), both))[0]).toBe(
      'OWN-1: is not necessary any more.',
    );
  });

  it('given the scope is stated or the standard adopted anew, then that is said of the statement', () => {
    const changes = changesAfter((story) =>
      story.done('scopes state', { scope: 'organisation', statement: 'All of it', boundaries: 'The fence' }),
    );
    expect(told(changes)).toEqual(['statement: scope Example → Example; All of it; The fence.']);
  });

  it('given an earlier version said less, then what it did not say is new, and nothing breaks', () => {
    const story = start(iso);
    story.done('applicability decide', { ...decision });
    const { rows, ...rest } = soaOf(story);
    const plain = rows.map(({ id, applicability, reasons }) => ({ id, applicability, reasons }));
    const kept = {
      organisation: rest.organisation,
      framework: rest.framework,
      scope: rest.scope,
      rows: plain,
    };
    const changes = statementChanges(kept as unknown as StatementKept, { ...rest, rows }, { nameOf });
    expect(changes.rows.filter(({ what }) => what === 'reasons' || what === 'applicability')).toEqual([]);
    expect(statementChanges({}, {}, { nameOf }).rows).toEqual([]);
  });

  it('given one is in two values and the other in three, then that is said, and two values are compared', () => {
    const story = start(iso);
    const state = (implementation: string, ...codes: string[]) =>
      codes.map((control) => story.done('controls set', { control, implementation }));
    const reasons = [{ kind: 'business', text: 'Promised' }];
    for (const [at, code] of ['C-1', 'C-2', 'OWN-1'].entries()) {
      addControl(story, code, { implementation: 'planned' });
      if (at < 2) claim(story, code, [iso, ['A.8.1', 'A.8.2'][at]!]);
    }
    story.done('necessity decide', { control: 'OWN-1', necessary: true, reasons });
    const inValues = (values: 'two' | 'three') => answered(statementOfApplicability(asked(story), values));
    const earlier = { two: inValues('two'), three: inValues('three') };
    state('partly', 'C-1', 'OWN-1');
    state('operating', 'C-2');
    const between = (one: 'two' | 'three', other: 'two' | 'three') =>
      statementChanges(earlier[one], inValues(other), { nameOf })
        .rows.filter(({ what }) => what === 'implementation' || what === 'values')
        .map(({ row, before, after }) => [row, before, after]);
    const met = ['A.8.2', 'no', 'yes'];
    expect(between('three', 'three')).toEqual([['A.8.1', 'no', 'partly'], met, ['OWN-1', 'no', 'partly']]);
    expect(between('two', 'two')).toEqual([met]);
    expect(between('two', 'three')).toEqual([['statement', 'two', 'three'], met]);
    expect(between('three', 'two')).toEqual([['statement', 'three', 'two'], met]);
    const [said] = statementChanges(earlier.two, inValues('three'), { nameOf }).sentences;
    expect(said).toBe(
      'statement: values of implementation two → three; compared in two, where what is partly in place is not in place.',
    );
  });
});
