import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  on,
  type RecordedFact,
  record,
  refuse,
} from '../../foundation/index.ts';
import type { Governance, WithGovernance } from '../governance.ts';
import {
  type Documented,
  dayReached,
  recordRemoved,
  recordReviewed,
  standingFrom,
  updated,
  type WayBack,
  wayBackOf,
} from '../registers/index.ts';
import { documentAdded, documentChanged, documentInForce, refuseTwin } from './document.ts';
import type { ApproveDocument, RetireDocument } from './inputs.ts';

interface ApprovedData {
  version?: string;
  approvedOn: string;
  approvedBy: string;
  reviewOn?: string | undefined;
}

interface RetiredData {
  retiredOn: string;
  reason?: string | undefined;
}

const documentApproved = factType<ApprovedData>('DocumentApproved', 1, ['version']);
const documentRetired = factType<RetiredData>('DocumentRetired', 1, ['reason']);

/** Clause 7.5.2 c: one version is found suitable and adequate, by whom and on which day. */
export function approveDocument(state: WithGovernance, input: ApproveDocument, now: Circumstances): Decision {
  const found = documentInForce(state.governance, input.document);
  if ('refusal' in found) return found;
  const { version = found.version, approver: approvedBy = now.actor, reviewOn } = input;
  if (!state.governance.people.has(approvedBy))
    return refuse('refused', 'person.unknown', { person: approvedBy, at: 'approver' });
  const approvedOn = dayReached(input, now);
  if (typeof approvedOn !== 'string') return approvedOn;
  if (found.status === 'approved' && found.version === version)
    return refuse('conflict', 'document.approved', { title: found.title, version, at: 'version' });
  const data = { version, approvedOn, approvedBy, reviewOn };
  const decision = recordReviewed(documentApproved.of({ kind: 'document', id: found.id }, data), input, now);
  return version === found.version ? decision : withOtherVersion(decision, version, found.version);
}

/** Approved under another version than the register had: that is the version from now on, and is said. */
function withOtherVersion(decision: Decision, version: string, before: string): Decision {
  if ('refusal' in decision) return decision;
  const notice = { code: 'document.version-other', params: { version, before } };
  return { ...decision, notices: [...(decision.notices ?? []), notice] };
}

/** It is no longer in force; what it was is kept. */
export function retireDocument(state: WithGovernance, input: RetireDocument, now: Circumstances): Decision {
  const found = documentInForce(state.governance, input.document);
  if ('refusal' in found) return found;
  const retiredOn = dayReached(input, now);
  if (typeof retiredOn !== 'string') return retiredOn;
  const { reason } = input;
  return record(documentRetired.of({ kind: 'document', id: found.id }, { retiredOn, reason }));
}

/** One that was added is gone; else it is as it was. An approval is never taken back: another is given. */
export const documentWayBack: WayBack<WithGovernance> = wayBackOf<WithGovernance, Documented>({
  types: [documentAdded.type, documentChanged.type, documentRetired.type],
  recordIn: ({ governance }, id) => governance.documents.get(id),
  apart: ['earlierFiles'],
  called: ({ title }) => title,
  gone: (named) => recordRemoved.of(named, {}),
  restored: (named, members) => documentChanged.of(named, members),
  refuse: ({ governance }, earlier) =>
    earlier.status === 'retired' ? undefined : refuseTwin(governance, earlier),
});

export const approvalEvolvers: readonly Evolver<Governance>[] = [
  on(documentApproved, (state: Governance, { record: { id }, data, seq }: RecordedFact<ApprovedData>) => ({
    ...state,
    documents: updated(state.documents, id, (before) => {
      const { version = '', approvedOn, approvedBy, ...reviewed } = data;
      const standing = { status: 'approved', version, approvedOn, approvedBy } as const;
      return { ...before, ...reviewed, ...standing, ...standingFrom(before, approvedOn, standing), seq };
    }),
  })),
  on(documentRetired, (state: Governance, { record: { id }, data, seq }: RecordedFact<RetiredData>) => ({
    ...state,
    documents: updated(state.documents, id, (before) => {
      const { version, approvedOn, approvedBy } = before;
      const { retiredOn } = data;
      const standing = { status: 'retired', version, approvedOn, approvedBy, retiredOn } as const;
      return { ...before, ...standing, ...standingFrom(before, retiredOn, standing), seq };
    }),
  })),
];
