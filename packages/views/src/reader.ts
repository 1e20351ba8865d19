import type { CrosswalkHint } from './coverage/hints.ts';
import type { ControlShown, CoverageRow } from './coverage/row.ts';

/** Who reads, and how much of the programme they may see. */
export interface Reader {
  readonly person: string;
  readonly sees: 'all' | 'own';
}

/** Everything, for the computation itself and for who may see it all. */
export const seesAll: Reader = { person: '', sees: 'all' };

const controlsPrinted = 12;

/** A row as a reader may see it: what they may not see stays in every number and becomes a count. */
export interface VisibleRow extends Omit<CoverageRow, 'controls'> {
  /** The first of those the reader may see, in the order of their codes. */
  readonly controls: readonly Omit<ControlShown, 'owner'>[];
  /** How many more of them there are, not printed here. */
  readonly moreControls: number;
  /** How many controls the reader may not see. */
  readonly hiddenControls: number;
}

/** A row with what published crosswalks suggest, beside the result. */
export interface HintedRow extends VisibleRow {
  readonly hints: readonly CrosswalkHint[];
}

const shownToAll = new WeakMap<CoverageRow, VisibleRow>();

/** Invariant 7 of the house: views compute on the whole programme, then pass here; hidden records become counts. */
export function visibleRow(row: CoverageRow, reader: Reader): VisibleRow {
  const known = reader.sees === 'all' ? shownToAll.get(row) : undefined;
  if (known) return known;
  const visible = row.controls.filter((control) => maySee(reader, control.owner));
  const shown: VisibleRow = {
    ...row,
    controls: visible.slice(0, controlsPrinted).map(({ owner: _owner, ...control }) => control),
    moreControls: Math.max(0, visible.length - controlsPrinted),
    hiddenControls: row.controls.length - visible.length,
  };
  if (reader.sees === 'all') shownToAll.set(row, shown);
  return shown;
}

export function maySee(reader: Reader, owner: string | undefined): boolean {
  return reader.sees === 'all' || (owner !== undefined && owner === reader.person);
}
