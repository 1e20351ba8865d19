import type { AnswerOf } from '@concord/operations/client';

export type ControlRow = AnswerOf<'controls list'>['rows'][number];
export type Implementation = ControlRow['implementation'];

/** Controls of one family, said of together. */
export interface Lot {
  /** Empty for those of none. */
  readonly family: string;
  readonly rows: readonly ControlRow[];
  /** How many somebody answers for. */
  readonly owned: number;
}

/** The controls of use by family; what is of none here is not asked about. */
export function lotsOf(rows: readonly ControlRow[]): readonly Lot[] {
  const lots = new Map<string, ControlRow[]>();
  for (const row of rows) {
    if (!row.conditionHolds) continue;
    const family = row.family ?? '';
    lots.set(family, [...(lots.get(family) ?? []), row]);
  }
  return [...lots].map(([family, of]) => ({
    family,
    rows: of,
    owned: of.filter(({ owner }) => owner !== undefined).length,
  }));
}

/** What is said of a lot: of some controls how far they are in practice, and who answers for those without anybody. */
export interface SaidOfLot {
  readonly implementation: Readonly<Partial<Record<string, Implementation>>>;
  readonly owner?: string | undefined;
}

/** One change of many controls at once, as `controls change-many` takes it. */
export interface LotChange {
  readonly controls: readonly string[];
  readonly set: { readonly implementation?: Implementation; readonly owner?: string };
}

/** The fewest changes that carry out what was said; what is so already is in none of them. */
export function changesOf(
  rows: readonly ControlRow[],
  { implementation, owner }: SaidOfLot,
): readonly LotChange[] {
  const changes = new Map<string, { controls: string[]; set: LotChange['set'] }>();
  for (const row of rows) {
    const said = implementation[row.id];
    const set = {
      ...(said === undefined || said === row.implementation ? {} : { implementation: said }),
      ...(owner === undefined || row.owner !== undefined ? {} : { owner }),
    };
    if (Object.keys(set).length === 0) continue;
    const key = JSON.stringify(set);
    const change = changes.get(key) ?? { controls: [], set };
    change.controls.push(row.id);
    changes.set(key, change);
  }
  return [...changes.values()];
}
