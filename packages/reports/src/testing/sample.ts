import type { ApplicabilityRow, StatementOfApplicability } from '@concord/views';
import annexA from './annex-a.json' with { type: 'json' };
import { annexAOnly, sampleBeside, sampleLinks } from './sample-beside.ts';

type ControlShown = ApplicabilityRow['controls'][number];

interface State {
  readonly implementation: ApplicabilityRow['implementation'];
  readonly word: string;
  readonly mark: ApplicabilityRow['mark'];
  readonly kind: ApplicabilityRow['kind'];
  readonly freshness: ControlShown['freshness'];
}

const MET: State = {
  implementation: 'yes',
  word: 'Met, by our claim',
  mark: 'met',
  kind: 'claimed',
  freshness: 'fresh',
};

const UNCLAIMED: State = {
  implementation: 'no',
  word: 'Unclaimed',
  mark: 'unknown',
  kind: 'unclaimed',
  freshness: 'missing',
};

/** Every tenth or so row differs from "met", so that each mark occurs. */
const STATES: readonly State[] = [
  MET,
  MET,
  { ...MET, word: 'Met, as assessed', kind: 'assessed' },
  { ...MET, freshness: 'due' },
  MET,
  { implementation: 'partly', word: 'Partly met', mark: 'partly', kind: 'gap', freshness: 'fresh' },
  MET,
  {
    implementation: 'yes',
    word: 'Stale: unknown since 2026-10-18',
    mark: 'stale',
    kind: 'stale',
    freshness: 'stale',
  },
  MET,
  { implementation: 'no', word: 'Gap, by claim', mark: 'gap', kind: 'gap', freshness: 'missing' },
  { ...MET, word: 'Met, inferred from PR.AA-05', kind: 'inferred' },
  {
    implementation: 'partly',
    word: 'At least partly met: supported, not proven',
    mark: 'supported',
    kind: 'indicative',
    freshness: 'due',
  },
  MET,
  UNCLAIMED,
  MET,
  { implementation: 'yes', word: 'Conflict', mark: 'conflict', kind: 'conflict', freshness: 'failed' },
];

