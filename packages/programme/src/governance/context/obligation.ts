import type { Refusal } from '../../foundation/index.ts';
import type { WithGovernance } from '../governance.ts';
import { refuseReferences, requirementsNamed } from '../references/index.ts';
import { type Obligation, register, type Said } from '../registers/index.ts';

/** Clause 4.2 c and A.5.31: what is asked of the organisation, and which requirements it answers that by. */
export const obligations = register({
  table: 'obligations',
  kind: 'obligation',
  facts: ['ObligationAdded', 'ObligationChanged', 'ObligationEnded'],
  texts: ['title', 'reference', 'asks'],
  same: ['kind', 'title', 'scope'],
  read: withRequirements,
  refuse: refuseReferences,
});

/** Its requirements each once, and as their editions write them. */
function withRequirements(
  state: WithGovernance,
  said: Said<Obligation>,
): Said<Obligation> | { refusal: Refusal } {
  if (!said.requirements) return said;
  const requirements = requirementsNamed(state, said.requirements);
  return 'refusal' in requirements ? requirements : { ...said, requirements };
}
