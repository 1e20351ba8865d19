import { say } from '@concord/catalog';
import {
  applicabilityKey,
  type Claim,
  type Freshness,
  type Implementation,
  type Judgement,
  judgementOn,
} from '@concord/programme';
import type { Kind, Result, State } from '../calculus/index.ts';
import type { Coverage } from './coverage.ts';
import { nodesAsked, type Standing } from './feed.ts';
import { markOf, type StateMark, sourcesOf, wordOf } from './word.ts';

/** One requirement as every view shows it. Claims that are withdrawn or rest on a retired control are gone from it. */
export interface CoverageRow {
  readonly id: string;
  readonly title: string;
  readonly level: string;
  readonly assessable: boolean;
  /** What is still possible: F met, P partly, N not. Empty for a conflict. */
  readonly state: readonly State[];
  readonly word: string;
  readonly kind: Kind;
  /** The family of state that a mark is drawn for. */
  readonly mark: StateMark;
  readonly claims: { readonly confirmed: number; readonly proposed: number };
  /** In the order of their codes. */
  readonly controls: readonly Standing[];
  readonly evidence: Readonly<Record<Freshness, number>>;
  /** Whether what is claimed to meet it is in place, by what the organisation says of its controls; met as assessed is in place. */
  readonly implementation: 'yes' | 'partly' | 'no';
}

export interface ControlShown {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly owner?: string | undefined;
  readonly implementation: Implementation;
  readonly freshness: Freshness;
  readonly freshUntil?: string | undefined;
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
}

function rowOf(coverage: Coverage, node: Node, result: Result): CoverageRow {
  const readings = readingsOn(coverage, node);
  const confirmed = readings.filter(({ claim }) => claim.state === 'confirmed');
  const counting = confirmed.filter((reading) => reading.counts);
  const standings = standingsBehind(readings);
  const behind = {
    judgement: lapsedJudgement(coverage, node),
    joints: counting.map((reading) => reading.inUse),
  };
  return {
    id: node.id,
    title: node.title,
    level: node.level,
    assessable: node.assessable,
    state: result.states,
    kind: result.kind,
    mark: markOf(result),
    word: say('en', ...wordOf(result, behind)),
    claims: { confirmed: confirmed.length, proposed: readings.length - confirmed.length },
    controls: standings,
    evidence: countFreshness(standings),
    implementation: result.kind === 'assessed' ? 'yes' : implementationBy(confirmed, counting),
  };
}

/** The claims on a requirement that are not withdrawn and rest on no retired control. */
function readingsOn({ claims, standings }: Coverage, node: Node): Reading[] {
  const readings: Reading[] = [];
  for (const { stated, read } of claims.get(node.id) ?? []) {
    const members = stated.controls.map((id) => standings.get(id)).filter((each) => each !== undefined);
    if (members.length < stated.controls.length) continue;
    const inUse = members.filter((standing) => standing.state.inUse);
    readings.push({ claim: stated, members, inUse, counts: read.capped === undefined });
  }
  return readings;
}

function lapsedJudgement({ programme, aspect }: Coverage, node: Node): Judgement | undefined {
  const key = applicabilityKey(aspect.scope, aspect.framework.id, node.id);
  const judgement = judgementOn(programme.controls, key, aspect.on);
  return judgement?.judgement === 'met' && judgement.validUntil < aspect.on ? judgement : undefined;
}

function standingsBehind(readings: readonly Reading[]): Standing[] {
  const standings = [...new Set(readings.flatMap(({ members }) => members))];
  return standings.sort((one, other) => (one.control.code < other.control.code ? -1 : 1));
}

export function controlShown({ control, state, shown }: Standing): ControlShown {
  const { id, code, name, owner } = control;
  const implementation = state.implementation === 'none' ? 'planned' : state.implementation;
  return { id, code, name, owner, implementation, freshness: shown.freshness, freshUntil: shown.until };
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
  const whole = counting.some(({ claim, inUse }) => {
    const enough = claim.contribution === 'meets' || claim.contribution === 'equals';
    return enough && inUse.length > 0 && inUse.every(({ state }) => state.implementation === 'operating');
  });
  if (whole) return 'yes';
  const some = confirmed.some(({ inUse }) => inUse.some(({ state }) => state.implementation !== 'none'));
  return some ? 'partly' : 'no';
}
