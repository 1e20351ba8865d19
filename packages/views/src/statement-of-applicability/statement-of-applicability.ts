import { assessableOf, isStarterReason } from '@concord/catalog';
import type { Refusal, ScopeStatement } from '@concord/programme';
import type { Standing } from '../coverage/feed.ts';
import { type Envelope, type Opened, openView, type ViewAsked } from '../envelope.ts';
import { checkStatement, type StatementChecks } from './checks/checks.ts';
import { type FurtherRow, furtherShown, readFurther } from './rows/further.ts';
import { annexA, linksOf } from './rows/linked.ts';
import {
  type ApplicabilityRow,
  type Ground,
  type ImplementationValues,
  type RowRead,
  readRow,
  rowOf,
} from './rows/row.ts';

export interface StatementOfApplicability extends Envelope, StatementChecks {
  /** Whether `implemented` knows what is partly in place. */
  readonly implementationValues: ImplementationValues;
  /** Clause 4.3, for this scope; absent while nobody has stated it. */
  readonly scopeStatement?: Omit<ScopeStatement, 'seq'>;
  readonly rows: readonly ApplicabilityRow[];
  /**
   * Rows whose reason still stands as it was proposed at the start, and none of them comes from risk; absent where there
   * are none.
   */
  readonly asProposed?: number;
  /** What works already and is only proposed for what is necessary; absent where there is none. */
  readonly awaiting?: Awaiting;
  /** Controls of our own that are necessary beside those of Annex A. */
  readonly further: readonly FurtherRow[];
  /** Those of them that the reader may not see. */
  readonly hiddenFurther: number;
}

/** Claims that await confirmation, of controls that are in place at least in part: until then none of it counts. */
export interface Awaiting {
  /** Our own controls, each once. */
  readonly controls: number;
  /** Necessary controls of Annex A that they are proposed for, and nothing confirmed answers. */
  readonly rows: number;
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
    ...asProposed(reads),
    ...awaiting(reads),
    ...furtherShown(further, ground),
    ...checkStatement(reads, further, ground),
  };
}

/** Clause 6.1.3 takes what is necessary from the treatment of risks: what was proposed before it has to be told apart. */
function asProposed(reads: readonly RowRead[]): Pick<StatementOfApplicability, 'asProposed'> {
  const count = reads.filter(({ requirement, decided }) => {
    const reasons = decided?.applicable ? decided.reasons : [];
    const of = { framework: annexA, requirement: requirement.id };
    const stands = reasons.some(({ kind, text }) => kind === 'business' && isStarterReason(of, text));
    return stands && !reasons.some(({ kind }) => kind === 'risk');
  }).length;
  return count === 0 ? {} : { asProposed: count };
}

function awaiting(reads: readonly RowRead[]): Pick<StatementOfApplicability, 'awaiting'> {
  const working = reads
    .filter(({ decided, coverage }) => decided?.applicable && coverage.claims.confirmed === 0)
    .map(({ coverage }) => coverage.controls.filter(isWorking))
    .filter((behind) => behind.length > 0);
  const controls = new Set(working.flat().map(({ control }) => control.id));
  return working.length === 0 ? {} : { awaiting: { controls: controls.size, rows: working.length } };
}

function isWorking({ state }: Standing): boolean {
  return state.inUse && state.implementation !== 'none';
}

function statementShown({ programme }: ViewAsked, scope: string) {
  const stated = programme.governance.scopeStatements.get(scope);
  if (!stated) return {};
  const { seq: _seq, ...scopeStatement } = stated;
  return { scopeStatement };
}
