import { describe, expect, it } from 'vitest';
import { planOf } from './plan.ts';
import {
  after,
  begin,
  type CarryOut,
  canLeaveOut,
  carryOn,
  keepRun,
  keptRun,
  nextOf,
  type Run,
} from './run.ts';

const steps = [
  { operation: 'organisations create', input: { name: 'Havelmark' } },
  { operation: 'frameworks adopt', input: { framework: 'iso27001-2022' } },
  { operation: 'frameworks adopt', input: { framework: 'nist-csf-2.0' } },
  { operation: 'library adopt', input: { controls: ['GOV-01', 'DEV-01'], without: ['develops-software'] } },
  {
    operation: 'applicability decide-many',
    input: { framework: 'iso27001-2022', decisions: [{ requirement: 'A.5.1' }, { requirement: 'A.8.28' }] },
  },
  { operation: 'profiles create', input: { name: 'First profile', framework: 'nist-csf-2.0' } },
];
const applicability = {
  rows: [
    { ...row('A.5.1', 'baseline'), reasons: [] },
    { ...row('A.8.26', 'look'), reasons: [{ kind: 'business', text: 'kept at first' }] },
    { ...row('A.5.19', 'unsure'), reasons: [] },
  ],
} as const;
const all = { zone: 'Europe/Berlin', notAdopted: [], notTaken: [], leftOpen: [], looked: [] };

function row(requirement: string, basis: 'baseline' | 'look' | 'unsure') {
  return { requirement, basis, open: basis !== 'baseline', title: '', applicable: true, why: '' };
}

/** A server that has each step once, whatever is sent again under its key; it is gone for one of them. */
function server(goneAt?: number) {
  const done = new Map<string, string>();
  let asked = 0;
  const carryOut: CarryOut = async ({ operation, key }) => {
    asked += 1;
    if (asked === goneAt) {
      done.set(key, operation);
      throw new Error('gone before it answered');
    }
    done.set(key, operation);
    return 'org-1';
  };
  return { carryOut, done };
}

describe('the plan of a set-up', () => {
  it('given nothing is left out, then all steps in their order, with the zone', () => {
    const plan = planOf({ steps, applicability }, all);
    expect(plan.map(({ operation }) => operation)).toEqual(steps.map(({ operation }) => operation));
    expect(plan[0]?.input).toEqual({ name: 'Havelmark', zone: 'Europe/Berlin' });
  });

  it('given a framework is not adopted, then nothing that rests on it either', () => {
    const operations = (id: string) =>
      planOf({ steps, applicability }, { ...all, notAdopted: [id] }).map((each) => each.operation);
    expect(operations('iso27001-2022')).not.toContain('applicability decide-many');
    expect(operations('nist-csf-2.0')).not.toContain('profiles create');
  });

  it('given single controls and requirements are left out, then the rest; given all, then no empty step', () => {
    const plan = planOf(
      { steps, applicability },
      { ...all, notTaken: ['DEV-01'], leftOpen: ['A.5.1', 'A.8.28'] },
    );
    expect(plan.find(({ operation }) => operation === 'library adopt')?.input).toEqual({
      controls: ['GOV-01'],
      without: ['develops-software'],
    });
    expect(plan.map(({ operation }) => operation)).not.toContain('applicability decide-many');
  });
});

describe('what an answer leaves open', () => {
  const decidedIn = (wanted: { looked?: string[]; leftOpen?: string[] }) => {
    const plan = planOf({ steps, applicability }, { ...all, ...wanted });
    const step = plan.find(({ operation }) => operation === 'applicability decide-many');
    return step?.input.decisions as readonly { requirement: string }[];
  };

  it('given nobody looked at it, then it is not decided, whatever is proposed', () => {
    expect(decidedIn({}).map(({ requirement }) => requirement)).toEqual(['A.5.1', 'A.8.28']);
  });

  it('given somebody ticked it, then it is decided as proposed, with its reasons', () => {
    expect(decidedIn({ looked: ['A.8.26'], leftOpen: ['A.5.1'] })).toEqual([
      { requirement: 'A.8.28' },
      { requirement: 'A.8.26', applicable: true, reasons: [{ kind: 'business', text: 'kept at first' }] },
    ]);
  });
});

describe('a set-up under way', () => {
  const run = begin('r1', 'Havelmark', steps);

  it('given the server is gone at any step, when it is taken up, then every step is done exactly once', async () => {
    for (let goneAt = 1; goneAt <= steps.length; goneAt += 1) {
      const { carryOut, done } = server(goneAt);
      let kept: Run = run;
      await expect(
        carryOn(kept, carryOut, (now) => {
          kept = now;
        }),
      ).rejects.toThrow('gone');
      expect(kept.came).toHaveLength(goneAt - 1);
      const end = await carryOn(kept, carryOut, () => undefined);
      expect(end.organisation).toBe('org-1');
      expect(nextOf(end)).toBeUndefined();
      expect([...done.values()]).toEqual(steps.map(({ operation }) => operation));
    }
  });

  it('given it is kept, when the page is opened again, then it stands where it stood, with the same keys', () => {
    const kept = new Map<string, string>();
    const place = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    const later = after(run, 'done', 'org-1');
    keepRun(place, later);
    expect(nextOf(keptRun(place) as Run)).toEqual(nextOf(later));
    kept.set('concord.set-up.run', '{"steps":1}');
    expect(keptRun(place)).toBeUndefined();
  });

  it('given a step is refused, then it can be left out, but never the organisation itself', () => {
    expect(canLeaveOut(run)).toBe(false);
    const later = after(run, 'done', 'org-1');
    expect(canLeaveOut(later)).toBe(true);
    expect(after(later, 'left-out')).toMatchObject({ organisation: 'org-1', came: ['done', 'left-out'] });
  });
});
