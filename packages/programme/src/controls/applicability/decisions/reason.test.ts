import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../../testing/index.ts';
import { applicabilityKey } from '../../applicability.ts';

const iso = 'iso27001-2022';

function withObligations(): { story: Story; law: string; contract: string } {
  const story = given(iso);
  const add = (kind: string) =>
    story.done('obligations add', { kind, title: `Obligation, ${kind}`, asks: 'Keep it safe' });
  return { story, law: add('legal'), contract: add('contractual') };
}

const decision = (kind: string, obligation?: string) => ({
  framework: iso,
  requirement: 'A.8.24',
  applicable: true,
  reasons: [
    { kind: 'risk', text: 'Theft' },
    { kind, text: 'It is asked', ...(obligation === undefined ? {} : { obligation }) },
  ],
});

describe('a reason', () => {
  it('of law points at what is legal or regulatory, of contract at what is contractual, and no other at any', () => {
    const { story, law, contract } = withObligations();
    const refusal = (kind: string, obligation: string) =>
      story.refusal('applicability decide', decision(kind, obligation));
    const wrong = 'refused applicability.obligation-kind at reasons[1].obligation';
    expect([refusal('law', law), refusal('contract', contract)]).toEqual(['', '']);
    expect([refusal('law', contract), refusal('contract', law), refusal('business', law)]).toEqual([
      wrong,
      wrong,
      wrong,
    ]);
    expect(refusal('law', 'none')).toBe('refused obligation.unknown at reasons[1].obligation');
  });

  it('does not point at what has ended', () => {
    const { story, law } = withObligations();
    story.done('obligations end', { obligation: law, reason: 'Repealed' });
    expect(story.refusal('applicability decide', decision('law', law))).toBe(
      'conflict applicability.obligation-ended at reasons[1].obligation',
    );
  });

  it('keeps what it points at when its text is erased', () => {
    const { story, law } = withObligations();
    expect(story.when('applicability decide', decision('law', law))).toMatchObject({
      facts: [{ erasable: ['reasonTexts'], data: { reasonObligations: [null, law] } }],
    });
    expect(story.when('applicability decide', decision('law'))).not.toHaveProperty(
      'facts[0].data.reasonObligations',
    );
    story.done('applicability decide', decision('law', law));
    const key = applicabilityKey('organisation', iso, 'A.8.24');
    expect(story.programme.controls.applicability.get(key)?.[0]?.value.reasons).toEqual([
      { kind: 'risk', text: 'Theft' },
      { kind: 'law', text: 'It is asked', obligation: law },
    ]);
  });

  it('and an exclusion have a person who answers for the decision, and a day of review', () => {
    const { story } = withObligations();
    const excluded = {
      framework: iso,
      requirement: 'A.8.24',
      applicable: false,
      exclusionReason: 'We keep nothing',
    };
    const said = { ...excluded, owner: 'ben', reviewOn: '2027-01-01' };
    expect(story.refusal('applicability decide', said)).toBe('refused person.unknown at owner');
    story.done('people add', { person: 'ben' });
    for (const each of [said, { ...decision('law'), owner: 'ben', reviewOn: '2027-02-02' }])
      story.done('applicability decide', each);
    const key = applicabilityKey('organisation', iso, 'A.8.24');
    expect(story.programme.controls.applicability.get(key)).toMatchObject([
      { value: { owner: 'ben', reviewOn: '2027-01-01' } },
      { value: { owner: 'ben', reviewOn: '2027-02-02' } },
    ]);
  });

  it('is looked at again today at the earliest, and holds from today at the latest', () => {
    const { story } = withObligations();
    story.on('2026-03-01');
    for (const code of ['OWN-1', 'OWN-2']) story.done('controls add', { code, name: code });
    const further = { control: 'OWN-1', necessary: true, reasons: [{ kind: 'risk', text: 'Theft' }] };
    const deciding = [
      ['applicability decide', decision('business')],
      ['necessity decide', further],
      ['necessity decide', { control: 'OWN-2', necessary: false }],
    ] as const;
    for (const [command, input] of deciding) {
      const refusal = (said: object) => story.refusal(command, { ...input, ...said });
      expect(refusal({ reviewOn: '2026-02-28' })).toBe('refused review.past at reviewOn');
      expect(refusal({ reviewOn: '2026-02-28', effective: '2026-01-01' })).toBe(
        'refused review.past at reviewOn',
      );
      expect(refusal({ effective: '2026-03-02' })).toBe('refused date.future at effective');
      expect(refusal({ reviewOn: '2026-03-01', effective: '2026-03-01' })).toBe('');
    }
  });
});

describe('obligations in a list of their own', () => {
  const reasonsOf = (input: object) => {
    const { story, law, contract } = withObligations();
    const second = story.done('obligations add', { kind: 'regulatory', title: 'Second', asks: 'x' });
    const of = { law, contract, second };
    const named = (input as { obligations: (keyof typeof of)[] }).obligations.map((each) => of[each] ?? each);
    const asked = { framework: iso, requirement: 'A.8.24', applicable: true, ...input, obligations: named };
    const refusal = story.refusal('applicability decide', asked);
    if (refusal !== '') return refusal;
    story.done('applicability decide', asked);
    const key = applicabilityKey('organisation', iso, 'A.8.24');
    const id = (found: string | undefined) => Object.entries(of).find(([, each]) => each === found)?.[0];
    const { reasons = [] } = story.programme.controls.applicability.get(key)?.[0]?.value ?? {};
    return reasons.map(({ kind, text, obligation }) => [kind, text, id(obligation)]);
  };
  const reasons = [
    { kind: 'risk', text: 'Theft' },
    { kind: 'contract', text: 'It is promised' },
    { kind: 'law', text: 'It is asked' },
  ];

  it('stand each behind a reason of their kind', () => {
    expect(reasonsOf({ reasons, obligations: ['law', 'contract'] })).toEqual([
      ['risk', 'Theft', undefined],
      ['contract', 'It is promised', 'contract'],
      ['law', 'It is asked', 'law'],
    ]);
  });

  it('have the reason said again where one asks as another does', () => {
    expect(reasonsOf({ reasons: reasons.slice(2), obligations: ['law', 'second', 'law'] })).toEqual([
      ['law', 'It is asked', 'law'],
      ['law', 'It is asked', 'second'],
    ]);
  });

  it('are refused without a reason of their kind, and when nobody knows them', () => {
    expect(reasonsOf({ reasons, obligations: ['nobody'] })).toBe(
      'refused obligation.unknown at obligations[0]',
    );
    expect(reasonsOf({ reasons: reasons.slice(1), obligations: ['contract', 'law'] })).not.toBe('');
    expect(reasonsOf({ reasons: reasons.slice(0, 2), obligations: ['contract', 'law'] })).toBe(
      'refused applicability.obligation-alone at obligations[1]',
    );
  });
});
