import type { Step } from '../step.ts';
import type { Calendar } from './ground/calendar.ts';

/** What came in between: owners who handed over, a control that was retired, things set back and set right. */
export function change({ workday }: Calendar): Step[] {
  const by = 'ciso';
  const step = (at: number, command: string, input: Step['input']): Step => ({
    day: workday(at),
    by,
    command,
    input,
  });
  // A judgement that the ledger holds is evidence by its id.
  const judged = (at: number, requirement: string, said: { controls: string[]; title: string }): Step =>
    step(at, 'evidence add', ({ made }) => {
      return { ...said, outcome: 'works', record: `assessment/${made(`assessed ${requirement}`)}` };
    });
  return [
    step(57, 'frequencies set', {
      frequency: 'continuous',
      period: 'P14D',
      graceDays: 7,
      reason: 'Programs report once a week; two missed reports are looked into, one is not.',
    }),
    // Monitoring is bought and run for the platforms that serve customers; the offices come later.
    step(181, 'controls set', ({ made }) => ({ control: 'LOG-03', scopes: [made('managed')] })),
    step(246, 'controls set', ({ made }) => ({ control: 'SUP-02', owner: made('operations') })),
    step(318, 'controls set', ({ made }) => ({ control: 'PEO-08', owner: made('corporate') })),
    step(358, 'controls set', { control: 'VUL-02', implementation: 'partly' }),
    step(389, 'controls set', { control: 'VUL-02', implementation: 'operating' }),
    step(404, 'controls retire', {
      control: 'DEV-06',
      reason:
        'The studio’s contract ended and nothing is developed outside any more; its developers work here now.',
    }),
    step(455, 'controls set', { control: 'RSK-06', design: 'draft' }),
    // Added by mistake, and taken back some days later.
    {
      ...step(271, 'controls add', {
        code: 'MSP-05',
        name: 'Sessions at customers are recorded',
        family: 'Customer services',
      }),
      as: 'mistake',
    },
    step(274, 'undo', ({ made, programme }) => ({
      entry: programme.revisions.get(`control/${made('mistake')}`),
      reason: 'Says the same as MSP-02',
    })),
    step(400, 'evidence assign', ({ made }) => ({
      evidence: made('GOV-12 0'),
      controls: ['GOV-03', 'GOV-08'],
    })),
    judged(292, '9.2.1', {
      controls: ['AUD-03'],
      title: 'Review of the audit by somebody from outside, first',
    }),
    judged(474, 'A.5.35', {
      controls: ['AUD-03'],
      title: 'Review of the audit by somebody from outside, second',
    }),
    judged(473, '4.4', { controls: ['GOV-09'], title: 'Process map as the auditor found it' }),
  ];
}
