/**
 * Coverage as a bar: `met` drawn solid, from `met` to `possible` hatched (not proven), the rest outlined.
 * `possible` counts the met ones too, so 0 ≤ met ≤ possible ≤ n. The words carry everything the bar shows.
 */
export interface IntervalBlock {
  readonly kind: 'interval';
  readonly n: number;
  readonly met: number;
  readonly possible: number;
  readonly legend: { readonly met: string; readonly possible: string; readonly gap: string };
  readonly words: string;
}

/**
 * Coverage of several groups as bars under each other, each drawn as in `IntervalBlock`, all of the same length; with
 * a stroke at `target` where one is set. `figure`, `change` and `words` stand beside the bar and say it without it.
 */
export interface BarsBlock {
  readonly kind: 'bars';
  readonly caption: string;
  readonly heads: {
    readonly label: string;
    readonly figure: string;
    readonly change?: string;
    readonly words: string;
  };
  readonly rows: readonly BarRow[];
  readonly legend: {
    readonly met: string;
    readonly possible: string;
    readonly gap: string;
    readonly target?: string;
  };
}

export interface BarRow {
  readonly label: string;
  readonly n: number;
  readonly met: number;
  /** Counts the met ones too: 0 ≤ met ≤ possible ≤ n. */
  readonly possible: number;
  /** How many are wanted, 0 … n. */
  readonly target?: number;
  readonly figure: string;
  /** `number` is what the text says, for a workbook to reckon with. */
  readonly change?: string | { readonly text: string; readonly number: number };
  readonly words: string;
}

/** A row of tiles for each group, such as the categories of a function; darker is further from what is wanted. */
export interface HeatBlock {
  readonly kind: 'heat';
  readonly caption: string;
  readonly rows: readonly {
    readonly label: string;
    readonly words: readonly string[];
    readonly tiles: readonly HeatTile[];
  }[];
  /** What the shades mean, from `level` 0 to 4; `none` is a tile without a level. */
  readonly legend: { readonly title: string; readonly levels: readonly string[]; readonly none: string };
  readonly words: string;
}

export interface HeatTile {
  readonly id: string;
  readonly label: string;
  readonly figure: string;
  readonly words: string;
  /** 0 is at its target, 4 furthest from it; absent where nobody knows. */
  readonly level?: 0 | 1 | 2 | 3 | 4;
}

/** Bars over a calendar. All dates are local, `YYYY-MM-DD`; what lies outside `from`–`to` is cut at the edge. */
export interface TimelineBlock {
  readonly kind: 'timeline';
  readonly caption: string;
  readonly from: string;
  readonly to: string;
  /** Where the months or quarters begin. */
  readonly ticks: readonly { readonly on: string; readonly label: string }[];
  /** Days drawn through all rows, such as today and the target. */
  readonly marks: readonly { readonly on: string; readonly label: string }[];
  readonly heads: { readonly label: string; readonly words: string };
  readonly rows: readonly TimelineRow[];
  /** What the drawings of the three states mean; without it the words of each row have to say its state. */
  readonly legend?: { readonly done: string; readonly open: string; readonly late: string };
}

export interface TimelineRow {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly state: 'open' | 'done' | 'late';
  readonly words: string;
}
