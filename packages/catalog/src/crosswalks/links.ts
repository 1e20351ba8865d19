import { type Crosswalk, crosswalks, type Link, type Relation } from '../crosswalk.ts';
import { childrenOf, type Framework, framework, requirementOf } from '../framework.ts';

/** The pairs of several crosswalks by either end: `framework id` → what stands at the other end. */
export type LinkIndex = ReadonlyMap<string, readonly Link[]>;

const indexes = new WeakMap<readonly Crosswalk[], LinkIndex>();

/** Made once for each list: hand in the same list again and the index is there. */
export function linkIndex(list: readonly Crosswalk[]): LinkIndex {
  const known = indexes.get(list);
  if (known !== undefined) return known;
  const built = buildIndex(list);
  indexes.set(list, built);
  return built;
}

const seenFromTo: Readonly<Partial<Record<Relation, Relation>>> = { subset: 'superset', superset: 'subset' };

function buildIndex(list: readonly Crosswalk[]): LinkIndex {
  const built = new Map<string, Link[]>();
  const add = (at: string, link: Link) => {
    const key = `${at} ${link.named}`;
    const links = built.get(key);
    if (links === undefined) built.set(key, [link]);
    else links.push(link);
  };
  for (const { id: crosswalk, from, to, relation: stated, status, developer, pairs } of list) {
    for (const [first, second, relation = stated, strength] of pairs) {
      const back = seenFromTo[relation] ?? relation;
      const both = { crosswalk, strength, status, developer };
      add(from, { named: first, framework: to, requirement: second, relation, ...both });
      add(to, { named: second, framework: from, requirement: first, relation: back, ...both });
    }
  }
  return built;
}

function within(edition: Framework, node: string): readonly string[] {
  return [node, ...childrenOf(edition, node).flatMap((part) => within(edition, part.id))];
}

/**
 * What crosswalks relate to a requirement of this edition, seen from either side. Pairs that name an item or a point
 * of an assessable requirement belong to it; a heading answers for itself only and hands nothing down. Pairs of
 * relation `none` and `suggested` are among them.
 */
export function linksWithin(edition: Framework, requirementId: string, index: LinkIndex): readonly Link[] {
  const assessable = requirementOf(edition, requirementId)?.assessable === true;
  const named = assessable ? within(edition, requirementId) : [requirementId];
  return named.flatMap((id) => index.get(`${edition.id} ${id}`) ?? []);
}

/** `linksWithin` for the shipped edition; of a framework we do not ship, the pairs that name exactly this id. */
export function linksOf(
  frameworkId: string,
  requirementId: string,
  index: LinkIndex = linkIndex(crosswalks()),
): readonly Link[] {
  const edition = framework(frameworkId);
  if (edition !== undefined) return linksWithin(edition, requirementId, index);
  return index.get(`${frameworkId} ${requirementId}`) ?? [];
}
