import type { Mark } from '../blocks.ts';
import type {
  Implementation,
  StatementControl,
  StatementOfApplicabilityView,
  StatementRow,
} from '../documents/statement-of-applicability/view.ts';
import annexA from './annex-a.json' with { type: 'json' };

interface State {
  readonly implementation: Implementation;
  readonly word: string;
  readonly mark: Mark;
  readonly kind: string;
  readonly freshness: StatementControl['freshness'];
}

const MET: State = {
  implementation: 'yes',
  word: 'Met, by our claim',
  mark: 'met',
  kind: 'claimed',
  freshness: 'fresh',
};

/** Every tenth or so row differs from "met", so that each mark occurs. */
const STATES: readonly State[] = [
  MET,
  MET,
  { ...MET, word: 'Met, as assessed', kind: 'assessed' },
  { ...MET, freshness: 'due' },
  MET,
  { implementation: 'partly', word: 'Partly', mark: 'partly', kind: 'claimed', freshness: 'fresh' },
  MET,
  { implementation: 'yes', word: 'Stale since 3 Oct 2026', mark: 'stale', kind: 'stale', freshness: 'stale' },
  MET,
  { implementation: 'no', word: 'Gap by claim', mark: 'gap', kind: 'gap', freshness: 'missing' },
  { ...MET, word: 'Met, inferred from PR.AA-05', kind: 'inferred' },
  {
    implementation: 'partly',
    word: 'Supported',
    mark: 'supported',
    kind: 'indicative',
    freshness: 'due',
  },
  MET,
  { implementation: 'no', word: 'Unknown', mark: 'unknown', kind: 'unknown', freshness: 'missing' },
  MET,
  { implementation: 'yes', word: 'Conflict', mark: 'conflict', kind: 'conflict', freshness: 'failed' },
];

const REASONS: readonly StatementRow['reasons'][] = [
  [{ kind: 'risk', text: 'R-012 Former staff keep access' }],
  [
    { kind: 'law', text: 'NIS 2, Article 21(2)(i)' },
    { kind: 'risk', text: 'R-017 Stolen credentials are used against the customer platform' },
  ],
  [{ kind: 'contract', text: 'Hosting agreement with Stadtwerke Nordheide, annex 4, clause 7.2' }],
  [{ kind: 'business', text: 'Baseline for every managed service since 2023' }],
  [
    {
      kind: 'risk',
      text: 'R-031 A supplier with remote access is compromised. The assessment of 24 February found three suppliers that hold standing access to production and cannot be replaced within a quarter; the treatment plan therefore asks for this control at every one of them, with a yearly review.',
    },
  ],
];

const PRACTICES = [
  'Quarterly access review',
  'Joiner, mover and leaver procedure',
  'Central logging with 400 days retention',
  'Supplier onboarding review',
  'Hardened server build',
  'Restore test of the customer database',
];

/** A whole statement of an invented company, with each state, long reasons, exclusions and one row undecided. */
export function sampleView(): StatementOfApplicabilityView {
  const rows = annexA.map((entry, index) => writeSampleRow(entry, index));
  const counted = rows.filter((row) => row.applicability !== 'excluded');
  const having = (...marks: Mark[]) => counted.filter((row) => marks.includes(row.mark)).length;
  const [n, met] = [counted.length, having('met')];
  const possible = met + having('supported', 'unknown', 'stale', 'conflict');
  return {
    organisation: { id: 'org-1', name: 'Havelmark Managed Services GmbH' },
    scope: {
      id: 'scope-1',
      name: 'Managed services, Potsdam and Kraków',
      statement:
        'Managed services for business customers, and the platforms, sites and people that carry them.',
    },
    framework: {
      id: 'iso27001',
      title: 'ISO/IEC 27001:2022',
      edition: '2022 with Amendment 1:2024',
      hash: '9f2c'.repeat(16),
    },
    on: '2026-11-24',
    knownAt: 14311,
    position: 14320,
    head: 'c07a22e4d15b9f3807c64be1a9925fd2c07a22e4d15b9f3807c64be1a99291b3',
    numbers: {
      n,
      met,
      possible,
      lower: met / n,
      upper: possible / n,
      unclaimed: 4,
      unknown: having('unknown'),
      stale: having('stale'),
      conflict: having('conflict'),
      excluded: rows.length - n,
    },
    rows,
  };
}

function writeSampleRow(entry: (typeof annexA)[number], index: number): StatementRow {
  const about = { ...entry, decidedOn: '2026-03-09', decidedBy: 'I. Hauser', hiddenControls: 0 };
  const none = { fresh: 0, due: 0, stale: 0 };
  if (entry.id === 'A.7.6' || entry.id === 'A.8.30') {
    return {
      ...about,
      applicability: 'excluded',
      reasons: [],
      exclusionReason:
        entry.id === 'A.7.6'
          ? 'No secure area is worked in: both sites are ordinary offices, the data centre is a supplier’s (see the supplier controls).'
          : 'No development is given to others. Reviewed each year with the scope.',
      implementation: 'no',
      word: 'Excluded',
      mark: 'excluded',
      kind: 'excluded',
      controls: [],
      evidence: none,
    };
  }
  const undecided = entry.id === 'A.8.12';
  const state = undecided ? STATES[13]! : STATES[index % STATES.length]!;
  const { freshness, ...stated } = state;
  return {
    ...(undecided ? { ...entry, hiddenControls: 0 } : about),
    ...stated,
    applicability: undecided ? 'undecided' : 'applicable',
    reasons: undecided ? [] : REASONS[index % REASONS.length]!,
    hiddenControls: index % 17 === 3 ? 2 : 0,
    controls: stated.mark === 'unknown' ? [] : writeSampleControls(index, state),
    evidence: {
      fresh: freshness === 'fresh' ? 2 : 0,
      due: freshness === 'due' ? 1 : 0,
      stale: freshness === 'stale' ? 1 : 0,
    },
  };
}

function writeSampleControls(index: number, state: State): StatementControl[] {
  const until = state.freshness === 'stale' ? '2026-10-03' : '2027-01-30';
  const dated = state.freshness === 'fresh' || state.freshness === 'due' || state.freshness === 'stale';
  return Array.from({ length: index % 7 === 2 ? 3 : 1 }, (_, nth) => ({
    code: `C-${String(index + nth * 20 + 1).padStart(3, '0')}`,
    name: PRACTICES[(index + nth) % PRACTICES.length]!,
    implementation: state.implementation,
    freshness: state.freshness,
    ...(dated ? { freshUntil: until } : {}),
  }));
}
