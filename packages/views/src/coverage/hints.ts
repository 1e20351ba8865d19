import { type Crosswalk, type Link, linkIndex, linksOf, linksWithin, type Relation } from '@concord/catalog';
import { adoptedEdition, type ImportedCrosswalk, type Programme } from '@concord/programme';
import { infer, type Knowledge, REL, type Result, type State, statesOf, U } from '../calculus/index.ts';
import { coverageOf, remember, type ViewMemory, type Worked } from './memory.ts';

/** What a published crosswalk suggests of a requirement, from what is known at its other end. Never part of the result. */
export interface CrosswalkHint {
  readonly crosswalk: string;
  readonly developer: string;
  readonly framework: string;
  readonly requirement: string;
  /** Of this requirement to the other. */
  readonly relation: Relation;
  /** States it would leave possible, were it more than a hint. */
  readonly suggests: readonly State[];
}

/** What is known of the frameworks at the other ends: each adopted one in the scope of its adoption. */
export type Elsewhere = ReadonlyMap<string, Worked>;

export interface HintsAsked {
  readonly programme: Programme;
  readonly on: string;
  readonly memory: ViewMemory;
}

export function workedElsewhere({ programme, on, memory }: HintsAsked): Elsewhere {
  const elsewhere = new Map<string, Worked>();
  for (const { framework: id, scope } of programme.governance.adoptions.values()) {
    const framework = adoptedEdition(programme.governance, id);
    if (framework) elsewhere.set(id, coverageOf(programme, { framework, scope, on }, memory));
  }
  return elsewhere;
}

/** Decision 1 of methods 4.6: rows of a crosswalk are kept and shown beside the result, and never enter it. */
export function hintsOn(
  { programme, memory, on }: HintsAsked,
  elsewhere: Elsewhere,
  { framework, requirement }: { framework: string; requirement: string },
): readonly CrosswalkHint[] {
  const links = linksOn(programme, framework, requirement);
  const told = links.map((link) =>
    toldBy(elsewhere.get(link.framework)?.coverage.results.get(link.requirement)),
  );
  const key = `hints ${framework} ${requirement} ${on}`;
  const { crosswalks, adoptions } = programme.governance;
  return remember(memory, { key, basis: [crosswalks, adoptions.get(framework), ...told] }, () =>
    links.flatMap((link, at) => hintOf(link, told[at] ?? U)),
  );
}

/** Not related, or found over two hops, which conclude nothing (methods 4.6, Table B): such a pair gives no hint. */
const silent: ReadonlySet<Relation> = new Set<Relation>(['none', 'suggested']);

const kept = new Map<string, readonly Link[]>();

/** What the crosswalks that we ship say of a requirement; the catalogue does not change while we run. */
function shippedLinks(framework: string, requirement: string): readonly Link[] {
  const key = `${framework}/${requirement}`;
  const known = kept.get(key);
  if (known) return known;
  const links = linksOf(framework, requirement).filter(speaks);
  kept.set(key, links);
  return links;
}

function speaks({ relation }: Link): boolean {
  return !silent.has(relation);
}

const lists = new WeakMap<object, readonly Crosswalk[]>();

/** Those that the organisation imported come after those that we ship. */
function linksOn({ governance }: Programme, framework: string, requirement: string): readonly Link[] {
  const shipped = shippedLinks(framework, requirement);
  const edition = governance.crosswalks.isEmpty() ? undefined : adoptedEdition(governance, framework);
  if (!edition) return shipped;
  const list = lists.get(governance.crosswalks) ?? governance.crosswalks.valueSeq().map(contentOf).toArray();
  lists.set(governance.crosswalks, list);
  return [...shipped, ...linksWithin(edition, requirement, linkIndex(list)).filter(speaks)];
}

function contentOf({ crosswalk }: ImportedCrosswalk): Crosswalk {
  return crosswalk;
}

function hintOf(link: Link, told: Knowledge): CrosswalkHint[] {
  const suggests = infer(told, REL);
  if (suggests === U) return [];
  const { crosswalk, developer, relation, framework, requirement } = link;
  return [{ crosswalk, developer, framework, requirement, relation, suggests: statesOf(suggests) }];
}

/** What the requirement at the other end tells: a conflict and a gap by the closed list tell nothing. */
function toldBy(result: Result | undefined): Knowledge {
  if (result === undefined || result.kind === 'conflict' || result.kind === 'excluded') return U;
  return result.gapBy === 'claim' ? U : result.knowledge;
}
