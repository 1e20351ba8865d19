import { describe, expect, it } from 'vitest';
import { planOf } from '../creation/plan.ts';
import { comingAlong } from './proposal.ts';

const controls = [
  { code: 'GOV-01', proposed: true },
  { code: 'GOV-02', proposed: true },
  { code: 'DEV-01', proposed: false },
];

describe('how many controls come along', () => {
  it('given some of no use, then they are counted with the others, and apart', () => {
    expect(comingAlong(controls, [])).toEqual({ count: 3, idle: 1 });
  });

  it('given some are left out, then as many are counted as are created', () => {
    const notTaken = ['GOV-02'];
    const steps = [{ operation: 'library adopt', input: { controls: controls.map(({ code }) => code) } }];
    const wanted = { zone: '', notAdopted: [], notTaken, leftOpen: [], looked: [] };
    const [step] = planOf({ steps, applicability: { rows: [] } }, wanted);
    expect(comingAlong(controls, notTaken)).toEqual({ count: 2, idle: 1 });
    expect(step?.input.controls).toHaveLength(comingAlong(controls, notTaken).count);
  });
});
