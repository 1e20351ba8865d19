import type { ClauseConformity } from '../clause-conformity/clause-conformity.ts';
import type { Reading } from '../statement-of-applicability/changes/change.ts';
import type { ChangesTold } from '../statement-of-applicability/changes/paired.ts';
import { viewChanges } from './view-changes.ts';

/** How the clauses stand and how what they call for in writing stands, between two answers. */
export function clauseChanges(
  before: Partial<ClauseConformity>,
  after: Partial<ClauseConformity>,
  by: Reading = {},
): ChangesTold {
  return viewChanges(withNeeds(before), withNeeds(after), by);
}

function withNeeds({ rows = [], conditional = [] }: Partial<ClauseConformity>): object {
  return { rows, needs: rows.flatMap(({ needs }) => needs), conditional };
}
