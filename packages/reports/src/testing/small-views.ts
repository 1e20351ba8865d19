import type {
  BookRow,
  ClauseConformity,
  ControlBook,
  EvidenceRegister,
  Ground,
  RegisterPiece,
  ReportChanges,
} from '@concord/views';

/** Members of a row to change; `undefined` takes one away. */
type Said<T> = { readonly [Member in keyof T]?: T[Member] | undefined };

const ground = (view: string): Ground => ({
  view,
  organisation: { id: 'havelmark', name: 'Havelmark Managed Services GmbH' },
  scope: { id: 'organisation', name: 'Havelmark Managed Services GmbH', statement: '' },
  on: '2026-11-22',
  knownAt: 14_320,
  position: 14_320,
  head: '4be1'.repeat(16),
});

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

export function piece(said: Said<RegisterPiece> = {}): RegisterPiece {
  const whole = {
    id: 'piece-1',
    title: 'Review of the third quarter',
    kind: 'upload',
    file: { name: 'review-q3.pdf', hash: 'ab12cd34ef56'.padEnd(64, '0'), size: 14_000 },
    collectedOn: '2026-10-02',
    coversFrom: '2026-07-01',
    coversTo: '2026-09-30',
    outcome: 'works',
    by: 'person-1',
    collector: false,
    codes: ['AC-01'],
    hiddenControls: 0,
    freshness: 'fresh',
    until: '2027-01-02',
    graceUntil: '2027-01-16',
    holds: ['AC-01'],
    past: false,
    named: 'Review of the third quarter (2026-10-02)',
    word: 'fresh',
    ...said,
  };
  return whole as RegisterPiece;
}

/** A piece of each standing, of each kind and outcome. */
export function registerView(said: Partial<EvidenceRegister> = {}): EvidenceRegister {
  const bare = { file: undefined, coversFrom: undefined, coversTo: undefined, holds: [] } as const;
  const lapse = { id: 'control-1', code: 'AC-01', name: 'Access review', holdsUp: {} };
  return {
    ...ground('evidence-register'),
    counts: { fresh: 1, due: 1, stale: 1, failed: 1, neutral: 1, replaced: 1, undated: 1, past: 1 },
    hiddenControls: 2,
    uncovered: { missing: 4, lapsed: 1, failed: 1 },
    lapsing: {
      within: 90,
      to: '2027-02-20',
      rows: [
        { ...lapse, freshness: 'due', until: '2026-11-10', graceUntil: '2026-12-01' },
        {
          ...lapse,
          freshness: 'fresh',
          until: '2027-01-02',
          piece: { id: 'piece-1', title: 'Review of the third quarter', collectedOn: '2026-10-02' },
        },
      ],
    },
    rows: [
      piece(),
      piece({
        ...bare,
        id: '2',
        freshness: 'due',
        kind: 'link',
        link: 'https://example.test/1',
        holds: ['AC-01'],
        codes: ['AC-01', 'AC-02'],
      }),
      piece({
        ...bare,
        id: '3',
        freshness: 'stale',
        kind: 'record',
        record: 'publication/1',
        collector: true,
      }),
      piece({
        ...bare,
        id: '4',
        freshness: 'failed',
        outcome: 'fails',
        until: undefined,
        coversFrom: '2026-09-01',
      }),
      piece({
        ...bare,
        id: '5',
        freshness: 'neutral',
        outcome: 'neutral',
        until: undefined,
        coversTo: '2026-09-01',
      }),
      piece({ ...bare, id: '8', freshness: 'stale', past: true }),
      piece({
        ...bare,
        id: '6',
        freshness: 'replaced',
        replacedBy: { title: 'A newer one', collectedOn: '2026-11-01' },
      }),
      piece({ ...bare, id: '7', freshness: 'undated', until: undefined, codes: [], hiddenControls: 1 }),
    ],
    ...said,
  };
}

/** Changes of each kind between two versions of a Statement of Applicability. */
export function changesView(said: Partial<ReportChanges> = {}): ReportChanges {
  const change = (row: string, what: string, before: string, after: string) => ({
    row,
    what,
    before,
    after,
    sentence: `${row}: ${what}.`,
  });
  const list = { came: ['law: The act'], went: [] };
  return {
    ...ground('changes'),
    report: 'statement-of-applicability',
    from: {
      version: 1,
      on: '2026-03-09',
      position: 9000,
      head: 'a'.repeat(64),
      by: 'person-1',
      note: 'First',
    },
    to: { on: '2026-11-22', position: 14_320, head: '4be1'.repeat(16) },
    rows: [
      change('statement', 'scope', 'Sites', 'Sites and cloud'),
      change('A.5.15', 'applicability', 'undecided', 'applicable'),
      { ...change('A.5.15', 'reasons', '', 'law: The act'), ...list },
      change('A.5.15', 'review', '', '2027-03-09'),
      change('A.5.15', 'implementation', 'no', 'yes'),
      change('A.5.15', 'state', 'Unclaimed', 'Stale: unknown since 2026-10-04'),
      {
        ...change('A.5.15', 'actions', '', ''),
        came: ['Since 2020-01-01 open (Ida Sample, 2027-01-31)'],
        went: [],
      },
      { ...change('A.8.1', 'checks', 'SOA-06', ''), came: [], went: ['SOA-06'] },
    ],
    titles: { 'A.5.15': 'Access control', 'A.8.1': 'User endpoint devices' },
    ...said,
  };
}

