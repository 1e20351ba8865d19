import type { Duty, Point } from '../directive/view.ts';

type Row = Pick<Duty | Point, 'id' | 'mark' | 'controls'>;

/** How much of what meets a row is done for ISO/IEC 27001 as well. */
export type Through = 'iso' | 'partly-iso' | 'beside-iso';

/** Of a row that is met: whether its controls are claimed for ISO/IEC 27001 too: each of them, some, or none. */
function throughOf(row: Pick<Row, 'controls'>, isoControls: ReadonlySet<string>): Through {
  const shared = row.controls.filter(({ id }) => isoControls.has(id)).length;
  if (shared === 0) return 'beside-iso';
  return shared === row.controls.length ? 'iso' : 'partly-iso';
}

export interface Answered<R extends Row> {
  readonly iso: readonly R[];
  readonly partly: readonly R[];
  readonly beside: readonly R[];
  /** Not met, whatever ISO does for it. */
  readonly open: readonly R[];
}

/** Rows by what ISO/IEC 27001 already does for them. Our own reading of shared controls, and no mapping. */
export function answeredBy<R extends Row>(rows: readonly R[], isoControls: ReadonlySet<string>): Answered<R> {
  const met = rows.filter(({ mark }) => mark === 'met');
  const of = (through: Through) => met.filter((row) => throughOf(row, isoControls) === through);
  return {
    iso: of('iso'),
    partly: of('partly-iso'),
    beside: of('beside-iso'),
    open: rows.filter(({ mark }) => mark !== 'met' && mark !== 'excluded'),
  };
}
