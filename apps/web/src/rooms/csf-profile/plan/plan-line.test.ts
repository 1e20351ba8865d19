import { describe, expect, it } from 'vitest';
import type { CsfView } from '../profile/view.ts';
import {
  type ActionKept,
  alsoCloses,
  lastWanted,
  planLines,
  reachOf,
  relatesOf,
  spanOf,
} from './plan-line.ts';

const target = (id: string) => ({ kind: 'target', id: `p:nist-csf-2.0/${id}` }) as const;
const requirement = (id: string) => ({ kind: 'requirement', id }) as const;
const proposal = {
  title: 'Renew the evidence of NET-01',
  what: '',
  due: '2027-03-11',
  closes: [
    { kind: 'control', id: 'c' } as const,
    target('ID.AM-03'),
    requirement('iso27001-2022/A.5.9'),
    requirement('iso27001-2022/A.8.20'),
    requirement('nis2-directive/21(2)(e)'),
  ],
};
const row = (id: string, ...actions: string[]) => ({
  id,
  included: true,
  actions: actions.map((each) => ({ id: each })),
  target: { wanted: true, rationale: '', due: '2027-02-01' },
});
const view = {
  on: '2026-11-22',
  rows: [row('PR.AA-03', 'a'), row('PR.IR-03', 'a'), row('GV.PO-01')],
  plan: [proposal],
} as unknown as CsfView;
const action = (id: string) =>
  ({
    id,
    title: id,
    what: '',
    openedOn: '2026-10-01',
    due: '2026-12-01',
    overdue: false,
    closes: [requirement('nist-csf-2.0/PR.AA-03'), requirement('iso27001-2022/A.8.5')],
  }) as unknown as ActionKept;

describe('the action plan', () => {
  it('given actions, when they lead to outcomes of the profile, then they come first, with all outcomes they lift', () => {
    const lines = planLines(view, [action('a'), action('elsewhere')]);
    expect(lines.map(({ title, lifts }) => [title, lifts])).toEqual([
      ['a', ['PR.AA-03', 'PR.IR-03']],
      ['Renew the evidence of NET-01', ['ID.AM-03']],
    ]);
    expect(lines.map(({ from, due, action }) => [from, due, action])).toEqual([
      ['2026-10-01', '2026-12-01', 'a'],
      ['2026-11-22', '2027-03-11', undefined],
    ]);
  });

  it('given what an action closes, then other frameworks are told apart and the own one is left out', () => {
    expect(alsoCloses([...proposal.closes, requirement('nist-csf-2.0/PR.AA-03')])).toEqual([
      { framework: 'iso27001-2022', requirements: ['A.5.9', 'A.8.20'] },
      { framework: 'nis2-directive', requirements: ['21(2)(e)'] },
    ]);
  });

  it('given two actions on the same outcome, then the whole counts it once', () => {
    expect(reachOf(planLines(view, [action('a')]))).toEqual({ lifts: 3, also: 4 });
    expect(reachOf(planLines({ ...view, plan: [proposal, proposal] }, []))).toEqual({ lifts: 1, also: 3 });
  });

  it('given actions and proposals, then each gap is counted once, and what is no gap is told apart', () => {
    const lines = planLines(view, [action('a')]);
    const lifted = lines.flatMap(({ lifts }) => lifts);
    const gaps = ['PR.AA-03', ...(lines.at(-1)?.lifts ?? [])].map((requirement) => ({ requirement }));
    expect(relatesOf({ gaps } as unknown as CsfView, lines)).toEqual({
      gaps: 2,
      kept: 1,
      proposals: 1,
      covered: 1,
      beyond: new Set(lifted).size - 2,
    });
    expect(new Set(lifted).size).toBeGreaterThan(2);
  });

  it('given lines without a day, then the time line is as long as the others, today and the last day wanted', () => {
    const lines = planLines(view, [action('a')]);
    expect(spanOf(lines, view.on, lastWanted(view))).toEqual({ from: '2026-10-01', to: '2027-03-11' });
    expect(spanOf([], view.on, lastWanted(view))).toEqual({ from: '2026-11-22', to: '2027-02-01' });
  });
});
