import type { AnsweringRecord } from '@concord/catalog';
import { documentOn, holdsScope, publicationsOf } from '@concord/programme';
import type { Opened, ViewAsked } from '../envelope.ts';
import { type Say, sayIn } from '../language/say.ts';
import { bearsOn, isInForce } from '../obligations/in-force.ts';

/** Records that Concord keeps and that answer a clause. */
type KeptRecord = AnsweringRecord | 'issues' | 'parties';

/** Records that a clause is about and that are not kept here: something else has to show them. */
type OtherRecord =
  | 'objectives'
  | 'risks'
  | 'competence'
  | 'awareness'
  | 'communication'
  | 'audits'
  | 'reviews'
  | 'nonconformities';

/** What there is of one kind of record that a clause is about. */
export interface RecordShown {
  readonly kind: KeptRecord | OtherRecord;
  /** `not-kept`: Concord has no such records yet, so a document or evidence has to show it. Never as good as there. */
  readonly state: 'there' | 'incomplete' | 'missing' | 'not-kept';
  readonly count: number;
  readonly words: string;
}

/** Which clause of ISO/IEC 27001 is about which records. Our reading. */
const recordsOfClause: Readonly<Record<string, readonly RecordShown['kind'][]>> = {
  '4.1': ['issues'],
  '4.2': ['parties'],
  '4.3': ['scope-statement'],
  '6.1.2': ['risks'],
  '6.1.3': ['statement-of-applicability-published', 'risks'],
  '6.2': ['objectives'],
  '7.2': ['competence'],
  '7.3': ['awareness'],
  '7.4': ['communication'],
  '7.5.1': ['documents'],
  '7.5.2': ['documents'],
  '8.1': ['evidence'],
  '8.2': ['risks'],
  '8.3': ['risks'],
  '9.1': ['evidence'],
  '9.2.1': ['audits'],
  '9.2.2': ['audits'],
  '9.3.1': ['reviews'],
  '9.3.2': ['reviews'],
  '9.3.3': ['reviews'],
  '10.2': ['nonconformities'],
  'A.5.31': ['obligations'],
};

export interface KeptAsked {
  readonly asked: ViewAsked;
  readonly opened: Opened;
  /** The clause, or the control of Annex A. */
  readonly requirement: string;
}

export function recordsOn(kept: KeptAsked): RecordShown[] {
  return (recordsOfClause[kept.requirement] ?? []).map((kind) => {
    const show = shown[kind as KeptRecord];
    return show ? { kind, ...show(kept) } : notKept(kind, sayIn(kept.asked));
  });
}

function notKept(kind: RecordShown['kind'], say: Say): RecordShown {
  const what = say(`clause.record-${kind}`);
  return { kind, state: 'not-kept', count: 0, words: say('clause.not-kept', { what }) };
}

type Show = (kept: KeptAsked) => Omit<RecordShown, 'kind'>;

const shown: Readonly<Record<KeptRecord, Show>> = {
  issues: showIssues,
  parties: showParties,
  obligations: showObligations,
  'scope-statement': showScope,
  'statement-of-applicability-published': showPublished,
  documents: showDocuments,
  evidence: showEvidence,
};

/** Not ended by the day asked about. */
function inForce<T extends { readonly endedOn?: string | undefined }>(
  all: { readonly values: () => Iterable<T> },
  on: string,
): T[] {
  return [...all.values()].filter((each) => isInForce(each, on));
}

/** Clause 4.1; Amendment 1:2024 wants a decision whether climate change is relevant, whichever it is. */
function showIssues({ asked }: KeptAsked): Omit<RecordShown, 'kind'> {
  const say = sayIn(asked);
  const issues = inForce(asked.programme.governance.issues, asked.on);
  const climate = issues.filter((issue) => issue.climate);
  const relevant = issues.filter((issue) => issue.relevant).length;
  const decision =
    climate.length === 0 ? 'undecided' : climate.some((issue) => issue.relevant) ? 'yes' : 'no';
  const state =
    issues.length === 0 ? 'missing' : climate.length === 0 || relevant === 0 ? 'incomplete' : 'there';
  const words = say(issues.length === 0 ? 'clause.issues-none' : 'clause.issues', {
    relevant,
    climate: say(`clause.climate-${decision}`),
  });
  return { state, count: issues.length, words };
}

