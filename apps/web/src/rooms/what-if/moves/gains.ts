import type { AnswerOf } from '@concord/operations/client';
import type { Interval } from '../../../ui/index.ts';

export type WhatIf = AnswerOf<'what-if'>;
export type Difference = WhatIf['frameworks'][number];
export type DifferentRow = Difference['rows'][number];

interface Counted {
  readonly n: number;
  readonly met: number;
  readonly possible: number;
}

/** The interval that would be, with what is gained of it; a negative gain is a loss. */
export function intervalThen({
  before,
  after,
}: {
  readonly before: Counted;
  readonly after: Counted;
}): Interval {
  const { n, met, possible } = after;
  return { met, possible, of: n, gain: met - before.met };
}

/** How a row turns: it becomes met, it is no longer met, or it stands otherwise without either. */
export type Turn = 'gained' | 'lost' | 'other';

function turnOf({ before, after }: Pick<DifferentRow, 'before' | 'after'>): Turn {
  if ((before.mark === 'met') === (after.mark === 'met')) return 'other';
  return after.mark === 'met' ? 'gained' : 'lost';
}

/** A row that turns, with the framework that it is in. */
export interface Turned {
  readonly framework: Difference['framework'];
  readonly row: DifferentRow;
  readonly turn: Turn;
}

/** All that turn, the losses of each framework first, then what is gained. */
export function turnedIn(frameworks: readonly Difference[]): readonly Turned[] {
  return frameworks.flatMap(({ framework, rows }) => {
    const turned = rows.map((row) => ({ framework, row, turn: turnOf(row) }));
    return order.flatMap((wanted) => turned.filter(({ turn }) => turn === wanted));
  });
}

const order = ['lost', 'gained', 'other'] as const;

export interface Turns {
  readonly gained: number;
  readonly lost: number;
  readonly other: number;
}

export function countTurns(turned: readonly Pick<Turned, 'turn'>[]): Turns {
  const count = (wanted: Turn) => turned.filter(({ turn }) => turn === wanted).length;
  return { gained: count('gained'), lost: count('lost'), other: count('other') };
}

/** Those that a control has a part in. */
export function turnedBy(turned: readonly Turned[], code: string): readonly Turned[] {
  return turned.filter(({ row }) => row.because.controls.some((each) => each.code === code));
}

/** Frameworks where something differs, and those where nothing does. */
export function inTwo(frameworks: readonly Difference[]): {
  readonly moved: readonly Difference[];
  readonly still: readonly Difference[];
} {
  const moves = ({ rows, wholes }: Difference) => rows.length + wholes.length > 0;
  return { moved: frameworks.filter(moves), still: frameworks.filter((each) => !moves(each)) };
}