type ClauseRow = ClauseConformity['rows'][number];
type Need = ClauseRow['needs'][number];
export type DocumentOfNeed = Need['documents'][number];

export function documentOfNeed(said: Said<DocumentOfNeed> = {}): DocumentOfNeed {
  const whole = {
    id: 'document-1',
    title: 'Security policy',
    kind: 'document',
    version: '2.1',
    approvedOn: '2026-03-03',
    approvedBy: 'person-1',
    reviewOn: '2027-03-03',
    owner: 'person-2',
    link: undefined,
    file: 'policy.pdf',
    state: 'approved',
    ...said,
  };
  return whole as DocumentOfNeed;
}

export function need(said: Partial<Need> = {}): Need {
  return {
    id: 'DOC-02',
    requirement: '5.2',
    kind: 'D',
    title: 'Information security policy',
    checks: ['states the objectives'],
    state: 'approved',
    word: 'approved',
    documents: [documentOfNeed()],
    hiddenDocuments: 0,
    ...said,
  };
}

export function clauseRow(said: Partial<ClauseRow> = {}): ClauseRow {
  return {
    id: '5.2',
    title: 'Policy',
    level: 'subclause',
    assessable: true,
    state: ['F'],
    word: 'Met, as assessed',
    kind: 'assessed',
    mark: 'met',
    claims: { confirmed: 0, proposed: 0 },
    controls: [],
    moreControls: 0,
    hiddenControls: 0,
    evidence: { fresh: 0, due: 0, stale: 0, missing: 0, failed: 0 },
    implementation: 'yes',
    hints: [],
    group: '5',
    groupTitle: 'Leadership',
    items: [{ id: '5.2.a', parent: '5.2', title: 'Fit for purpose' }],
    needs: [need()],
    records: [],
    complete: 'yes',
    missing: [],
    sentence: 'Met, as assessed; nothing that it calls for in writing is missing.',
    ...said,
  };
}

/** A clause of each completeness, a need in each state, and documents beside them. */
export function clauseView(said: Partial<ClauseConformity> = {}): ClauseConformity {
  const scope = need({
    id: 'DOC-01',
    requirement: '4.3',
    title: 'ISMS scope',
    state: 'kept',
    documents: [],
    answeredBy: ['scope-statement'],
  });
  const missing = need({
    id: 'DOC-06',
    requirement: '6.1.3.e',
    also: ['8.3'],
    kind: 'D+R',
    state: 'missing',
    documents: [],
  });
  const stated = {
    kind: 'scope-statement',
    state: 'there',
    count: 1,
    words: 'stated on 2026-02-01',
  } as const;
  const audits = { kind: 'audits', state: 'not-kept', count: 0, words: 'Audits are not kept here.' } as const;
  const open = { word: 'Unclaimed', mark: 'unknown', kind: 'unclaimed', items: [] } as const;
  const numbers = { n: 4, met: 1, possible: 3, unclaimed: 2, unknown: 0, stale: 0, conflict: 0, excluded: 0 };
  const byKind = {
    assessed: 1,
    claimed: 0,
    inferred: 0,
    indicative: 0,
  } as ClauseConformity['numbers']['byKind'];
  const past = documentOfNeed({ state: 'past-review', reviewOn: '2026-05-01', approvedBy: undefined });
  const draft = documentOfNeed({
    state: 'draft',
    approvedOn: undefined,
    link: 'https://example.test',
    file: undefined,
  });
  return {
    ...ground('clause-conformity'),
    framework: { id: 'iso27001-2022', title: 'ISO/IEC 27001', edition: '2022', hash: 'c'.repeat(64) },
    numbers: { ...numbers, byKind } as ClauseConformity['numbers'],
    completeMeans: 'Our own computation.',
    complete: { yes: 1, no: 2, unknown: 1 },
    written: { approved: 1, kept: 1, 'past-review': 1, draft: 1, incomplete: 0, missing: 1 },
    rows: [
      clauseRow({
        ...open,
        id: '4.3',
        group: '4',
        groupTitle: 'Context',
        needs: [scope],
        records: [stated],
        complete: 'unknown',
      }),
      clauseRow(),
      clauseRow({
        ...open,
        id: '6.1.3',
        group: '6',
        groupTitle: 'Planning',
        needs: [missing, need({ id: 'DOC-04', state: 'past-review', documents: [past] })],
        records: [audits],
        complete: 'no',
        missing: ['DOC-06 (no document)'],
      }),
      clauseRow({
        ...open,
        id: '8.3',
        group: '8',
        groupTitle: 'Operation',
        needs: [
          missing,
          need({ id: 'DOC-13', kind: 'R', state: 'draft', documents: [draft], hiddenDocuments: 1 }),
        ],
        complete: 'no',
        missing: ['DOC-13'],
      }),
    ],
    conditional: [
      {
        ...need({ id: 'DOC-A.8.9', requirement: 'A.8.9' }),
        control: 'A.8.9',
        controlTitle: 'Configuration management',
        necessary: 'yes',
        condition: '',
      },
      {
        ...need({ id: 'DOC-A.6.6', requirement: 'A.6.6', state: 'missing', documents: [] }),
        control: 'A.6.6',
        controlTitle: 'Confidentiality agreements',
        necessary: 'no',
        condition: '',
      },
    ],
    further: {
      documents: [documentOfNeed({ id: 'document-9', title: 'Travel rules', version: '' })],
      hiddenDocuments: 1,
    },
    ...said,
  };
}
