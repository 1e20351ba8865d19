import {
  type Circumstances,
  type Decision,
  type Fact,
  type Refusal,
  refuse,
} from '../../foundation/index.ts';
import type { WithGovernance } from '../governance.ts';
import { hasScope } from '../scope.ts';

/** What the records of several registers refer to; null takes a member away, undefined says nothing of it. */
interface Referring {
  readonly owner?: string | null | undefined;
  readonly scope?: string | undefined;
  readonly party?: string | null | undefined;
}

/** Whom or what a record names has to be there. */
export function refuseReferences(
  { governance }: WithGovernance,
  { owner, scope, party }: Referring,
): Refusal | undefined {
  if (owner && !governance.people.has(owner)) {
    return refuse('refused', 'person.unknown', { person: owner, at: 'owner' }).refusal;
  }
  if (scope !== undefined && !hasScope(governance, scope)) {
    return refuse('refused', 'scope.unknown', { scope, at: 'scope' }).refusal;
  }
  if (party && !governance.parties.has(party)) {
    return refuse('refused', 'party.unknown', { party, at: 'party' }).refusal;
  }
  return undefined;
}

/** The day from which something holds, today when none is named: what is recorded has happened. */
export function dayReached(
  { effective }: { readonly effective?: string | undefined },
  { today }: Circumstances,
): string | { refusal: Refusal } {
  if (effective === undefined || effective <= today) return effective ?? today;
  return refuse('refused', 'date.future', { date: effective, at: 'effective' });
}

/** Records a fact. A review day that is past is taken as it is, and told: the review is overdue. */
export function recordReviewed(
  fact: Fact,
  { reviewOn }: { readonly reviewOn?: string | null | undefined },
  { today }: Circumstances,
): Decision {
  if (!reviewOn || reviewOn >= today) return { facts: [fact] };
  return { facts: [fact], notices: [{ code: 'review.past', params: { reviewOn } }] };
}
