import csfToIso from '../data/crosswalks/csf2-to-iso27001-2022.json' with { type: 'json' };
import articleToCsf from '../data/crosswalks/nis2-21-to-csf2.json' with { type: 'json' };
import articleToIso from '../data/crosswalks/nis2-21-to-iso27001-2022.json' with { type: 'json' };
import regulationToCsf from '../data/crosswalks/nis2-2690-to-csf2.json' with { type: 'json' };
import regulationToIso from '../data/crosswalks/nis2-2690-to-iso27001-2022.json' with { type: 'json' };
import { childrenOf, type Framework, framework, requirementOf } from './framework.ts';

/** The developer found nothing for a requirement in one part of the other framework, or left the cell blank. */
export interface NoEquivalent {
  readonly id: string;
  /** The part of the other framework that was searched. */
  readonly among: string;
  readonly statement: 'none' | 'blank' | 'all-applicable';
}

/** Counted by us: how many assessable requirements of each side have at least one pair; `method` says how. */
export interface CrosswalkMeasure {
  readonly pairs: number;
  readonly fromAssessable: number;
  readonly fromLinked: number;
  readonly toAssessable: number;
  readonly toLinked: number;
  /** Counting also the pairs that start at a heading. */
  readonly toLinkedWithHeadings: number;
  readonly method: string;
}

/** A published or derived mapping. It suggests links and locates gaps; it never shows that something is met. */
export interface Crosswalk {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly developer: string;
  readonly date: string;
  readonly direction: string;
  /** All that the sources state: that two requirements have to do with each other (a concept crosswalk). */
  readonly relation: 'related';
  readonly status: 'published' | 'derived';
  readonly source: string;
  readonly licence: string;
  readonly measured: CrosswalkMeasure;
  readonly pairs: readonly (readonly [from: string, to: string])[];
  readonly noEquivalent: readonly NoEquivalent[];
}

/** One pair of a crosswalk, seen from one of its ends. */
export interface Link {
  readonly crosswalk: string;
  /** The id the developer named on this side: the requirement itself or an item or point within it. */
  readonly named: string;
  readonly framework: string;
  readonly requirement: string;
  readonly relation: 'related';
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
