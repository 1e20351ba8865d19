import { describe, expect, it } from 'vitest';
import { valueOn } from '../../../foundation/index.ts';
import { given, type Story } from '../../../testing/index.ts';
import { applicabilityKey } from '../../applicability.ts';

const iso = 'iso27001-2022';
const reasons = [{ kind: 'business', text: 'We write software' }];
const coding = { requirement: 'A.8.28', applicable: true, reasons };
const doors = { requirement: 'A.7.2', applicable: false, exclusionReason: 'We have no premises of our own' };
const asked = (...decisions: object[]) => ({ framework: iso, decisions });

const held = (story: Story, requirement: string) =>
  valueOn(
    story.programme.controls.applicability.get(applicabilityKey('organisation', iso, requirement)) ?? [],
    story.today,
  );

function told(story: Story, input: object) {
  const decision = story.when('applicability decide-many', input);
  if (!('refusal' in decision)) return decision.notices;
  const { kind, code, errors = [] } = decision.refusal;
  return [`${kind} ${code}`, ...errors.map((each) => `${each.at} ${each.code}`)];
}

describe('deciding many', () => {
  it('records each decision as if it had been taken alone, and says how many there are', () => {
    const [story, alone] = [given(iso), given(iso)];
    expect(told(story, asked(coding, doors))).toEqual([
      { code: 'applicability.decided', params: { applicable: 1, excluded: 1, unchanged: 0 } },
    ]);
    story.done('applicability decide-many', asked(coding, doors));
    for (const each of [coding, doors]) alone.done('applicability decide', { framework: iso, ...each });
    expect(story.facts.map(({ type, data }) => [type, data])).toEqual(
      alone.facts.map(({ type, data }) => [type, data]),
    );
  });

  it('records nothing of what is so already, and all of what says anything else', () => {
    const story = given(iso);
    story.done('applicability decide-many', asked(coding, doors));
    expect(story.when('applicability decide-many', asked(coding, doors))).toMatchObject({ facts: [] });
    const others = [
      { ...coding, reasons: [{ kind: 'risk', text: 'We write software' }] },
      { ...coding, reviewOn: '2027-01-01' },
      { ...doors, exclusionReason: 'All of us work from home' },
      { ...doors, effective: story.today },
      { requirement: 'A.7.2', applicable: true, reasons },
    ];
    for (const each of others)
      expect(story.when('applicability decide-many', asked(each))).toMatchObject({ facts: [{}] });
  });

  it('is refused as a whole, with everything that is wrong at its place', () => {
    const story = given(iso);
    const wrong = asked(
      coding,
      { requirement: 'A.9.9', applicable: true, reasons },
      { requirement: 'A.5.1', applicable: true },
      { requirement: '6.1.2', applicable: false, exclusionReason: 'We would rather not' },
      doors,
      { ...doors, exclusionReason: 'Once more' },
    );
    expect(told(story, wrong)).toEqual([
      'refused applicability.many-faults',
      'decisions[1].requirement requirement.unknown-near',
      'decisions[2].reasons applicability.no-reason',
      'decisions[3].applicable applicability.not-excludable',
      'decisions[5].requirement applicability.twice',
    ]);
    expect(held(story, 'A.8.28')).toBeUndefined();
  });

  it('is stale where one was decided anew since, if nothing else is wrong', () => {
    const story = given(iso);
    story.done('applicability decide-many', asked(coding, doors));
    const { position } = story.programme;
    story.done('applicability decide', {
      framework: iso,
      ...doors,
      applicable: true,
      reasons,
      exclusionReason: undefined,
    });
    expect(told(story, { ...asked(coding, doors), position })).toEqual([
      'stale applicability.many-faults',
      'decisions[1] applicability.decided-since',
    ]);
    expect(told(story, { ...asked(coding), position })).toMatchObject([{ params: { unchanged: 1 } }]);
    const bad = { requirement: 'A.5.1', applicable: true };
    expect(told(story, { ...asked(doors, bad), position })?.[0]).toBe('refused applicability.many-faults');
  });

  it('is refused for a framework nobody adopted, and for a scope that is not there', () => {
    const story = given(iso);
    expect(told(story, { ...asked(coding), framework: 'nist-csf-2.0' })).toHaveLength(2);
    expect(told(story, { ...asked(coding), scope: 'nowhere' })).toEqual([
      'refused applicability.many-faults',
      'decisions[0].scope scope.unknown',
    ]);
  });
});
