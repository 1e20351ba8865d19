import type { DocumentedNeed } from '@concord/catalog';
import { type Documented, documentOn, holdsScope } from '@concord/programme';
import type { Opened, ViewAsked } from '../envelope.ts';
import { sayIn } from '../language/say.ts';
import { maySee } from '../reader.ts';
import type { RecordShown } from './kept.ts';

/** How a document stands on the day; one that is past its review may still be in force. */
export type DocumentState = 'approved' | 'past-review' | 'draft';

export interface DocumentShown
  extends Pick<
    Documented,
    'id' | 'title' | 'kind' | 'version' | 'approvedOn' | 'approvedBy' | 'reviewOn' | 'owner' | 'link'
  > {
  readonly state: DocumentState;
  /** Name of the file, where it is kept here. */
  readonly file?: string;
}

/** Something that is to be written down or kept, and whether it is. */
export interface NeedShown extends DocumentedNeed {
  /** The best of what there is; `kept` where a record of Concord itself answers it, `incomplete` where it does in part. */
  readonly state: DocumentState | 'kept' | 'incomplete' | 'missing';
  readonly word: string;
  readonly documents: readonly DocumentShown[];
  /** Documents that the reader may not see. */
  readonly hiddenDocuments: number;
}

const best = ['approved', 'past-review', 'draft'] as const;

/** Whether what a need calls for is there: documents that say so, or a record that answers it by itself. */
export function showNeed(
  need: DocumentedNeed,
  { asked, opened }: { asked: ViewAsked; opened: Opened },
  records: readonly RecordShown[],
): NeedShown {
  const meeting = documentsFor(need, asked, opened);
  const states = meeting.map((document) => stateOf(document, asked.on));
  const answering = records.filter(({ kind }) => need.answeredBy?.some((each) => each === kind));
  const kept = answering.some(({ state }) => state === 'there');
  const begun = answering.some(({ state }) => state === 'incomplete');
  const written = best.find((state) => states.includes(state));
  const recorded = kept ? 'kept' : begun ? 'incomplete' : 'missing';
  const state = kept && written !== 'approved' ? recorded : (written ?? recorded);
  const visible = meeting.filter(({ owner }) => maySee(asked.reader, owner));
  return {
    ...need,
    state,
    word: sayIn(asked)(`clause.need-${state}`),
    documents: visible.map((document) => showDocument(document, asked.on)),
    hiddenDocuments: meeting.length - visible.length,
  };
}

type Met = Documented['meets'][number];

function documentsFor({ id }: DocumentedNeed, asked: ViewAsked, opened: Opened): Documented[] {
  const isIt = ({ framework, need }: Met) => framework === opened.framework.id && need === id;
  return documentsIn(asked, opened, ({ meets }) => meets.some(isIt));
}

/** Those not retired, as they stood on the day, for the scope asked about or one that holds it; by title. */
function documentsIn(
  { programme, on }: ViewAsked,
  { scope }: Opened,
  isWanted: (document: Documented) => boolean,
): Documented[] {
  const { governance } = programme;
  return governance.documents
    .valueSeq()
    .filter((document) => isWanted(document) && holdsScope(governance, document.scope, scope))
    .map((document) => documentOn(document, on))
    .filter(({ status }) => status !== 'retired')
    .sortBy(({ title }) => title)
    .toArray();
}

export interface FurtherDocuments {
  readonly documents: readonly DocumentShown[];
  readonly hiddenDocuments: number;
}

/** Clause 7.5.1 b: what the organisation itself found necessary, and what other frameworks call for. */
export function furtherDocuments(
  asked: ViewAsked,
  opened: Opened,
  needs: readonly DocumentedNeed[],
): FurtherDocuments {
  const listed = new Set(needs.map(({ id }) => id));
  const answers = ({ framework, need }: Met) => framework === opened.framework.id && listed.has(need);
  const further = documentsIn(asked, opened, ({ meets }) => !meets.some(answers));
  const visible = further.filter(({ owner }) => maySee(asked.reader, owner));
  return {
    documents: visible.map((document) => showDocument(document, asked.on)),
    hiddenDocuments: further.length - visible.length,
  };
}

function stateOf({ status, reviewOn }: Documented, on: string): DocumentState {
  if (status !== 'approved') return 'draft';
  return reviewOn !== undefined && reviewOn < on ? 'past-review' : 'approved';
}

function showDocument(document: Documented, on: string): DocumentShown {
  const { id, title, kind, version, approvedOn, approvedBy, reviewOn, owner, link, file } = document;
  const shown = { id, title, kind, version, approvedOn, approvedBy, reviewOn, owner, link };
  return { ...shown, state: stateOf(document, on), ...(file ? { file: file.name } : {}) };
}
