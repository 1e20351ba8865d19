import { type Requirement, requirementOf } from '@concord/catalog';
import {
  type Action,
  type ApplicabilityDecision,
  applicabilityKey,
  type Obligation,
  type Reason,
  valueOn,
} from '@concord/programme';
import { actionsBeside } from '../../actions/open-actions.ts';
import { remember } from '../../coverage/memory.ts';
import type { CoverageRow } from '../../coverage/row.ts';
import type { Opened, ViewAsked } from '../../envelope.ts';
import type { HintedRow } from '../../reader.ts';
import { annexA, type Linked, type Links, linkedShown, obligationsLinked } from './linked.ts';

/** The standard knows in place or not; partly is practice. */
export type ImplementationValues = 'two' | 'three';

/** What a statement says of every control that it lists. */
export interface Stated extends Linked {
  readonly reasons: readonly Reason[];
  readonly exclusionReason: string;
  /** Id of the person who answers for the decision. */
  readonly owner?: string;
  /** Day on which the decision is to be looked at again. */
  readonly reviewOn?: string;
  /** Day of the decision; absent while undecided. */
  readonly decidedOn?: string;
  /** Revision of the decision, for `If-Match`; 0 while undecided. */
  readonly revision: number;
  /** As `implementation`; asked in two values, what is partly in place is not. */
  readonly implemented: CoverageRow['implementation'];
}

export interface ApplicabilityRow extends HintedRow, Stated {
  /** Theme of Annex A. */
  readonly group: string;
  readonly groupTitle: string;
  readonly applicability: 'applicable' | 'excluded' | 'undecided';
}

/** All that a row is made of, before anything is hidden from the reader. */
export interface RowRead {
  readonly requirement: Requirement;
  readonly coverage: CoverageRow;
  readonly decided: ApplicabilityDecision | undefined;
  readonly actions: readonly Action[];
  /** Those that name the requirement, whatever the decision points at. */
  readonly naming: readonly Obligation[];
  readonly obligations: readonly Obligation[];
  /** Of the decision; 0 while there is none. */
  readonly revision: number;
}

export interface Ground {
  readonly opened: Opened;
  readonly asked: ViewAsked;
  readonly links: Links;
  readonly values: ImplementationValues;
}

/** The same object as long as it reads the same: looked up anew only where a list that it is read from changed. */
export function readRow(requirement: Requirement, ground: Ground): RowRead {
  const { programme, on } = ground.asked;
  const { governance, controls } = programme;
  const coverage = ground.opened.worked.rows.get(requirement.id) as CoverageRow;
  const { actions, obligations, scopes } = governance;
  const basis = [controls.applicability, actions, obligations, scopes, on];
  return remember(ground.asked, { from: coverage, kind: 'soa read', basis }, () => {
    const read = readAnew(requirement, coverage, ground);
    const says = [read.decided, read.revision, read.actions, ...read.naming, undefined, ...read.obligations];
    return remember(ground.asked, { from: coverage, kind: 'soa reads', basis: says }, () => read);
  });
}

function readAnew(requirement: Requirement, coverage: CoverageRow, ground: Ground): RowRead {
  const { opened, asked, links } = ground;
  const { controls, revisions } = asked.programme;
  const key = applicabilityKey(opened.scope, annexA, requirement.id);
  const decided = valueOn(controls.applicability.get(key) ?? [], asked.on);
  const naming = links.obligationsOn(requirement.id);
  return {
    requirement,
    coverage,
    decided,
    actions: actionsBeside(asked, coverage, annexA),
    naming,
    obligations: obligationsLinked(links, decided?.reasons ?? [], naming),
    revision: revisions.get(`applicability/${key}`) ?? 0,
  };
}

export function rowOf(read: RowRead, { opened, asked, values }: Ground): ApplicabilityRow {
  const { requirement, decided, actions, obligations, coverage, revision } = read;
  const row = opened.row(requirement.id);
  return remember(asked, { from: row, kind: `soa ${values}`, basis: [read] }, () => ({
    ...row,
    group: requirement.parent ?? '',
    groupTitle: requirementOf(opened.framework, requirement.parent ?? '')?.title ?? '',
    applicability: decisionWord(decided),
    ...decidedShown(decided),
    revision,
    implemented: implementedIn(values, coverage.implementation),
    ...linkedShown({ obligations, actions }, asked.reader),
  }));
}

function decisionWord(decided: ApplicabilityDecision | undefined): ApplicabilityRow['applicability'] {
  if (!decided) return 'undecided';
  return decided.applicable ? 'applicable' : 'excluded';
}

type DecidedShown = Pick<Stated, 'reasons' | 'exclusionReason' | 'owner' | 'reviewOn' | 'decidedOn'>;

/** What a decision says; nothing of it where none was taken. */
export function decidedShown(
  decided: Pick<ApplicabilityDecision, keyof DecidedShown> | undefined,
): DecidedShown {
  if (!decided) return { reasons: [], exclusionReason: '' };
  const { reasons, exclusionReason, owner, reviewOn, decidedOn } = decided;
  return {
    reasons,
    exclusionReason,
    ...(owner === undefined ? {} : { owner }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
    decidedOn,
  };
}

export function implementedIn(
  values: ImplementationValues,
  implementation: CoverageRow['implementation'],
): CoverageRow['implementation'] {
  return values === 'two' && implementation === 'partly' ? 'no' : implementation;
}
