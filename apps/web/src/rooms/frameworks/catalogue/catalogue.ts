import type { AnswerOf } from '@concord/operations/client';

export type FrameworkRow = AnswerOf<'catalogue list'>['rows'][number];
export type CrosswalkRow = AnswerOf<'catalogue list'>['crosswalks'][number];

/** How an edition is asked for: one that was imported by its hash, for it may share its id with one that is shipped. */
export function editionNamed({ id, hash, origin }: FrameworkRow): string {
  return origin === 'imported' ? hash : id;
}

/** In which scope it was adopted, and which selection of it; undefined where we do not answer to it. */
export function adoptionOf(
  row: FrameworkRow,
): { readonly scope: string | undefined; readonly selection: string | undefined } | undefined {
  return 'adopted' in row ? row.adopted : undefined;
}

/** Those we answer to, first; each part in the order of the catalogue. */
export function inTwo(rows: readonly FrameworkRow[]): {
  readonly adopted: readonly FrameworkRow[];
  readonly others: readonly FrameworkRow[];
} {
  return {
    adopted: rows.filter((row) => adoptionOf(row) !== undefined),
    others: rows.filter((row) => adoptionOf(row) === undefined),
  };
}