const REASONS: readonly ApplicabilityRow['reasons'][] = [
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
export function sampleView(): StatementOfApplicability {
  const rows = annexA.map((entry, index) => writeSampleRow(entry, index));
  return {
    view: 'statement-of-applicability',
    organisation: { id: 'org-1', name: 'Havelmark Managed Services GmbH' },
    scope: {
      id: 'scope-1',
      name: 'Managed services, Potsdam and Kraków',
      statement:
        'Managed services for business customers, and the platforms, sites and people that carry them.',
    },
    framework: {
      id: 'iso27001-2022',
      title: 'ISO/IEC 27001',
      edition: '2022, with Amendment 1:2024',
      hash: '9f2c'.repeat(16),
    },
    on: '2026-11-24',
    knownAt: 14_320,
    position: 14_320,
    head: 'c07a22e4d15b9f3807c64be1a9925fd2c07a22e4d15b9f3807c64be1a99291b3',
    numbers: countSample(rows),
    implementationValues: 'three',
    rows,
    ...sampleBeside,
  };
}

/** An organisation that has adopted the standard and done nothing else. */
export function emptyView(): StatementOfApplicability {
  const { scopeStatement: _stated, ...view } = sampleView();
  const rows = annexA.map((entry) => writeUndecided(entry));
  return {
    ...view,
    ...annexAOnly,
    scope: { id: 'organisation', name: view.organisation.name, statement: '' },
    rows,
    numbers: countSample(rows),
  };
}

function countSample(rows: readonly ApplicabilityRow[]): StatementOfApplicability['numbers'] {
  const counts = { assessed: 0, claimed: 0, inferred: 0, indicative: 0, gap: 0, stale: 0 };
  const byKind = { ...counts, unclaimed: 0, unknown: 0, conflict: 0, excluded: 0 };
  for (const row of rows) byKind[row.kind] += 1;
  const { assessed, claimed, inferred, indicative, gap, stale, unclaimed, conflict, excluded } = byKind;
  const n = rows.length - excluded;
  const met = assessed + claimed + inferred;
  const possible = n - gap;
  return {
    n,
    met,
    possible: met + indicative + stale + unclaimed + byKind.unknown + conflict,
    lower: met / n,
    upper: possible / n,
    asserted: assessed + claimed,
    unclaimed,
    unknown: byKind.unknown + stale,
    stale,
    conflict,
    excluded,
    byKind,
  };
}

type Entry = (typeof annexA)[number];

const EXCLUDED: Readonly<Record<string, string>> = {
  'A.7.6':
    'No secure area is worked in: both sites are ordinary offices, the data centre is a supplier’s (see the supplier controls).',
  'A.8.30': 'No development is given to others. Reviewed each year with the scope.',
};

function writeSampleRow(entry: Entry, index: number): ApplicabilityRow {
  const reason = EXCLUDED[entry.id];
  if (reason !== undefined) return writeExcluded(entry, reason);
  if (entry.id === 'A.8.12') return writeUndecided(entry);
  const { freshness, ...state } = STATES[index % STATES.length]!;
  const controls = state.kind === 'unclaimed' ? [] : writeSampleControls(index, state, freshness);
  const hidden = index % 17 === 3 ? 2 : 0;
  return {
    ...writeUndecided(entry),
    ...state,
    applicability: 'applicable',
    reasons: REASONS[index % REASONS.length]!,
    decidedOn: '2026-03-09',
    revision: 1,
    ...sampleLinks(index),
    implemented: state.implementation,
    claims: { confirmed: controls.length, proposed: index % 31 === 4 ? 1 : 0 },
    controls,
    hiddenControls: hidden,
    evidence: { fresh: 0, due: 0, stale: 0, missing: 0, failed: 0, [freshness]: controls.length + hidden },
  };
}

function writeExcluded(entry: Entry, exclusionReason: string): ApplicabilityRow {
  const state = { word: 'Excluded', mark: 'excluded', kind: 'excluded', applicability: 'excluded' } as const;
  return { ...writeUndecided(entry), ...state, exclusionReason, decidedOn: '2026-03-09', revision: 1 };
}

/** A row that nobody has touched. */
function writeUndecided(entry: Entry): ApplicabilityRow {
  const { freshness: _, ...state } = UNCLAIMED;
  return {
    ...entry,
    ...state,
    level: 'control',
    assessable: true,
    state: ['F', 'P', 'N'],
    applicability: 'undecided',
    reasons: [],
    exclusionReason: '',
    revision: 0,
    implemented: 'no',
    obligations: [],
    hiddenObligations: 0,
    actions: [],
    hiddenActions: 0,
    claims: { confirmed: 0, proposed: 0 },
    controls: [],
    moreControls: 0,
    hiddenControls: 0,
    evidence: { fresh: 0, due: 0, stale: 0, missing: 0, failed: 0 },
    hints: [],
  };
}

const UNTIL: Readonly<Partial<Record<ControlShown['freshness'], string>>> = {
  fresh: '2027-01-30',
  due: '2026-11-12',
  stale: '2026-10-03',
  failed: '2026-11-02',
};

function writeSampleControls(
  index: number,
  state: Omit<State, 'freshness'>,
  freshness: ControlShown['freshness'],
): ControlShown[] {
  const practised = { yes: 'operating', partly: 'partly', no: 'planned' } as const;
  return Array.from({ length: index % 7 === 2 ? 3 : 1 }, (_, nth) => ({
    id: `control-${index}-${nth}`,
    code: `C-${String(index + nth * 20 + 1).padStart(3, '0')}`,
    name: PRACTICES[(index + nth) % PRACTICES.length]!,
    implementation: practised[state.implementation],
    freshness,
    freshUntil: UNTIL[freshness],
  }));
}