/** Clause 4.2: who they are, what they ask, and what of it the programme answers to. */
function showParties({ asked, opened }: KeptAsked): Omit<RecordShown, 'kind'> {
  const say = sayIn(asked);
  const { governance } = asked.programme;
  const parties = inForce(governance.parties, asked.on).length;
  const obligations = obligationsIn(asked, opened).length;
  const state = parties === 0 ? 'missing' : 'there';
  return {
    state,
    count: parties,
    words: say(parties === 0 ? 'clause.parties-none' : 'clause.parties', { parties, obligations }),
  };
}

function showObligations({ asked, opened }: KeptAsked): Omit<RecordShown, 'kind'> {
  const say = sayIn(asked);
  const obligations = obligationsIn(asked, opened);
  const unread = obligations.filter(({ reviewOn }) => reviewOn !== undefined && reviewOn < asked.on).length;
  const state = obligations.length === 0 ? 'missing' : unread > 0 ? 'incomplete' : 'there';
  const words = say(obligations.length === 0 ? 'clause.obligations-none' : 'clause.obligations', {
    obligations: obligations.length,
    unread,
  });
  return { state, count: obligations.length, words };
}

function obligationsIn({ programme, on }: ViewAsked, { scope }: Opened) {
  const { governance } = programme;
  return inForce(governance.obligations, on).filter((each) => bearsOn(governance, each, scope));
}

/** Clause 4.3: what is covered, where it ends and what crosses its edge. */
function showScope({ asked, opened }: KeptAsked): Omit<RecordShown, 'kind'> {
  const say = sayIn(asked);
  const stated = asked.programme.governance.scopeStatements.get(opened.scope);
  if (!stated || stated.statement === '' || stated.statedOn > asked.on) {
    return { state: 'missing', count: 0, words: say('clause.scope-missing') };
  }
  const members = ['boundaries', 'interfaces'] as const;
  const lacks = members.filter((member) => stated[member] === '').map((each) => say(`clause.scope-${each}`));
  const overdue = stated.reviewOn !== undefined && stated.reviewOn < asked.on;
  const key =
    lacks.length > 0 ? 'clause.scope-lacks' : overdue ? 'clause.scope-overdue' : 'clause.scope-stated';
  const { statedOn, reviewOn = '' } = stated;
  const words = say(key, { lacks: lacks.join(', '), statedOn, reviewOn });
  return { state: key === 'clause.scope-stated' ? 'there' : 'incomplete', count: 1, words };
}

/** Clause 6.1.3 d: a version that was handed out, not the view that anybody can ask for at any time. */
function showPublished({ asked, opened }: KeptAsked): Omit<RecordShown, 'kind'> {
  const say = sayIn(asked);
  const wanted = { report: 'statement-of-applicability', scope: opened.scope };
  const published = publicationsOf(asked.programme.governance, wanted).filter(({ on }) => on <= asked.on);
  const latest = published.at(-1);
  if (!latest) return { state: 'missing', count: 0, words: say('clause.published-none') };
  const { version, on } = latest;
  return { state: 'there', count: published.length, words: say('clause.published', { version, on }) };
}

/** Clause 7.5: the register of documented information itself. */
function showDocuments({ asked, opened }: KeptAsked): Omit<RecordShown, 'kind'> {
  const say = sayIn(asked);
  const { governance } = asked.programme;
  const documents = [...governance.documents.values()]
    .filter(({ scope }) => holdsScope(governance, scope, opened.scope))
    .map((document) => documentOn(document, asked.on))
    .filter(({ status }) => status !== 'retired');
  const approved = documents.filter(({ status }) => status === 'approved');
  const overdue = approved.filter(({ reviewOn = '9' }) => reviewOn < asked.on).length;
  const state =
    documents.length === 0 ? 'missing' : approved.length === 0 || overdue > 0 ? 'incomplete' : 'there';
  const params = { documents: documents.length, approved: approved.length, overdue };
  return {
    state,
    count: documents.length,
    words: say(documents.length === 0 ? 'clause.documents-none' : 'clause.documents', params),
  };
}

/** What shows that the controls claimed for the clause run. */
function showEvidence({ asked, opened, requirement }: KeptAsked): Omit<RecordShown, 'kind'> {
  const say = sayIn(asked);
  const { fresh, due, stale, failed } = opened.row(requirement).evidence;
  const counting = fresh + due;
  const state = counting === 0 ? 'missing' : stale + failed > 0 ? 'incomplete' : 'there';
  const params = { counting, stale, failed };
  return {
    state,
    count: counting,
    words: say(counting + stale + failed === 0 ? 'clause.evidence-none' : 'clause.evidence', params),
  };
}
