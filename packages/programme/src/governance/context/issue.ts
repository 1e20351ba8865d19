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
import { dayReached, recordReviewed, refuseReferences } from '../references/index.ts';
import {
  type Changes,
  type ContextIssue,
  changed,
  changesOf,
  type EndedData,
  twinOf,
  updated,
} from '../registers/index.ts';
import type { AddIssue, ChangeIssue, EndIssue } from './inputs.ts';

type IssueData = Omit<ContextIssue, 'id' | 'title' | 'effect' | 'endedOn' | 'seq'> & {
  title?: string;
  effect?: string;
};

const free = ['title', 'effect'] as const;
const bare = { title: '', effect: '' };
const issueAdded = factType<IssueData>('IssueAdded', 1, free);
const issueChanged = factType<Changes<IssueData>>('IssueChanged', 1, free);
const issueEnded = factType<EndedData>('IssueEnded', 1, ['reason']);

/** Clause 4.1; that climate change was looked at is one issue too, relevant or not (Amendment 1:2024). */
export function addIssue(state: WithGovernance, input: AddIssue, now: Circumstances): Decision {
  const refusal = refuseReferences(state, input) ?? refuseTwin(state.governance, input);
  if (refusal) return { refusal };
  return recordReviewed(issueAdded.of({ kind: 'issue', id: now.newId() }, input), input, now);
}

export function changeIssue(
  state: WithGovernance,
  { issue, ...asked }: ChangeIssue,
  now: Circumstances,
): Decision {
  const before = issueInForce(state.governance, issue);
  if ('refusal' in before) return before;
  const changes = changesOf(before, asked, bare);
  if (Object.keys(changes).length === 0) return record();
  const refusal = refuseReferences(state, asked) ?? refuseTwin(state.governance, { ...before, ...changes });
  if (refusal) return { refusal };
  return recordReviewed(issueChanged.of({ kind: 'issue', id: before.id }, changes), changes, now);
}

/** It no longer bears on the programme; that it did stays in the register. */
export function endIssue(state: WithGovernance, input: EndIssue, now: Circumstances): Decision {
  const found = issueInForce(state.governance, input.issue);
  if ('refusal' in found) return found;
  const endedOn = dayReached(input, now);
  if (typeof endedOn !== 'string') return endedOn;
  const { reason } = input;
  return record(issueEnded.of({ kind: 'issue', id: found.id }, { endedOn, reason }));
}

function issueInForce(governance: Governance, id: string): ContextIssue | { refusal: Refusal } {
  const issue = governance.issues.get(id);
  if (!issue) return refuse('missing', 'issue.unknown', { issue: id, at: 'issue' });
  const { title, endedOn } = issue;
  return endedOn === undefined ? issue : refuse('conflict', 'issue.ended', { title, endedOn });
}

function refuseTwin(
  { issues }: Governance,
  one: { readonly [M in keyof ContextIssue]?: unknown },
): Refusal | undefined {
  const twin = twinOf(issues, one, ['kind', 'title']);
  return (
    twin && refuse('conflict', 'issue.exists', { title: twin.title, issue: twin.id, at: 'title' }).refusal
  );
}

export const issueEvolvers: readonly Evolver<Governance>[] = [
  on(issueAdded, (state: Governance, { record: { id }, data, seq }: RecordedFact<IssueData>) => ({
    ...state,
    issues: state.issues.set(id, { ...bare, ...data, id, seq }),
  })),
  on(issueChanged, (state: Governance, fact: RecordedFact<object>) => ({
    ...state,
    issues: updated(state.issues, fact.record.id, (before) => changed(before, fact, bare)),
  })),
  on(issueEnded, (state: Governance, { record: { id }, data, seq }: RecordedFact<EndedData>) => ({
    ...state,
    issues: updated(state.issues, id, (before) => ({ ...before, endedOn: data.endedOn, seq })),
  })),
];
