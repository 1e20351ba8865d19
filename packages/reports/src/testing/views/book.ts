import type { BookRow, ControlBook } from '@concord/views';
import { ground } from './ground.ts';

export function bookRow(said: Partial<BookRow> = {}): BookRow {
  return {
    id: 'control-1',
    code: 'AC-01',
    name: 'Quarterly access review',
    owner: 'person-1',
    implementation: 'operating',
    freshness: 'fresh',
    freshUntil: '2027-01-30',
    family: 'Access',
    statement: 'Owners confirm who has access.',
    test: 'Draw 25 accounts.',
    frequency: 'Quarterly',
    design: 'accepted',
    condition: '',
    conditionHolds: true,
    scopes: [],
    claims: [],
    attributes: ['Preventive', 'Protect'],
    ...said,
  };
}

const claim = {
  framework: 'iso27001-2022',
  requirement: 'A.5.18',
  contribution: 'meets',
  confidence: 'high',
  state: 'confirmed',
  together: [],
  hiddenControls: 0,
} as const;

/** Two families, one control in none; claims of each kind. */
export function bookView(said: Partial<ControlBook> = {}): ControlBook {
  const claims = [
    claim,
    {
      ...claim,
      requirement: 'A.5.15',
      contribution: 'contributes',
      state: 'proposed',
      confidence: 'low',
    } as const,
    { ...claim, framework: 'nist-csf-2.0', requirement: 'PR.AA-05', together: ['AC-02'], hiddenControls: 2 },
    { ...claim, framework: 'nist-csf-2.0', requirement: 'PR.AA-01', contribution: 'part' } as const,
    { ...claim, framework: 'nist-csf-2.0', requirement: 'PR.AA-02', contribution: 'equals' } as const,
  ];
  return {
    ...ground('control-library'),
    frameworks: [
      { id: 'iso27001-2022', title: 'ISO/IEC 27001' },
      { id: 'nist-csf-2.0', title: 'NIST CSF 2.0' },
    ],
    hidden: 3,
    retired: 1,
    rows: [
      bookRow({ claims }),
      bookRow({
        id: 'control-2',
        code: 'AC-02',
        implementation: 'partly',
        freshness: 'due',
        design: 'draft',
      }),
      bookRow({
        id: 'control-3',
        code: 'BK-01',
        family: 'Backup',
        owner: undefined,
        implementation: 'planned',
        freshness: 'missing',
        freshUntil: undefined,
        statement: '',
        test: '',
        condition: 'we keep own servers',
        conditionHolds: false,
        scopes: ['Site Dresden'],
        attributes: [],
      }),
      bookRow({ id: 'control-4', code: 'X-01', family: '', freshness: 'stale', condition: 'always' }),
    ],
    ...said,
  };
}
