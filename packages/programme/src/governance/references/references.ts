import { type Refusal, refuse } from '../../foundation/index.ts';
import type { WithGovernance } from '../governance.ts';
import { hasScope } from '../scope.ts';

/** What the records of several registers refer to; null takes a member away, undefined says nothing of it. */
interface Referring {
  readonly owner?: string | null | undefined;
  readonly scope?: string | null | undefined;
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
  if (scope && !hasScope(governance, scope)) {
    return refuse('refused', 'scope.unknown', { scope, at: 'scope' }).refusal;
  }
  if (party && !governance.parties.has(party)) {
    return refuse('refused', 'party.unknown', { party, at: 'party' }).refusal;
  }
  return undefined;
}
