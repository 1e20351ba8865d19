/** A cell: row 0 is the header, column 0 the first. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

interface Extent {
  /** Rows without the header. */
  readonly rows: number;
  readonly columns: number;
  /** Cells of the header that can be reached, from the first; none where headings have no room. */
  readonly heads: number;
  /** Rows that fit on the screen. */
  readonly page: number;
}

/** Where a key leads from a cell, as in every grid (ARIA authoring practices); undefined when it leads nowhere. */
export function move(from: Place, pressed: { readonly key: string; readonly ctrl: boolean }, extent: Extent) {
  const wanted = target(from, pressed, extent);
  if (!wanted) return undefined;
  const row = Math.max(extent.heads > 0 ? 0 : 1, Math.min(extent.rows, wanted.row));
  const cells = row === 0 ? extent.heads : extent.columns;
  return { row, column: Math.max(0, Math.min(cells - 1, wanted.column)) };
}

function target({ row, column }: Place, { key, ctrl }: { key: string; ctrl: boolean }, extent: Extent) {
  const last = extent.columns - 1;
  switch (key) {
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'PageDown':
      return { row: row + extent.page, column };
    case 'PageUp':
      return { row: Math.max(1, row - extent.page), column };
    case 'Home':
      return ctrl ? { row: 1, column: 0 } : { row, column: 0 };
    case 'End':
      return ctrl ? { row: extent.rows, column: last } : { row, column: last };
    default:
      return undefined;
  }
}
