import sp80053ToIso from '../data/crosswalks/800-53r5-to-iso27001-2022.json' with { type: 'json' };
import csf11ToCsf from '../data/crosswalks/csf1.1-to-csf2.0.json' with { type: 'json' };
import csfToSp80053 from '../data/crosswalks/csf2-to-800-53r5.json' with { type: 'json' };
import csfToSp800171 from '../data/crosswalks/csf2-to-800-171r3.json' with { type: 'json' };
import csfToIso from '../data/crosswalks/csf2-to-iso27001-2022.json' with { type: 'json' };
import csfToIsoJoined from '../data/crosswalks/csf2-to-iso27001-2022-derived-via-800-53.json' with {
  type: 'json',
};
import hipaaToSp80053 from '../data/crosswalks/hipaa-to-800-53r5.json' with { type: 'json' };
import hipaaToCsf11 from '../data/crosswalks/hipaa-to-csf1.1.json' with { type: 'json' };
import hipaaToCsfJoined from '../data/crosswalks/hipaa-to-csf2.json' with { type: 'json' };
import iso2013ToIso from '../data/crosswalks/iso27001-2013-to-2022.json' with { type: 'json' };
import articleToCsf from '../data/crosswalks/nis2-21-to-csf2.json' with { type: 'json' };
import articleToIso from '../data/crosswalks/nis2-21-to-iso27001-2022.json' with { type: 'json' };
import articleToIsoOverview from '../data/crosswalks/nis2-21-to-iso27001-2022-overview.json' with {
  type: 'json',
};
import regulationToCsf from '../data/crosswalks/nis2-2690-to-csf2.json' with { type: 'json' };
import regulationToIso from '../data/crosswalks/nis2-2690-to-iso27001-2022.json' with { type: 'json' };

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
  /** Year, month or day of the source that was read (2025, 2025-06, 2025-06-30), or `undated`. */
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
  readonly strength?: number | undefined;
  readonly status: 'published' | 'derived';
  readonly developer: string;
}

// The compiler reads a JSON pair as (string | number)[]; crosswalk.test.ts checks the shape.
const SHIPPED = [
  csfToIso,
  regulationToIso,
  regulationToCsf,
  articleToIso,
  articleToCsf,
  articleToIsoOverview,
  iso2013ToIso,
  csf11ToCsf,
  csfToSp80053,
  csfToSp800171,
  sp80053ToIso,
  csfToIsoJoined,
  hipaaToCsf11,
  hipaaToCsfJoined,
  hipaaToSp80053,
] as unknown as readonly Crosswalk[];

/** Every crosswalk we ship; those between the frameworks an organisation most often answers to come first. */
export function crosswalks(): readonly Crosswalk[] {
  return SHIPPED;
}

/** The crosswalk with this id, or undefined. */
export function crosswalk(id: string): Crosswalk | undefined {
  return SHIPPED.find((shipped) => shipped.id === id);
}
