import { documentedInformationOf } from '@concord/catalog';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  on,
  type RecordedFact,
  type Refusal,
  record,
  refuse,
} from '../../foundation/index.ts';
import type { Governance, WithGovernance } from '../governance.ts';
import { placed, refuseReferences, refuseUnadopted } from '../references/index.ts';
import {
  type Changes,
  changed,
  changesOf,
  type Documented,
  type NeedNamed,
  recordReviewed,
  type StoredFile,
  standingFrom,
  twinOf,
  updated,
} from '../registers/index.ts';
import type { AddDocument, ChangeDocument } from './inputs.ts';

type DocumentData = Pick<Documented, 'kind' | 'meets' | 'owner' | 'reviewOn' | 'link' | 'file' | 'scope'> & {
  title?: string;
  version?: string;
};
type DocumentChanges = Changes<
  DocumentData & Pick<Documented, 'status' | 'approvedOn' | 'approvedBy' | 'retiredOn' | 'standings'>
> & {
  /** Day from which it is of another version or content. */
  changedOn?: string;
};

/** With the file as the server keeps it, in place of its hash. */
export type AddDocumentTakenIn = Omit<AddDocument, 'file'> & { file?: StoredFile | undefined };
export type ChangeDocumentTakenIn = Omit<ChangeDocument, 'file'> & { file?: StoredFile | undefined };

const free = ['title', 'version', 'link', 'file'] as const;
const bare = { title: '', version: '' };
export const documentAdded = factType<DocumentData>('DocumentAdded', 1, free);
/** How it stood before is said here only where a command is undone. */
export const documentChanged = factType<DocumentChanges>('DocumentChanged', 1, [...free, 'standings']);

/** Clause 7.5: what is written down or kept, and which needs of the frameworks it meets. It begins as a draft. */
export function addDocument(state: WithGovernance, input: AddDocumentTakenIn, now: Circumstances): Decision {
  const refusal =
    refuseNeeds(state, input.meets) ?? refuseReferences(state, input) ?? refuseTwin(state.governance, input);
  if (refusal) return { refusal };
  return recordReviewed(documentAdded.of({ kind: 'document', id: now.newId() }, input), input, now);
}

/** Clause 7.5.2 c: what was approved is one version; with another, or another content, it is a draft again. */
export function changeDocument(
  state: WithGovernance,
  { document, ...asked }: ChangeDocumentTakenIn,
  now: Circumstances,
): Decision {
  const before = documentInForce(state.governance, document);
  if ('refusal' in before) return before;
  const changes = changesOf(before, asked, bare);
  if (Object.keys(changes).length === 0) return record();
  const refusal =
    refuseNeeds(state, changes.meets) ??
    refuseReferences(state, asked) ??
    refuseTwin(state.governance, { ...before, ...changes });
  if (refusal) return { refusal };
  const isOther = ['version', 'link', 'file'].some((member) => member in changes);
  const drafted = { status: 'draft', approvedOn: null, approvedBy: null, changedOn: now.today } as const;
  const data = { ...changes, ...(isOther ? drafted : {}) };
  return recordReviewed(documentChanged.of({ kind: 'document', id: before.id }, data), changes, now);
}

export function documentInForce(governance: Governance, id: string): Documented | { refusal: Refusal } {
  const document = governance.documents.get(id);
  if (!document) return refuse('missing', 'document.unknown', { document: id, at: 'document' });
  const { title, status, retiredOn = '' } = document;
  return status === 'retired' ? refuse('conflict', 'document.retired', { title, retiredOn }) : document;
}

/** Needs are listed for frameworks of ours; who names one has adopted the framework. */
function refuseNeeds(state: WithGovernance, meets: readonly NeedNamed[] = []): Refusal | undefined {
  for (const [at, { framework, need }] of meets.entries()) {
    const place = `meets[${at}]`;
    if (!state.governance.adoptions.has(framework))
      return placed(refuseUnadopted(state, framework).refusal, place).refusal;
    const needs = documentedInformationOf(framework).map(({ id }) => id);
    if (needs.includes(need)) continue;
    const known = needs.join(', ') || '–';
    return refuse('refused', 'document.need-unknown', { framework, need, known, at: `${place}.need` })
      .refusal;
  }
  return undefined;
}

export function refuseTwin({ documents }: Governance, one: { readonly [M in keyof Documented]?: unknown }) {
  const inForce = documents.filter(({ status }) => status !== 'retired');
  const twin = twinOf(inForce, one, ['kind', 'title', 'scope']);
  const params = twin && { title: twin.title, document: twin.id, at: 'title' };
  return params && refuse('conflict', 'document.exists', params).refusal;
}

export const documentEvolvers: readonly Evolver<Governance>[] = [
  on(documentAdded, (state: Governance, { record: { id }, data, seq }: RecordedFact<DocumentData>) => {
    const { title = '', version = '', ...rest } = data;
    const standing = { status: 'draft', version } as const;
    const standings = [{ from: '', value: standing }];
    const document = { ...rest, id, title, ...standing, standings, seq };
    return { ...state, documents: state.documents.set(id, document) };
  }),
  on(documentChanged, (state: Governance, fact: RecordedFact<DocumentChanges>) => ({
    ...state,
    documents: updated(state.documents, fact.record.id, (before) => changedBy(before, fact)),
  })),
];

function changedBy(before: Documented, fact: RecordedFact<DocumentChanges>): Documented {
  const { changedOn, ...data } = fact.data;
  const now = changed(before, { ...fact, data }, bare);
  const drafted = changedOn && standingFrom(now, changedOn, { status: 'draft', version: now.version });
  const replaced = data.file !== undefined && before.file;
  const earlier = replaced ? { earlierFiles: [...(before.earlierFiles ?? []), replaced.hash] } : {};
  // Erased in a fact that took something back: how it stands now is known, how it stood no more.
  const { status, version, approvedOn, approvedBy } = now;
  const standings = now.standings ?? [{ from: '', value: { status, version, approvedOn, approvedBy } }];
  return { ...now, standings, ...drafted, ...earlier };
}
