import {
  type Crosswalk,
  type Framework,
  type Link,
  linkIndex,
  linksOf,
  linksWithin,
  type Relation,
} from '@concord/catalog';
import {
  adoptedEdition,
  type Governance,
  type ImportedCrosswalk,
  type Programme,
  type RequirementEnd,
} from '@concord/programme';
import { infer, type Knowledge, REL, type Result, type State, statesOf, U } from '../calculus/index.ts';
import { coverageOf, keep, type ViewMemory, type Worked } from './memory.ts';

/**
 * What a published crosswalk, or an own relation that a gate keeps out of results, suggests of a requirement, from what
 * is known at its other end. Never part of the result.
 */
export interface CrosswalkHint {
  /** Set for our own relation: `crosswalk` is its id then, `developer` the organisation. */
  readonly source?: 'own';
  /** Why our own relation is no more than a hint. */
  readonly reason?: 'draft' | 'low confidence' | 'rationale' | 'scope';
  /** All of them, where it is only what several requirements ask together. */
  readonly together?: readonly RequirementEnd[];
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

/** Hints on the requirements of one edition on one day, as they were last made. */
export interface HintsKept {
  readonly edition: Framework;
  readonly crosswalks: Governance['crosswalks'];
  /** What was known elsewhere when they were. */
  readonly told: Told;
  readonly by: Map<string, HintsMade>;
}

/** By framework what each of its requirements tells others. */
type Told = ReadonlyMap<string, ReadonlyMap<string, Knowledge>>;

interface HintsMade {
  readonly links: readonly Link[];
  /** As long as nobody elsewhere tells anything else, nothing of it need be looked up. */
  readonly tables: Told;
  /** What was known at the other end of each. */
  readonly told: readonly Knowledge[];
  readonly hints: readonly CrosswalkHint[];
}

export function workedElsewhere({ programme, on, memory }: HintsAsked): Elsewhere {
  const elsewhere = new Map<string, Worked>();
  for (const { framework: id, scope } of programme.governance.adoptions.values()) {
    const framework = adoptedEdition(programme.governance, id);
    if (framework) elsewhere.set(id, coverageOf(programme, { framework, scope, on }, memory));
  }
  return elsewhere;
}

/**
 * The hints on each requirement of an adopted edition. Decision 1 of methods 4.6: rows of a crosswalk are kept and
 * shown beside the result, and never enter it. The same list as long as the other ends tell the same.
 */
export function hintsOf(asked: HintsAsked, elsewhere: Elsewhere, edition: Framework) {
  const { by, crosswalks, told: tables } = hintsKept(asked, toldElsewhere(asked.memory, elsewhere), edition);
  return (requirement: string): readonly CrosswalkHint[] => {
    const known = by.get(requirement);
    if (known?.tables === tables) return known.hints;
    const links = known?.links ?? linksOn(crosswalks, edition, requirement);
    const tells = ({ framework, requirement: other }: Link) => tables.get(framework)?.get(other) ?? U;
    if (known && links.every((link, at) => tells(link) === known.told[at])) {
      by.set(requirement, { ...known, tables });
      return known.hints;
    }
    const told = links.map(tells);
    const hints = links.flatMap((link, at) => hintOf(link, told[at] ?? U));
    by.set(requirement, { links, tables, told, hints });
    return hints;
  };
}

const kept = new WeakMap<ViewMemory, Map<string, HintsKept>>();

function hintsKept({ programme, on, memory }: HintsAsked, told: Told, edition: Framework): HintsKept {
  const { crosswalks } = programme.governance;
  const key = `${edition.id} ${on}`;
  const table = kept.get(memory) ?? new Map<string, HintsKept>();
  kept.set(memory, table);
  const known = table.get(key);
  const same = known?.edition === edition && known.crosswalks === crosswalks;
  if (same && known.told === told) return known;
  const anew: HintsKept = { edition, crosswalks, told, by: same ? known.by : new Map() };
  keep(table, key, anew);
  return anew;
}

const lastTold = new WeakMap<ViewMemory, { readonly elsewhere: Elsewhere; readonly told: Told }>();

/** The very same tables as long as they say the same, whatever else changed in the frameworks. */
function toldElsewhere(memory: ViewMemory, elsewhere: Elsewhere): Told {
  const last = lastTold.get(memory);
  if (last && sameWork(last.elsewhere, elsewhere)) return last.told;
  const told = new Map<string, ReadonlyMap<string, Knowledge>>();
  for (const [framework, { coverage }] of elsewhere) {
    const before = last?.told.get(framework);
    told.set(framework, tableOf(coverage.results, before));
  }
  const same = last && last.told.size === told.size && sameTables(last.told, told);
  const kept = same ? last.told : told;
  lastTold.set(memory, { elsewhere, told: kept });
  return kept;
}

function sameWork(one: Elsewhere, other: Elsewhere): boolean {
  return one.size === other.size && [...one].every(([id, worked]) => other.get(id) === worked);
}

function sameTables(one: Told, other: Told): boolean {
  return [...one].every(([id, table]) => other.get(id) === table);
}

function tableOf(
  results: ReadonlyMap<string, Result>,
  before: ReadonlyMap<string, Knowledge> | undefined,
): ReadonlyMap<string, Knowledge> {
  const table = new Map<string, Knowledge>();
  let same = before?.size === results.size;
  for (const [id, result] of results) {
    const tells = toldBy(result);
    table.set(id, tells);
    same &&= before?.get(id) === tells;
  }
  return same && before ? before : table;
}

/** Not related, or found over two hops, which conclude nothing (methods 4.6, Table B): such a pair gives no hint. */
const silent: ReadonlySet<Relation> = new Set<Relation>(['none', 'suggested']);

const shippedBy = new Map<string, readonly Link[]>();

/** What the crosswalks that we ship say of a requirement; the catalogue does not change while we run. */
function shippedLinks(framework: string, requirement: string): readonly Link[] {
  const key = `${framework}/${requirement}`;
  const known = shippedBy.get(key);
  if (known) return known;
  const links = linksOf(framework, requirement).filter(speaks);
  shippedBy.set(key, links);
  return links;
}

function speaks({ relation }: Link): boolean {
  return !silent.has(relation);
}

const lists = new WeakMap<object, readonly Crosswalk[]>();

/** Those that the organisation imported come after those that we ship. */
function linksOn(
  imported: HintsKept['crosswalks'],
  edition: Framework,
  requirement: string,
): readonly Link[] {
  const shipped = shippedLinks(edition.id, requirement);
  if (imported.isEmpty()) return shipped;
  const list = lists.get(imported) ?? imported.valueSeq().map(contentOf).toArray();
  lists.set(imported, list);
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
function toldBy(result: Result): Knowledge {
  if (result.kind === 'conflict' || result.kind === 'excluded') return U;
  return result.gapBy === 'claim' ? U : result.knowledge;
}
