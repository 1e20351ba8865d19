import type { ReactNode } from 'react';

/** A column of a DataTable. */
export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** What its cells say, where the heading is too short for it: told on the heading. */
  readonly description?: string | undefined;
  readonly cell: (row: Row) => ReactNode;
  /** Pixels, or what the others leave. */
  readonly width: number | 'fill';
  /** Figures stand at the end. */
  readonly align?: 'end' | undefined;
  readonly sortable?: boolean | undefined;
  /** The cell that names the row. */
  readonly isRowHeader?: boolean | undefined;
  /** Its place in the two lines of a narrow row: before the name, the name, after it, under it, or nowhere. */
  readonly narrow?: 'lead' | 'title' | 'trail' | 'under' | 'hide' | undefined;
}

export interface DataSort {
  readonly by: string;
  readonly descending: boolean;
}

export interface DataSelection<Row> {
  readonly keys: ReadonlySet<string>;
  readonly onChange: (keys: ReadonlySet<string>) => void;
  /** Names the row for its box: "Select C-031". */
  readonly labelOf: (row: Row) => string;
}

/** The column widths as CSS; a column that fills keeps at least 160 pixels. */
export function tracksOf(columns: readonly Pick<DataColumn<never>, 'width'>[], selects: boolean): string {
  const tracks = columns.map(({ width }) => (width === 'fill' ? 'minmax(160px, 1fr)' : `${width}px`));
  return [...(selects ? ['32px'] : []), ...tracks].join(' ');
}

/** Pixels below which the columns have no room beside each other. */
export function leastWidth(columns: readonly Pick<DataColumn<never>, 'width'>[], selects: boolean): number {
  return columns.reduce((sum, { width }) => sum + (width === 'fill' ? 160 : width), selects ? 32 : 0);
}

const narrowOrder = ['lead', 'title', 'trail', 'under'] as const;

/** The columns of a narrow row in the order in which it shows them, without those that it has no room for. */
export function narrowColumns<Column extends Pick<DataColumn<never>, 'narrow'>>(
  columns: readonly Column[],
): readonly Column[] {
  return narrowOrder.flatMap((place) => columns.filter(({ narrow = 'under' }) => narrow === place));
}

/** The way to sort next when a heading is pressed: up, down, up. */
export function nextSort(sort: DataSort | undefined, by: string): DataSort {
  return { by, descending: sort?.by === by && !sort.descending };
}
