import type { Crosswalk, NoEquivalent, Pair, Relation } from '../../crosswalk.ts';
import { type Framework, requirementOf } from '../../framework.ts';
import type { Findings } from './finding.ts';
import { findId } from './identity.ts';
import { frameworkIdOf } from './name.ts';
import { turned } from './relation.ts';
import { NOT_STATED, shorten, slug } from './wording.ts';

/** One line of a mapping as a file states it. */
export interface DraftLink {
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly relation: Relation;
  readonly strength?: number;
}

/** A relation that holds between the union of several requirements and the union of several others. */
export interface JointRelation {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly relation: Relation;
}

/** How a mapping came about, in the words of its file. */
export interface CrosswalkProvenance {
  readonly method?: string;
  readonly rationale?: string;
  readonly status?: string;
  readonly description?: string;
}

/**
 * A mapping as a file states it; `from` and `to` are names of frameworks, as the file writes them. An empty `from` is
 * the framework of the same file.
 */
export interface DraftCrosswalk {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly developer: string;
  readonly date: string;
  readonly source: string;
  readonly licence: string;
  readonly strengthMeans?: string;
  readonly links: readonly DraftLink[];
  readonly noEquivalent: readonly NoEquivalent[];
  readonly joint?: readonly JointRelation[];
  readonly provenance?: CrosswalkProvenance;
}

/** One end of the example: the id and title that make a sentence a person can say yes or no to. */
export interface ExampleEnd {
  readonly framework: string;
  readonly id: string;
  readonly title: string;
}

/** A crosswalk read from a file, with what a person confirms before it is kept. */
export interface ImportedCrosswalk {
  readonly crosswalk: Crosswalk;
  /** Words under `example.<relation>`: "from contains everything in to?" Undefined when there is no pair. */
  readonly example?: { readonly from: ExampleEnd; readonly relation: Relation; readonly to: ExampleEnd };
  /** Ids at either end that no known framework has; they are kept as written. */
  readonly unresolved: { readonly from: readonly string[]; readonly to: readonly string[] };
  /** Statements about unions, which the pairs can only hold in part. */
  readonly joint: readonly JointRelation[];
  readonly provenance?: CrosswalkProvenance;
}

/** How relations in a file are to be read: of `from` compared to `to` as written, or of `to` compared to `from`. */
export type Direction = 'as-written' | 'turned';

export interface CrosswalkReading {
  readonly frameworks: readonly Framework[];
  readonly direction: Direction;
}

/** The largest published mappings have a few thousand pairs. */
export const MOST_PAIRS = 100_000;
const SET_RELATIONS: readonly Relation[] = ['superset', 'subset', 'equal', 'intersects'];

/** A crosswalk of what a file states: ids as the known frameworks write them, every pair once. */
export function settleCrosswalk(
  draft: DraftCrosswalk,
  reading: CrosswalkReading,
  findings: Findings,
): ImportedCrosswalk {
  const from = endOf(draft.from, reading.frameworks, findings);
  const to = endOf(draft.to, reading.frameworks, findings);
  const links = settleLinks(draft.links, { from, to, direction: reading.direction }, findings);
  const relation = commonest(links.map((link) => link.relation));
  const example = links.find((link) => SET_RELATIONS.includes(link.relation)) ?? links[0];
  const turn = reading.direction === 'turned' ? turned : (stated: Relation) => stated;
  const joint = (draft.joint ?? []).map((one) => ({
    from: one.from.map((id) => from.find(id)),
    to: one.to.map((id) => to.find(id)),
    relation: turn(one.relation),
  }));
  return {
    crosswalk: {
      id: slug(`${from.id}-to-${to.id}`),
      title: shorten(draft.title || `${from.id} to ${to.id}`),
      from: from.id,
      to: to.id,
      developer: draft.developer || NOT_STATED,
      date: draft.date || 'undated',
      direction: directionOf(from, to, reading.direction),
      relation,
      ...(draft.strengthMeans === undefined ? {} : { strengthMeans: draft.strengthMeans }),
      status: 'published',
      source: draft.source || NOT_STATED,
      licence: draft.licence || NOT_STATED,
      pairs: links.map((link) => pairOf(link, relation)),
      noEquivalent: draft.noEquivalent.map((one) => ({
        ...one,
        id: (one.side === 'to' ? to : from).find(one.id),
      })),
    },
    ...(example === undefined ? {} : { example: exampleOf(example, from, to) }),
    unresolved: { from: [...from.unresolved], to: [...to.unresolved] },
    joint,
    ...(draft.provenance === undefined ? {} : { provenance: draft.provenance }),
  };
}

function directionOf(from: End, to: End, direction: Direction): string {
  const read = direction === 'turned' ? ' The file compares them the other way round; turned on import.' : '';
  return `A relation says how the ${from.id} side lies to the ${to.id} side.${read}`;
}

interface End {
  readonly id: string;
  readonly framework: Framework | undefined;
  find(written: string): string;
  readonly unresolved: ReadonlySet<string>;
}

function endOf(name: string, known: readonly Framework[], findings: Findings): End {
  const id = frameworkIdOf(name, known);
  const framework = known.find((one) => one.id === id);
  const unresolved = new Set<string>();
  const find = (written: string) => {
    const found = framework === undefined ? undefined : findId(framework, written);
    if (found === undefined) unresolved.add(written);
    if (found?.mended) findings.notice('import.id-mended', `${written} → ${found.id}`);
    return found?.id ?? written;
  };
  return { id, framework, find, unresolved };
}

interface Ends {
  readonly from: End;
  readonly to: End;
  readonly direction: Direction;
}

function settleLinks(drafts: readonly DraftLink[], ends: Ends, findings: Findings): readonly DraftLink[] {
  if (drafts.length > MOST_PAIRS) {
    findings.fault('', 'import.too-many-pairs', { limit: MOST_PAIRS });
    return [];
  }
  const settled = new Map<string, DraftLink>();
  for (const draft of drafts) {
    const [from, to] = [ends.from.find(draft.from), ends.to.find(draft.to)];
    const relation = ends.direction === 'turned' ? turned(draft.relation) : draft.relation;
    const key = JSON.stringify([from, to]);
    const first = settled.get(key);
    if (first === undefined) settled.set(key, { ...draft, from, to, relation });
    else if (first.relation === relation) findings.notice('import.pair-repeated', `${from} – ${to}`);
    else findings.fault(draft.at, 'import.pair-contradicted', { from, to, first: first.at });
  }
  return [...settled.values()];
}

function commonest(stated: readonly Relation[]): Relation {
  const counts = new Map<Relation, number>();
  for (const relation of stated) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'related';
}

function pairOf({ from, to, relation, strength }: DraftLink, ofAll: Relation): Pair {
  if (strength !== undefined) return [from, to, relation, strength];
  return relation === ofAll ? [from, to] : [from, to, relation];
}

function exampleOf(link: DraftLink, from: End, to: End): NonNullable<ImportedCrosswalk['example']> {
  const end = ({ id, framework }: End, requirement: string): ExampleEnd => ({
    framework: id,
    id: requirement,
    title: (framework && requirementOf(framework, requirement)?.title) ?? requirement,
  });
  return { from: end(from, link.from), relation: link.relation, to: end(to, link.to) };
}
