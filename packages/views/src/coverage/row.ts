import { titleIn } from '@concord/catalog';
import {
  applicabilityKey,
  type Claim,
  type Freshness,
  type Implementation,
  type Judgement,
  judgementOn,
} from '@concord/programme';
import type { Kind, Result, State } from '../calculus/index.ts';
import { sayIn } from '../language/say.ts';
import type { ClaimRead, Coverage } from './coverage.ts';
import { nodesAsked, type Standing } from './feed.ts';
import { markOf, type Said, type StateMark, sourcesOf, wordOf } from './word.ts';

/** One requirement as every view shows it. Claims that are withdrawn or rest on a retired control are gone from it. */
export interface CoverageRow {
  readonly id: string;
  readonly framework: string;
  /** As the edition has it; `spoken` has it in a language. */
  readonly ownTitle: string;
  readonly level: string;
  readonly assessable: boolean;
  /** What is still possible: F met, P partly, N not. Empty for a conflict. */
  readonly state: readonly State[];
  /** The result in no language yet: coverage is worked out once for all of them. */
  readonly said: Said;
  readonly kind: Kind;
  /** The family of state that a mark is drawn for. */
  readonly mark: StateMark;
  readonly claims: { readonly confirmed: number; readonly proposed: number };
  /** In the order of their codes. */
  readonly controls: readonly Standing[];
  readonly evidence: Readonly<Record<Freshness, number>>;
  /** Whether what is claimed to meet it is in place, by what the organisation says of its controls; met as assessed is in place. */
  readonly implementation: 'yes' | 'partly' | 'no';
  /** Ids of controls that only confirmed claims name which a gate keeps a hint; absent where there are none. */
  readonly hinting?: readonly string[];
}

export interface ControlShown {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly owner?: string | undefined;
  readonly implementation: Implementation;
  readonly freshness: Freshness;
  readonly freshUntil?: string | undefined;
  /** Its condition of use does not hold: no claim counts on it. */
  readonly struck?: true;
}

/** What of a row is in words. */
export interface Spoken {
  readonly title: string;
  readonly word: string;
}

/** The words of a row in a language. */
export function spoken({ framework, id, ownTitle, said }: CoverageRow, language: string): Spoken {
  return {
    title: titleIn(language, { framework, requirement: id }, ownTitle),
    word: sayIn({ language })(...said),
  };
}

/** Rows for every node; those that nothing touched are taken over from before. */
export function coverageRows(
  coverage: Coverage,
  before: { coverage: Coverage; rows: ReadonlyMap<string, CoverageRow> } | undefined,
): ReadonlyMap<string, CoverageRow> {
  const rows = new Map<string, CoverageRow>();
  for (const node of nodesAsked(coverage.aspect.framework)) {
    const known = coverage.changed && !coverage.changed.has(node.id) ? before?.rows.get(node.id) : undefined;
    const result = coverage.results.get(node.id) as Result;
    const same = known && saysTheSame(before?.coverage.results.get(node.id), result);
    rows.set(node.id, same ? known : rowOf(coverage, node, result));
  }
  return rows;
}

/** A result that was worked out again may rest on other requirements than before: then its words differ too. */
function saysTheSame(before: Result | undefined, now: Result): boolean {
  if (before === now) return true;
  return (
    before?.kind === now.kind &&
    before.gapBy === now.gapBy &&
    before.knowledge === now.knowledge &&
    (now.kind !== 'inferred' || sourcesOf(before) === sourcesOf(now))
  );
}

type Node = ReturnType<typeof nodesAsked>[number];

/** A claim with the controls behind it as they stand; those whose condition of use does not hold are struck. */
interface Reading {
  readonly claim: Claim;
  readonly members: readonly Standing[];
  readonly inUse: readonly Standing[];
  /** Confirmed, and not kept a hint by a gate. */
  readonly counts: boolean;
  /** Whether all that are in use operate, some do something, or none does anything. */
  readonly works: 'all' | 'some' | 'none';
}

function rowOf(coverage: Coverage, node: Node, result: Result): CoverageRow {
  const { readings, controls: standings } = readClaims(coverage, node);
  const confirmed = readings.filter(({ claim }) => claim.state === 'confirmed');
  const counting = confirmed.filter((reading) => reading.counts);
  const behind = {
    judgement: lapsedJudgement(coverage, node),
    joints: counting.map((reading) => reading.inUse),
  };
  return {
    id: node.id,
    framework: coverage.aspect.framework.id,
    ownTitle: node.title,
    level: node.level,
    assessable: node.assessable,
    state: result.states,
    kind: result.kind,
    mark: markOf(result),
    said: wordOf(result, behind),
    claims: { confirmed: confirmed.length, proposed: readings.length - confirmed.length },
    controls: standings,
    evidence: countFreshness(standings),
    implementation: result.kind === 'assessed' ? 'yes' : implementationBy(confirmed, counting),
    ...hintingIn(confirmed, counting),
  };
}

