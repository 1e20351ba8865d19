import { assessableOf } from '@concord/catalog';
import type { Refusal, ScopeStatement } from '@concord/programme';
import { type Envelope, type Opened, openView, type ViewAsked } from '../envelope.ts';
import { checkStatement, type StatementChecks } from './checks/checks.ts';
import { type FurtherRow, furtherShown, readFurther } from './rows/further.ts';
import { annexA, linksOf } from './rows/linked.ts';
import { type ApplicabilityRow, type Ground, type ImplementationValues, readRow, rowOf } from './rows/row.ts';

export interface StatementOfApplicability extends Envelope, StatementChecks {
  /** Whether `implemented` knows what is partly in place. */
  readonly implementationValues: ImplementationValues;
  /** Clause 4.3, for this scope; absent while nobody has stated it. */
  readonly scopeStatement?: Omit<ScopeStatement, 'seq'>;
  readonly rows: readonly ApplicabilityRow[];
  /** Controls of our own that are necessary beside those of Annex A. */
  readonly further: readonly FurtherRow[];
  /** Those of them that the reader may not see. */
  readonly hiddenFurther: number;
}

/**
 * Clause 6.1.3 d: every necessary control, why, and whether it is implemented, and of Annex A also why not. Implementation
 * is what the organisation states of its controls; the state beside it is what evidence shows.
 */
export function statementOfApplicability(
  asked: ViewAsked,
  values: ImplementationValues = 'three',
): StatementOfApplicability | { refusal: Refusal } {
  const opened = openView(asked, annexA);
  if ('refusal' in opened) return opened;
  return opened.again(`soa ${values}`, () => statementOf(asked, opened, values));
}

function statementOf(
  asked: ViewAsked,
  opened: Opened,
  values: ImplementationValues,
): StatementOfApplicability {
  const listed = assessableOf(opened.framework).filter((requirement) => requirement.level === 'control');
  const links = linksOf(asked.programme, { scope: opened.scope, on: asked.on });
  const ground: Ground = { opened, asked, links, values };
  const reads = listed.map((requirement) => readRow(requirement, ground));
  const further = readFurther(ground);
  const ids = listed.map((requirement) => requirement.id);
  return {
    ...opened.envelope('statement-of-applicability', ids),
    implementationValues: values,
    ...statementShown(asked, opened.scope),
    rows: reads.map((read) => rowOf(read, ground)),
    ...furtherShown(further, ground),
    ...checkStatement(reads, further, ground),
  };
}

function statementShown({ programme }: ViewAsked, scope: string) {
  const stated = programme.governance.scopeStatements.get(scope);
  if (!stated) return {};
  const { seq: _seq, ...scopeStatement } = stated;
  return { scopeStatement };
}
