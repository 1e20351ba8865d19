import type { ClauseConformity } from '@concord/views';
import { ground, type Said } from './ground.ts';

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
        records: [],
      },
      {
        ...need({ id: 'DOC-A.5.31', requirement: 'A.5.31', state: 'incomplete', documents: [] }),
        answeredBy: ['obligations'],
        control: 'A.5.31',
        controlTitle: 'Legal requirements',
        necessary: 'yes',
        condition: '',
        records: [{ kind: 'obligations', state: 'incomplete', count: 8, words: 'obligations: 8' }],
      },
      {
        ...need({ id: 'DOC-A.6.6', requirement: 'A.6.6', state: 'missing', documents: [] }),
        control: 'A.6.6',
        controlTitle: 'Confidentiality agreements',
        necessary: 'no',
        condition: '',
        records: [],
      },
    ],
    further: {
      documents: [documentOfNeed({ id: 'document-9', title: 'Travel rules', version: '' })],
      hiddenDocuments: 1,
    },
    ...said,
  };
}