function hintingIn(confirmed: readonly Reading[], counting: readonly Reading[]) {
  if (confirmed.length === counting.length) return {};
  const counted = new Set(counting.flatMap(({ inUse }) => inUse));
  const hints = confirmed.filter((reading) => !reading.counts).flatMap(({ inUse }) => inUse);
  const hinting = [...new Set(hints)].filter((each) => !counted.has(each)).map(({ control }) => control.id);
  return hinting.length > 0 ? { hinting } : {};
}

/** What was last read of the claims on a requirement. */
interface LastRead {
  /** Beside each claim; nothing beside one that rests on a retired control. */
  readonly readings: readonly (Reading | undefined)[];
  /** Ids of the controls, in the order of their codes. */
  readonly ids: readonly string[];
}

const lastRead = new WeakMap<readonly ClaimRead[], LastRead>();

/**
 * The claims on a requirement that are not withdrawn and rest on no retired control, and the controls behind them in the
 * order of their codes. Which controls these are changes only with the claims or the controls themselves, and then
 * it is another list: evidence on one of hundreds neither sorts them nor reads the other claims again.
 */
function readClaims({ claims, standings, changed }: Coverage, node: Node) {
  const list = claims.get(node.id) ?? [];
  const known = lastRead.get(list);
  const all = list.map((claim, at) => {
    const reading = known?.readings[at];
    return reading && stillReads(reading, standings) ? reading : readingOf(claim, standings);
  });
  const readings = all.filter((each) => each !== undefined);
  const ids = known?.ids ?? idsByCode(readings);
  // The first reading is the one that is waited for, and most requirements of it are never touched: it keeps nothing.
  if (changed) lastRead.set(list, { readings: all, ids });
  return { readings, controls: ids.map((id) => standings.get(id) as Standing) };
}

function stillReads({ claim, members }: Reading, standings: Coverage['standings']): boolean {
  return claim.controls.every((id, at) => standings.get(id) === members[at]);
}

function readingOf({ stated, read }: ClaimRead, standings: Coverage['standings']): Reading | undefined {
  const members = stated.controls.map((id) => standings.get(id)).filter((each) => each !== undefined);
  if (members.length < stated.controls.length) return undefined;
  const inUse = members.filter((standing) => standing.state.inUse);
  return { claim: stated, members, inUse, counts: read.capped === undefined, works: worksOf(inUse) };
}

function worksOf(inUse: readonly Standing[]): Reading['works'] {
  if (inUse.length > 0 && inUse.every(({ state }) => state.implementation === 'operating')) return 'all';
  return inUse.some(({ state }) => state.implementation !== 'none') ? 'some' : 'none';
}

function idsByCode(readings: readonly Reading[]): string[] {
  const behind = [...new Set(readings.flatMap(({ members }) => members))];
  behind.sort((one, other) => (one.control.code < other.control.code ? -1 : 1));
  return behind.map(({ control }) => control.id);
}

function lapsedJudgement({ programme, aspect }: Coverage, node: Node): Judgement | undefined {
  const key = applicabilityKey(aspect.scope, aspect.framework.id, node.id);
  const judgement = judgementOn(programme.controls, key, aspect.on);
  return judgement?.judgement === 'met' && judgement.validUntil < aspect.on ? judgement : undefined;
}

const shownOf = new WeakMap<Standing, Omit<ControlShown, 'owner'>>();

/** A control as rows show it: one control stands in many of them, and is the same object in all. */
export function controlInRow(standing: Standing): Omit<ControlShown, 'owner'> {
  const known = shownOf.get(standing);
  if (known) return known;
  const { owner: _owner, ...shown } = controlShown(standing);
  shownOf.set(standing, shown);
  return shown;
}

export function controlShown({ control, state, shown }: Standing): ControlShown {
  const { id, code, name, owner } = control;
  const implementation = state.implementation === 'none' ? 'planned' : state.implementation;
  const { freshness, until: freshUntil } = shown;
  return {
    id,
    code,
    name,
    owner,
    implementation,
    freshness,
    freshUntil,
    ...(state.inUse ? {} : { struck: true }),
  };
}

function countFreshness(standings: readonly Standing[]): Record<Freshness, number> {
  const counts = { fresh: 0, due: 0, stale: 0, missing: 0, failed: 0 };
  for (const { shown } of standings) counts[shown.freshness] += 1;
  return counts;
}

/** Yes: some claim that counts as meeting it has only operating controls. Partly: some confirmed claimant does something. */
function implementationBy(
  confirmed: readonly Reading[],
  counting: readonly Reading[],
): CoverageRow['implementation'] {
  const enough = ({ contribution }: Claim) => contribution === 'meets' || contribution === 'equals';
  if (counting.some(({ claim, works }) => works === 'all' && enough(claim))) return 'yes';
  return confirmed.some(({ works }) => works !== 'none') ? 'partly' : 'no';
}
