import { assessableOf } from '@concord/catalog';
import { type Action, type Refusal, refuse, wholeOrganisation } from '@concord/programme';
import { actionsBeside, soonestFirst } from '../actions/open-actions.ts';
import { countNumbers, type Numbers } from '../calculus/index.ts';
import { viewChanges } from '../changes/view-changes.ts';
import { type Envelope, type Opened, openView, scopeShown, type ViewAsked } from '../envelope.ts';
import type { InParts } from '../pauses/in-parts.ts';
import { type HintedRow, maySee } from '../reader.ts';
import type { Reading } from '../statement-of-applicability/changes/change.ts';
import type { ChangesTold } from '../statement-of-applicability/changes/paired.ts';
import type { ReachStep } from '../what-if/reach/reach.ts';
import { type WhatIf, whatIfInParts } from '../what-if/what-if.ts';

/** The frameworks of one assessment: those that the three efforts are run for, as far as they are adopted. */
export const assessedFrameworks = [
  'iso27001-2022',
  'nist-csf-2.0',
  'nis2-directive',
  'nis2-2024-2690',
] as const;

/** An open action with what it closes in each of the frameworks. */
export interface AssessedAction
  extends Pick<Action, 'id' | 'title' | 'owner' | 'due' | 'priority' | 'openedOn'> {
  readonly closes: readonly { readonly framework: string; readonly requirements: readonly string[] }[];
}

/** A requirement that is not met, with what is on the way. */
export interface GapOfFramework
  extends Pick<
    HintedRow,
    'id' | 'title' | 'word' | 'mark' | 'controls' | 'moreControls' | 'hiddenControls' | 'claims' | 'evidence'
  > {
  /** Open actions that name it or a control claimed for it. */
  readonly actions: number;
  /** Place of the step on the roadmap that closes it, from 1. */
  readonly step?: number;
}

export interface FrameworkAssessed {
  readonly framework: Envelope['framework'];
  readonly scope: Envelope['scope'];
  readonly numbers: Numbers;
  readonly gaps: readonly GapOfFramework[];
}

export interface GapAssessment
  extends Pick<Envelope, 'organisation' | 'scope' | 'on' | 'knownAt' | 'position' | 'head'> {
  readonly view: 'gap-assessment';
  readonly frameworks: readonly FrameworkAssessed[];
  /** The shortest list of controls that was found to close what can be closed, in order of gain over all frameworks. */
  readonly roadmap: readonly ReachStep[];
  /** How many longer than the shortest list of all it can be at most. */
  readonly atMostOver: number;
  /** What no control can close as things are claimed and judged. */
  readonly unreachable: NonNullable<WhatIf['reach']>['unreachable'];
  readonly actions: readonly AssessedAction[];
}

/** Methods 4.2 and 4.6: what is not met in any of the frameworks, and the one list that closes the most of it. */
export function* gapAssessment(asked: ViewAsked): InParts<GapAssessment | { refusal: Refusal }> {
  const opened: Opened[] = [];
  for (const id of assessedFrameworks) {
    if (!asked.programme.governance.adoptions.has(id)) continue;
    const one = openView(asked, id);
    if ('refusal' in one) return one;
    opened.push(one);
    yield;
  }
  if (opened.length === 0)
    return refuse('conflict', 'gap-assessment.nothing-adopted', {
      frameworks: assessedFrameworks.join(', '),
    });
  const told = yield* whatIfInParts(asked, {
    set: [],
    lapse: [],
    exclude: [],
    reach: opened.map(({ framework }) => framework.id),
  });
  if ('refusal' in told) return told;
  const roadmap = told.reach?.steps ?? [];
  return {
    view: 'gap-assessment',
    organisation: told.organisation,
    scope: scopeShown(asked.programme, asked.scope ?? wholeOrganisation),
    on: told.on,
    knownAt: told.knownAt,
    position: told.position,
    head: told.head,
    frameworks: opened.map((one) => assessed(asked, one, roadmap)),
    roadmap,
    atMostOver: told.reach?.atMostOver ?? 0,
    unreachable: told.reach?.unreachable ?? [],
    actions: openActionsOf(asked, opened),
  };
}

function assessed(asked: ViewAsked, opened: Opened, roadmap: readonly ReachStep[]): FrameworkAssessed {
  const { framework, worked } = opened;
  const ids = assessableOf(framework).map(({ id }) => id);
  const { framework: edition, scope } = opened.envelope('gap-assessment', ids);
  const gaps = ids
    .map((id) => opened.row(id))
    .filter(({ mark }) => mark !== 'met' && mark !== 'excluded')
    .map((row) => gapOf(asked, row, { opened, roadmap }));
  return { framework: edition, scope, numbers: countNumbers(worked.coverage.results, ids), gaps };
}

function gapOf(
  asked: ViewAsked,
  row: HintedRow,
  { opened: { framework, worked }, roadmap }: { opened: Opened; roadmap: readonly ReachStep[] },
): GapOfFramework {
  const { id, title, word, mark, controls, moreControls, hiddenControls, claims, evidence } = row;
  const known = worked.rows.get(id);
  const step = roadmap.findIndex((each) => closesOf(each, framework.id).includes(id));
  return {
    ...{ id, title, word, mark, controls, moreControls, hiddenControls, claims, evidence },
    actions: known ? actionsBeside(asked, known, framework.id).length : 0,
    ...(step < 0 ? {} : { step: step + 1 }),
  };
}

function closesOf({ frameworks }: Pick<ReachStep, 'frameworks'>, id: string): readonly string[] {
  return frameworks.find(({ framework }) => framework === id)?.requirements ?? [];
}

/** Every open action that closes something of these frameworks, itself or by a control, the first due first. */
function openActionsOf(asked: ViewAsked, opened: readonly Opened[]): AssessedAction[] {
  const found = new Map<string, { action: Action; closes: Map<string, string[]> }>();
  for (const { framework, worked } of opened) {
    for (const { id } of assessableOf(framework)) {
      const row = worked.rows.get(id);
      if (!row || row.mark === 'met' || row.mark === 'excluded') continue;
      for (const action of actionsBeside(asked, row, framework.id)) {
        const entry = found.get(action.id) ?? { action, closes: new Map<string, string[]>() };
        entry.closes.set(framework.id, [...(entry.closes.get(framework.id) ?? []), id]);
        found.set(action.id, entry);
      }
    }
  }
  return [...found.values()]
    .filter(({ action }) => maySee(asked.reader, action.owner))
    .sort((one, other) => soonestFirst(one.action, other.action))
    .map(({ action: { id, title, owner, due, priority, openedOn }, closes }) => ({
      ...{ id, title, owner, due, priority, openedOn },
      closes: [...closes].map(([framework, requirements]) => ({ framework, requirements })),
    }));
}

/** What differs between two assessments: gaps that came, went or stand otherwise, framework by framework. */
export function gapChanges(
  before: Partial<GapAssessment>,
  after: Partial<GapAssessment>,
  by: Reading = {},
): ChangesTold {
  return viewChanges({ gaps: gapsNamed(before) }, { gaps: gapsNamed(after) }, by);
}

function gapsNamed({ frameworks = [] }: Partial<GapAssessment>) {
  return frameworks.flatMap(({ framework, gaps }) =>
    gaps.map(({ id, word, mark }) => ({ id: `${framework.title} ${id}`, word, mark })),
  );
}
