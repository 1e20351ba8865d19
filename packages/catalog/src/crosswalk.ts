import csfToIso from '../data/crosswalks/csf2-to-iso27001-2022.json' with { type: 'json' };
import articleToCsf from '../data/crosswalks/nis2-21-to-csf2.json' with { type: 'json' };
import articleToIso from '../data/crosswalks/nis2-21-to-iso27001-2022.json' with { type: 'json' };
import regulationToCsf from '../data/crosswalks/nis2-2690-to-csf2.json' with { type: 'json' };
import regulationToIso from '../data/crosswalks/nis2-2690-to-iso27001-2022.json' with { type: 'json' };
import { childrenOf, type Framework, framework, requirementOf } from './framework.ts';

/**
 * How the `from` end of a pair lies to its `to` end. What is stated of sets (IR 8477): `from` is equal to, a subset
 * or superset of, or intersects `to`; `none` says that they are not related. `related` is a concept crosswalk: they
 * have to do with each other, nothing more. `suggested` comes from joining two crosswalks: two hops conclude nothing,
 * so it is a place to look and gives no hint. The last three relate an edition to the next.
 */
export const relations = [
  'related',
  'equal',
  'subset',
  'superset',
  'intersects',
  'none',
  'suggested',
  'unchanged',
  'renamed',
  'merged',
] as const;
export type Relation = (typeof relations)[number];

/**
 * One line of a crosswalk: `[from, to]`, where it has one of its own `[from, to, relation]`, and with the strength
 * that the developer gives `[from, to, relation, strength]` (a number to rank by; the crosswalk says of what).
 * An id that no catalogue has may stand at either end.
 */
export type Pair = readonly [from: string, to: string, relation?: Relation, strength?: number];

/**
 * The developer says that a requirement has nothing at the other side, or left the cell blank. What neither a pair nor
 * this names is not mapped: of that the developer is silent.
 */
export interface NoEquivalent {
  readonly id: string;
  /** The side `id` stands on: `from` when left out. */
  readonly side?: 'from' | 'to';
  /** The part of the other framework that was searched; all of it when left out. */
  readonly among?: string;
  /** `new`: the later edition brought it in. */
  readonly statement: 'none' | 'blank' | 'all-applicable' | 'new';
}

/** A published or derived mapping. It suggests links and locates gaps; it never shows that something is met. */
export interface Crosswalk {
  readonly id: string;
  readonly title: string;
  /** Framework ids; the catalogue need not have the framework. */
  readonly from: string;
  readonly to: string;
  readonly developer: string;
  /** Year, month or day of the source: 2025, 2025-06 or 2025-06-30. */
  readonly date: string;
  /** In words: which side the developer started from, and what a relation means. */
  readonly direction: string;
  /** Of every pair that states none of its own. */
  readonly relation: Relation;
  /** What the strength of a pair counts, where pairs have one. */
  readonly strengthMeans?: string;
  readonly status: 'published' | 'derived';
  readonly source: string;
  readonly licence: string;
  readonly pairs: readonly Pair[];
  readonly noEquivalent: readonly NoEquivalent[];
}

/** One pair of a crosswalk, seen from one of its ends. */
export interface Link {
  readonly crosswalk: string;
  /** The id the developer named on this side: the requirement itself or an item or point within it. */
  readonly named: string;
  readonly framework: string;
  readonly requirement: string;
  /** Of `named` to `requirement`. */
  readonly relation: Relation;
  readonly strength?: number;
  readonly status: 'published' | 'derived';
  readonly developer: string;
}

// The compiler reads a JSON pair as string[]; crosswalk.test.ts checks the shape.
const SHIPPED = [
  csfToIso,
  regulationToIso,
  regulationToCsf,
  articleToIso,
  articleToCsf,
] as unknown as readonly Crosswalk[];

/** Every crosswalk we ship. */
export function crosswalks(): readonly Crosswalk[] {
  return SHIPPED;
}

let index: ReadonlyMap<string, readonly Link[]> | undefined;

function buildIndex(): ReadonlyMap<string, readonly Link[]> {
  const built = new Map<string, Link[]>();
  const add = (framework: string, link: Link) => {
    const key = `${framework} ${link.named}`;
    const links = built.get(key);
    if (links === undefined) built.set(key, [link]);
    else links.push(link);
  };
  for (const { id: crosswalk, from, to, relation, status, developer, pairs } of SHIPPED) {
    const both = { crosswalk, relation, status, developer };
    for (const [source, target] of pairs) {
      add(from, { ...both, named: source, framework: to, requirement: target });
      add(to, { ...both, named: target, framework: from, requirement: source });
    }
  }
  return built;
}

function within(edition: Framework, node: string): readonly string[] {
  return [node, ...childrenOf(edition, node).flatMap((part) => within(edition, part.id))];
}

/**
 * What the crosswalks relate to a requirement, seen from either side. Pairs that name an item or a point of an
 * assessable requirement belong to it; a heading answers for itself only and hands nothing down.
 */
export function linksOf(frameworkId: string, requirementId: string): readonly Link[] {
  index ??= buildIndex();
  const known = index;
  const edition = framework(frameworkId);
  const assessable = edition !== undefined && requirementOf(edition, requirementId)?.assessable === true;
  const named = assessable ? within(edition, requirementId) : [requirementId];
  return named.flatMap((id) => known.get(`${frameworkId} ${id}`) ?? []);
}
