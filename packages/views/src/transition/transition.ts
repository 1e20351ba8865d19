import { crosswalk, type Pair, requirementOf } from '@concord/catalog';
import type { Refusal } from '@concord/programme';
import { type Envelope, openView, type ViewAsked } from '../envelope.ts';
import { sayIn } from '../language/say.ts';
import { type Passing, type Remaining, remainingFor } from './remaining.ts';
import { type Side, type Standing, sideOf } from './side.ts';

const earlier = 'iso27001-2013';
const later = 'iso27001-2022';
const correspondence = 'iso27001-2013-to-2022';

/** Last day of the transition that accreditation bodies set (IAF MD 26): since then no certificate to 2013 is valid. */
const transitionEnded = '2025-10-31';

/** What became of a control of 2013: it has one successor of the same or another name, shares one, or has several. */
export type Became = 'kept' | 'renamed' | 'merged' | 'split';

/** A control of 2022 that took up one of 2013. */
export interface Successor {
  readonly id: string;
  readonly title: string;
  /** The other controls of 2013 that it took up as well. */
  readonly with: readonly string[];
  /** Absent while 2022 is not adopted. */
  readonly now?: Standing;
}

export interface TransitionRow {
  readonly id: string;
  readonly title: string;
  /** Section of Annex A in 2013. */
  readonly group: string;
  readonly became: Became;
  /** Absent where 2013 was not adopted. */
  readonly was?: Standing;
  readonly into: readonly Successor[];
  readonly remaining: readonly Remaining[];
}

/** A control of 2022 without a predecessor. */
export interface NewRow extends Pick<Successor, 'id' | 'title' | 'now'> {
  readonly remaining: readonly Remaining[];
}

/** Worked out from the correspondence. */
export interface TransitionCounts {
  readonly before: { readonly controls: number } & Readonly<Record<Became, number>>;
  /** `kept` have one predecessor, whatever its name; `merged` have several, or a share of one that was split. */
  readonly after: {
    readonly controls: number;
    readonly kept: number;
    readonly merged: number;
    readonly new: number;
  };
}

export interface Transition extends Envelope {
  readonly from: { readonly id: string; readonly edition: string; readonly adopted: boolean };
  readonly to: { readonly id: string; readonly edition: string; readonly adopted: boolean };
  readonly ended: string;
  readonly notice: string;
  readonly counts: TransitionCounts;
  /** Controls of 2022 with something left of each kind. */
  readonly remaining: Readonly<Record<Remaining['kind'], number>>;
  readonly rows: readonly TransitionRow[];
  readonly new: readonly NewRow[];
}

/**
 * From Annex A of 2013 to that of 2022: what became of each control, and what is left to do. The correspondence
 * suggests; nothing is carried over by itself. Wants one of the two editions adopted.
 */
export function transition(asked: ViewAsked): Transition | { refusal: Refusal } {
  const sides = { before: sideOf(asked, earlier), after: sideOf(asked, later) };
  const opened = sides.after.opened ?? sides.before.opened;
  if (!opened) return openView(asked, later) as { refusal: Refusal };
  const passing: Passing = { asked, ...sides };
  const pairs = crosswalk(correspondence)?.pairs ?? [];
  const rows = sides.before.controls.map((control) => rowOf(control.id, pairs, passing));
  const fresh = newControls(sides.after, pairs);
  const added = fresh.map((id) => ({ ...successor(id, passing), remaining: remainingFor(passing, id) }));
  const shown = sides.after.opened ? sides.after : sides.before;
  return {
    ...opened.envelope(
      'transition',
      shown.controls.map(({ id }) => id),
    ),
    from: shownEdition(sides.before),
    to: shownEdition(sides.after),
    ended: transitionEnded,
    notice: sayIn(asked)('transition.notice', { ended: transitionEnded }),
    counts: countsOf(rows, sides.after, fresh.length),
    remaining: countRemaining([...rows, ...added]),
    rows,
    new: added,
  };
}

function rowOf(id: string, pairs: readonly Pair[], passing: Passing): TransitionRow {
  const { before } = passing;
  const own = pairs.filter(([from]) => from === id);
  const into = own.map(([, to]) => {
    const others = pairs.filter(([from, other]) => other === to && from !== id).map(([from]) => from);
    return { ...successor(to, passing), with: others };
  });
  const control = requirementOf(before.framework, id);
  const objective = requirementOf(before.framework, control?.parent ?? '');
  const was = before.standing(id);
  return {
    id,
    title: control?.title ?? '',
    group: objective?.parent ?? '',
    became: becameOf(own),
    ...(was ? { was } : {}),
    into,
    remaining: into.flatMap(({ id: to }) => remainingFor(passing, to, id)),
  };
}

function becameOf(own: readonly Pair[]): Became {
  if (own.length > 1) return 'split';
  const relation = own[0]?.[2];
  return relation === 'unchanged' ? 'kept' : relation === 'renamed' ? 'renamed' : 'merged';
}

function successor(id: string, { after }: Passing): Omit<Successor, 'with'> {
  const now = after.standing(id);
  return { id, title: requirementOf(after.framework, id)?.title ?? '', ...(now ? { now } : {}) };
}

function newControls({ controls }: Side, pairs: readonly Pair[]): string[] {
  const taken = new Set(pairs.map(([, to]) => to));
  return controls.map(({ id }) => id).filter((id) => !taken.has(id));
}

function shownEdition({ framework: { id, edition }, opened }: Side): Transition['from'] {
  return { id, edition, adopted: opened !== undefined };
}

function countsOf(rows: readonly TransitionRow[], after: Side, fresh: number): TransitionCounts {
  const of = (became: Became) => rows.filter((row) => row.became === became).length;
  const single = rows.filter(({ became }) => became === 'kept' || became === 'renamed').length;
  const controls = after.controls.length;
  return {
    before: {
      controls: rows.length,
      kept: of('kept'),
      renamed: of('renamed'),
      merged: of('merged'),
      split: of('split'),
    },
    after: { controls, kept: single, merged: controls - single - fresh, new: fresh },
  };
}

function countRemaining(
  rows: readonly { readonly remaining: readonly Remaining[] }[],
): Transition['remaining'] {
  const all = rows.flatMap(({ remaining }) => remaining);
  const of = (wanted: Remaining['kind']) =>
    new Set(all.filter(({ kind }) => kind === wanted).map(({ requirement }) => requirement)).size;
  return { decide: of('decide'), compare: of('compare'), carry: of('carry'), meet: of('meet') };
}
