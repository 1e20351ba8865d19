import type { Priority } from '@concord/programme';
import { remember } from '../coverage/memory.ts';
import type { ViewAsked } from '../envelope.ts';
import { maySee } from '../reader.ts';
import type { Affected, Closing, Way } from './closing.ts';
import type { Gap } from './gap.ts';
import type { Outcome, ProfileRow } from './row.ts';
import { rankOf } from './said.ts';

/** A gap between what is wanted and what is reached, with what would close it. */
export interface GapRow extends Gap {
  readonly requirement: string;
  readonly title: string;
  readonly word: string;
  readonly priority?: Priority | undefined;
  readonly tier?: number | undefined;
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
  /** The controls that would close it by the shortest way; empty where no control is claimed for it. */
  readonly closedBy: readonly { readonly id: string; readonly code: string }[];
  readonly hiddenControls: number;
  /** Whether a claim says that they would meet it; otherwise they only contribute. */
  readonly closes: boolean;
  /** What those controls are claimed for in other adopted frameworks and is not met there. */
  readonly affected: readonly Affected[];
  /** How many open actions are to close it. */
  readonly actions: number;
}

/** An outcome with a gap, the shortest way to close it, and how both are shown. */
export interface Open {
  readonly outcome: Outcome;
  readonly way: Way | undefined;
  readonly shown: GapRow;
}

/** By the priority of the target, then the size of the gap, then the day it is wanted by, then as published. */
export function openOutcomes(
  { asked, closing }: { asked: ViewAsked; closing: Closing },
  outcomes: readonly { readonly outcome: Outcome; readonly row: ProfileRow }[],
): readonly Open[] {
  const open = outcomes.flatMap(({ outcome, row }) => {
    if (!outcome.gap) return [];
    const way = closing.ways(outcome)[0];
    return [{ outcome, way, shown: gapRow({ asked, closing }, { outcome, row, gap: outcome.gap }, way) }];
  });
  return open.sort((one, other) => mostUrgentFirst(one.shown, other.shown));
}

const noDay = '9999-12-31';

function mostUrgentFirst(one: GapRow, other: GapRow): number {
  const rank = rankOf(other.priority) - rankOf(one.priority);
  if (rank !== 0) return rank;
  if (one.size !== other.size) return other.size - one.size;
  const [due, otherDue] = [one.due ?? noDay, other.due ?? noDay];
  return due === otherDue ? 0 : due < otherDue ? -1 : 1;
}

/** The gap as a reader may see it; the same object as long as it says the same. */
function gapRow(
  { asked, closing }: { asked: ViewAsked; closing: Closing },
  { outcome, row, gap }: { outcome: Outcome; row: ProfileRow; gap: Gap },
  way: Way | undefined,
): GapRow {
  const controls = way?.controls ?? [];
  const affected = closing.affected(controls.map(({ control }) => control.id));
  const basis = [way?.meets, ...controls, ...affected.map(nameOf)];
  return remember(asked, { from: row, kind: 'gap', basis }, () => {
    const { priority, tier, owner, due } = outcome.said.target ?? {};
    const seen = controls.filter(({ control }) => maySee(asked.reader, control.owner));
    const closedBy = seen.map(({ control: { id, code } }) => ({ id, code }));
    const hiddenControls = controls.length - seen.length;
    const named = { requirement: row.id, title: row.title, word: row.word };
    const actions = row.actions.length + row.hiddenActions;
    const closes = way?.meets === true;
    return {
      ...named,
      priority,
      tier,
      owner,
      due,
      ...gap,
      closedBy,
      hiddenControls,
      closes,
      affected,
      actions,
    };
  });
}

export function nameOf({ framework, requirement }: Affected): string {
  return `${framework}/${requirement}`;
}
