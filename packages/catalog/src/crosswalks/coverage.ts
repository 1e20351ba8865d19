import type { Crosswalk, NoEquivalent } from '../crosswalk.ts';
import { childrenOf, type Framework, requirementOf } from '../framework.ts';

/** How far a crosswalk reaches on one side. Ids stand in the order of the framework, or as named where there is none. */
export interface CrosswalkSide {
  readonly framework: string;
  /** What can be linked; empty where the catalogue has no such framework. */
  readonly assessable: readonly string[];
  /** Assessable ones that a pair names, themselves or an item or point within them. */
  readonly linked: readonly string[];
  /** Further ones of which only a heading above is named. */
  readonly underHeadings: readonly string[];
  /** Ids that pairs name and that are headings, or withdrawn. */
  readonly headings: readonly string[];
  /** Ids that pairs name and the framework, or the catalogue, does not have. */
  readonly unresolved: readonly string[];
  /** What the developer stated to have nothing at the other side. */
  readonly noEquivalent: readonly NoEquivalent[];
  /** Assessable ones of which the developer says nothing: no pair, no statement; those under headings among them. */
  readonly notMapped: readonly string[];
}

/** One side of a crosswalk counted against an edition of its framework; a pair of relation `none` links nothing. */
export function crosswalkSide(
  crosswalk: Crosswalk,
  side: 'from' | 'to',
  edition: Framework | undefined,
): CrosswalkSide {
  const named = namedOn(crosswalk, side);
  const noEquivalent = crosswalk.noEquivalent.filter((each) => (each.side ?? 'from') === side);
  const framework = crosswalk[side];
  const none = { assessable: [], linked: [], underHeadings: [], headings: [], notMapped: [] };
  if (edition === undefined) return { framework, ...none, unresolved: [...named], noEquivalent };
  const standing = edition.requirements.filter(({ assessable }) => assessable).map(({ id }) => id);
  const linked = new Set(standing.filter((id) => isNamedWithin(edition, id, named)));
  const stated = new Set(noEquivalent.map(({ id }) => id));
  return {
    framework,
    assessable: standing,
    linked: [...linked],
    underHeadings: standing.filter((id) => !linked.has(id) && isNamedAbove(edition, id, named)),
    headings: edition.requirements
      .filter(({ id }) => named.has(id) && isHeading(edition, id))
      .map(({ id }) => id),
    unresolved: [...named].filter((id) => requirementOf(edition, id) === undefined),
    noEquivalent,
    notMapped: standing.filter((id) => !linked.has(id) && !stated.has(id)),
  };
}

/** The same crosswalk without the pairs that start at a heading: what it says of requirements alone. */
export function withoutHeadings(crosswalk: Crosswalk, from: Framework | undefined): Crosswalk {
  if (from === undefined) return crosswalk;
  return { ...crosswalk, pairs: crosswalk.pairs.filter(([id]) => !isHeading(from, id)) };
}

function namedOn({ pairs, relation: stated }: Crosswalk, side: 'from' | 'to'): ReadonlySet<string> {
  const linking = pairs.filter(([, , relation = stated]) => relation !== 'none');
  return new Set(linking.map(([from, to]) => (side === 'from' ? from : to)));
}

function isNamedWithin(edition: Framework, id: string, named: ReadonlySet<string>): boolean {
  return named.has(id) || childrenOf(edition, id).some((part) => isNamedWithin(edition, part.id, named));
}

function isNamedAbove(edition: Framework, id: string, named: ReadonlySet<string>): boolean {
  return aboveOf(edition, id).some((above) => named.has(above));
}

/** Neither assessable nor within something that is. */
function isHeading(edition: Framework, id: string): boolean {
  if (requirementOf(edition, id) === undefined) return false;
  return [id, ...aboveOf(edition, id)].every((each) => !requirementOf(edition, each)?.assessable);
}

function aboveOf(edition: Framework, id: string): readonly string[] {
  const parent = requirementOf(edition, id)?.parent ?? null;
  return parent === null ? [] : [parent, ...aboveOf(edition, parent)];
}
