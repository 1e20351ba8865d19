import { say } from '@concord/catalog';
import {
  applicabilityKey,
  type Claim,
  claimsOnRequirement,
  type Freshness,
  type Implementation,
  type Judgement,
  judgementOn,
} from '@concord/programme';
import type { Kind, Result, State } from '../calculus/index.ts';
import type { Coverage } from './coverage.ts';
import { claimOf, nodesAsked, type Standing } from './feed.ts';
import { markOf, type StateMark, wordOf } from './word.ts';

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
  readonly controls: readonly ControlShown[];
  readonly evidence: Readonly<Record<Freshness, number>>;
  /** Whether what is claimed to meet it is in place, by what the organisation says of its controls. */
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
    // A result that is the same says the same; one worked out again may rest on other requirements than before.
    const same = known && before?.coverage.results.get(node.id) === result;
    rows.set(node.id, same ? known : rowOf(coverage, node, result));
  }
  return rows;
}

type Node = ReturnType<typeof nodesAsked>[number];

function rowOf(coverage: Coverage, node: Node, result: Result): CoverageRow {
  const claims = claimsOnRequirement(coverage.programme.controls, coverage.aspect.framework.id, node.id)
    .toArray()
    .filter(
      (claim) => claim.state !== 'withdrawn' && claim.controls.every((id) => coverage.standings.has(id)),
    );
  const confirmed = claims.filter((claim) => claim.state === 'confirmed');
  const standings = standingsBehind(claims, coverage);
  const behind = {
    judgement: lapsedJudgement(coverage, node),
    joints: confirmed.filter((claim) => counts(claim, coverage)).map((claim) => inUse(claim, coverage)),
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
    claims: { confirmed: confirmed.length, proposed: claims.length - confirmed.length },
    controls: standings.map(controlShown),
    evidence: countFreshness(standings),
    implementation: implementationBy(confirmed, coverage),
  };
}

function lapsedJudgement({ programme, aspect }: Coverage, node: Node): Judgement | undefined {
  const key = applicabilityKey(aspect.scope, aspect.framework.id, node.id);
  const judgement = judgementOn(programme.controls, key, aspect.on);
  return judgement?.judgement === 'met' && judgement.validUntil < aspect.on ? judgement : undefined;
}

function standingsBehind(claims: readonly Claim[], coverage: Coverage): Standing[] {
  const ids = new Set(claims.flatMap((claim) => claim.controls));
  const standings = [...ids]
    .map((id) => coverage.standings.get(id))
    .filter((standing) => standing !== undefined);
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

/** Whether a confirmed claim enters the result, and is not just a hint. */
function counts(claim: Claim, { programme, aspect }: Coverage): boolean {
  return claimOf(programme, claim, aspect)?.capped === undefined;
}

/** The members of a claim, without those that are struck because their condition of use does not hold. */
function inUse(claim: Claim, coverage: Coverage): Standing[] {
  return standingsBehind([claim], coverage).filter((standing) => standing.state.inUse);
}

/** Yes: some claim that counts as meeting it has only operating controls. Partly: some confirmed claimant does something. */
function implementationBy(confirmed: readonly Claim[], coverage: Coverage): CoverageRow['implementation'] {
  const whole = confirmed.some((claim) => {
    const enough = claim.contribution === 'meets' || claim.contribution === 'equals';
    const members = inUse(claim, coverage);
    const operates = members.every(({ state }) => state.implementation === 'operating');
    return enough && members.length > 0 && operates && counts(claim, coverage);
  });
  if (whole) return 'yes';
  const some = confirmed.some((claim) =>
    inUse(claim, coverage).some(({ state }) => state.implementation !== 'none'),
  );
  return some ? 'partly' : 'no';
}
