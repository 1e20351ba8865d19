/** One pair of a crosswalk, as the catalogue shows it. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  readonly relation: string;
}

export interface LinkTo {
  readonly id: string;
  readonly relation: string;
}

/** The relation read from the other end. */
const turned: Readonly<Record<string, string>> = { subset: 'superset', superset: 'subset' };

export function turnedRelation(relation: string, isTurned: boolean): string {
  return isTurned ? (turned[relation] ?? relation) : relation;
}

/**
 * What each requirement of the left side is linked to, in the order of the pairs. `isTurned` where the left side is the
 * one that the crosswalk leads to.
 */
export function linksOf(pairs: readonly Pair[], isTurned: boolean): ReadonlyMap<string, readonly LinkTo[]> {
  const links = new Map<string, LinkTo[]>();
  for (const { from, to, relation } of pairs) {
    const [left, right] = isTurned ? [to, from] : [from, to];
    const said = turnedRelation(relation, isTurned);
    links.set(left, [...(links.get(left) ?? []), { id: right, relation: said }]);
  }
  return links;
}
