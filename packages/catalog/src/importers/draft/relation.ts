import { type Relation, relations } from '../../crosswalk.ts';

const SYNONYMS: ReadonlyMap<string, Relation> = new Map<string, Relation>([
  ...relations.map((relation) => [relation, relation] as const),
  ['equalto', 'equal'],
  ['equals', 'equal'],
  ['identical', 'equal'],
  ['equivalent', 'equal'],
  ['equivalentto', 'equal'],
  ['subsetof', 'subset'],
  ['supersetof', 'superset'],
  ['intersect', 'intersects'],
  ['intersectswith', 'intersects'],
  ['notrelated', 'none'],
  ['notrelatedto', 'none'],
  ['norelationship', 'none'],
]);

/** What files may write for a relation, in one line for a person. */
export const KNOWN_RELATIONS = relations.join(', ');

/** The relation that a file's word means ("superset-of", "Subset Of"); undefined when it means none we know. */
export function relationOf(word: string): Relation | undefined {
  return SYNONYMS.get(word.toLowerCase().replace(/[\s_-]/g, ''));
}

/** The same statement read from the other end. */
export function turned(relation: Relation): Relation {
  if (relation === 'subset') return 'superset';
  return relation === 'superset' ? 'subset' : relation;
}

/**
 * What a statement about the union of `sources` and the union of `targets` says of each single pair: a whole that
 * contains a union contains each part of it; in the other direction only "related" follows (IR 8477; OSCAL relates
 * the unions).
 */
export function ofEachPair(relation: Relation, sources: number, targets: number): Relation {
  if (sources === 1 && targets === 1) return relation;
  if (relation === 'none') return 'none';
  const contains = relation === 'superset' || relation === 'equal';
  if (contains && sources === 1) return 'superset';
  const contained = relation === 'subset' || relation === 'equal';
  return contained && targets === 1 ? 'subset' : 'related';
}
