interface Counted {
  readonly n: number;
  readonly met: number;
  readonly possible: number;
}

interface Row {
  readonly framework: string;
  readonly day: string;
  readonly knownThen?: Counted | null | undefined;
  readonly knownNow?: Counted | null | undefined;
}

export interface Point {
  readonly on: string;
  readonly met: number;
  readonly possible: number;
  readonly of: number;
}

/** The points of one framework; days on which it was not adopted have none. */
export function pointsOf(rows: readonly Row[], framework: string, known: 'then' | 'now'): readonly Point[] {
  return rows.flatMap((row) => {
    const counted = known === 'then' ? row.knownThen : row.knownNow;
    if (row.framework !== framework || !counted) return [];
    return [{ on: row.day, met: counted.met, possible: counted.possible, of: counted.n }];
  });
}

/** What moved from one point to another, in requirements. */
export function movedBetween(before: Point | undefined, after: Point | undefined) {
  if (!before || !after) return undefined;
  return { met: after.met - before.met, possible: after.possible - before.possible };
}
