import type { ApplicabilityRow, StatementOfApplicability } from '@concord/views';

/** What stands beside the rows of the sample: controls of its own, checks that are open, a stated scope. */
export const sampleBeside: Pick<
  StatementOfApplicability,
  'further' | 'hiddenFurther' | 'checks' | 'checked' | 'scopeStatement'
> = {
  further: [
    {
      id: 'control-own-1',
      code: 'OWN-01',
      title: 'Source code held in escrow for customers',
      scope: 'scope-1',
      reasons: [{ kind: 'contract', text: 'Software agreement with Stadtwerke Nordheide, clause 12' }],
      exclusionReason: '',
      owner: 'person-1',
      reviewOn: '2027-03-09',
      decidedOn: '2026-03-09',
      revision: 1,
      implementation: 'partly',
      implemented: 'partly',
      freshness: 'fresh',
      freshUntil: '2027-01-30',
      obligations: [
        { id: 'obligation-1', kind: 'contractual', title: 'Software agreement, Stadtwerke Nordheide' },
      ],
      hiddenObligations: 0,
      actions: [
        { id: 'action-1', title: 'Deposit the releases of 2026', owner: 'person-2', due: '2027-01-31' },
      ],
      hiddenActions: 0,
    },
    {
      id: 'control-own-2',
      code: 'OWN-02',
      title: 'Guard for the control room',
      scope: 'scope-1',
      reasons: [{ kind: 'business', text: 'Baseline of the energy customers' }],
      exclusionReason: '',
      decidedOn: '2026-03-09',
      revision: 1,
      implementation: 'yes',
      implemented: 'yes',
      freshness: 'missing',
      obligations: [],
      hiddenObligations: 0,
      actions: [],
      hiddenActions: 0,
    },
  ],
  hiddenFurther: 0,
  checks: [
    {
      id: 'SOA-01',
      severity: 'E',
      basis: 'rule',
      row: 'A.8.12',
      message: 'A.8.12 is not decided, so the statement does not say whether it is necessary.',
      mend: 'Decide it with `applicability decide`.',
    },
    ...['A.5.10', 'A.5.25', 'A.7.8', 'A.8.19'].map((row) => ({
      id: 'SOA-06' as const,
      severity: 'E' as const,
      basis: 'rule' as const,
      row,
      message: `${row} is necessary and not fully in place, and no open action leads there.`,
      mend: 'Add an action that closes it, with an owner and a due date: `actions add`.',
    })),
    {
      id: 'SOA-07',
      severity: 'W',
      basis: 'practice',
      row: 'OWN-02',
      message: 'OWN-02 is stated to be in place, and nothing fresh shows it.',
      mend: 'Record evidence that its controls work: `evidence add`.',
    },
    {
      id: 'SOA-12',
      severity: 'W',
      basis: 'own computation',
      row: 'A.7.6',
      message: 'A.7.6 is excluded, although the scope statement says that there are premises of its own.',
      mend: 'Decide that it is necessary with `applicability decide`, or mend the scope statement with `scopes state`.',
    },
  ],
  checked: {
    E: 5,
    W: 2,
    hidden: 0,
    ran: ['SOA-01', 'SOA-06', 'SOA-07', 'SOA-12'],
    notRun: [
      {
        id: 'SOA-05',
        message:
          'Not held against anything: Concord does not keep a register of risks yet, so this can neither pass nor fail. Whether one is kept elsewhere is not checked here.',
      },
      {
        id: 'SOA-10',
        message:
          'Not held against anything: Concord does not keep an approval of the Statement yet, so this can neither pass nor fail. Whether it was approved elsewhere is not checked here.',
      },
    ],
  },
  scopeStatement: {
    scope: 'scope-1',
    statement:
      'Managed services for business customers, and the platforms, sites and people that carry them.',
    boundaries: 'Both sites; not the power plants of the customers.',
    interfaces: 'Two data centres of a supplier; the networks of the customers.',
    exclusions: '',
    statedOn: '2026-03-02',
    facts: { ownPremises: true, suppliers: true },
  },
};

/** An organisation that has only adopted the standard has none of it. */
export const annexAOnly: Pick<StatementOfApplicability, 'further' | 'checks' | 'checked'> = {
  further: [],
  checks: [],
  checked: { E: 0, W: 0, hidden: 0, ran: [], notRun: sampleBeside.checked.notRun },
};

type Linked = Partial<
  Pick<
    ApplicabilityRow,
    'owner' | 'reviewOn' | 'obligations' | 'actions' | 'hiddenObligations' | 'hiddenActions'
  >
>;

/** Some rows have somebody who answers for them, an obligation, an action. */
export function sampleLinks(index: number): Linked {
  return {
    ...(index % 5 === 2 ? { owner: 'person-1', reviewOn: '2027-03-09' } : {}),
    ...(index % 9 === 1
      ? { obligations: [{ id: 'obligation-2', kind: 'legal', title: 'NIS 2 transposition act' }] }
      : {}),
    ...(index % 16 === 9
      ? {
          actions: [
            {
              id: `action-${index}`,
              title: 'Roll out to all platforms',
              owner: 'person-2',
              due: '2027-02-28',
            },
          ],
        }
      : {}),
    ...(index === 20 ? { hiddenActions: 1, hiddenObligations: 2 } : {}),
  };
}
