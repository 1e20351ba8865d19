import type { Programme } from '@concord/programme';
import { passOn } from '../../calculus/graph.ts';
import { type Claim, F, type Requirement, type Result } from '../../calculus/index.ts';
import { stillCounts } from '../../calculus/local.ts';
import type { ClaimRead, Coverage } from '../../coverage/coverage.ts';
import { claimOf, groundOf } from '../../coverage/feed.ts';
import type { InParts } from '../../pauses/in-parts.ts';
import type { Problem, Rule, Wanted } from './rules.ts';
import { simplified } from './simplify.ts';

/** Requirements of one framework, in one scope, of which so many are to be met. */
export interface Wish {
  readonly coverage: Coverage;
  readonly requirements: readonly string[];
  readonly atLeast: number;
}

/** Wishes as a problem over controls that exist, and what its places stand for. */
export interface Model {
  readonly problem: Problem;
  /** Ids by place, in the order of their codes. */
  readonly controls: readonly string[];
  /** By wish, the node of each of its requirements; none for what a judgement or a conflict stands against. */
  readonly nodes: readonly ReadonlyMap<string, number>[];
}

/** Also reads proposed claims, as they would count once they are confirmed. */
export interface ModelAsked {
  readonly programme: Programme;
  readonly confirmed: boolean;
}

/**
 * Which controls would have to work for what to be met: the rules of the calculus as far as they say "met". Claims that
 * count and name only working controls count already. What a judgement or a conflict stands against is never met here,
 * and tells nothing: only who judges it again can change that.
 */
export function* modelOf(wishes: readonly Wish[], asked: ModelAsked): InParts<Model> {
  const controls = yield* candidatesOf(wishes, asked);
  const place = new Map(controls.map((id, at) => [id, at]));
  const rules: Rule[] = [];
  const nodes: Map<string, number>[] = [];
  let used = 0;
  for (const { coverage } of wishes) {
    const drawn = drawRules(coverage, { asked, place, first: used });
    rules.push(...drawn.rules);
    nodes.push(drawn.nodes);
    used += drawn.size;
    yield;
  }
  const wanted = wishes.map(({ requirements, atLeast }, at): Wanted => {
    const known = nodes[at] as Map<string, number>;
    return { nodes: requirements.flatMap((id) => known.get(id) ?? []), atLeast };
  });
  const problem = yield* simplified({ controls: controls.length, nodes: used, rules, wanted });
  return { problem, controls, nodes };
}

/** The same model with other numbers wanted. */
export function wanting({ problem, ...rest }: Model, atLeast: readonly number[]): Model {
  const wanted = problem.wanted.map((wish, at) => ({ ...wish, atLeast: atLeast[at] ?? wish.atLeast }));
  return { ...rest, problem: { ...problem, wanted } };
}

/** Controls of claims that could meet something, which do not work yet in some scope asked about. */
function* candidatesOf(wishes: readonly Wish[], asked: ModelAsked): InParts<string[]> {
  const codes = new Map<string, string>();
  for (const { coverage } of wishes) {
    for (const id of coverage.claims.keys()) {
      for (const claim of meetingClaims(coverage, id, asked)) {
        for (const control of stillNeeded(coverage, claim) ?? []) {
          codes.set(control, coverage.standings.get(control)?.control.code ?? '');
        }
      }
    }
    yield;
  }
  return [...codes].sort(([, one], [, other]) => (one < other ? -1 : 1)).map(([id]) => id);
}

interface Drawing {
  readonly asked: ModelAsked;
  readonly place: ReadonlyMap<string, number>;
  /** Number of the first node. */
  readonly first: number;
}

/** Every requirement has a node for each number of relations over which it may be known, up to the limit. */
function drawRules(coverage: Coverage, drawing: Drawing) {
  const { question, solution } = coverage;
  const { live, components } = solution.memory.graph;
  const across = components.some((component) => component.across.length > 0);
  const levels = across ? (question.hopLimit ?? 1) + 1 : 1;
  const open = question.requirements.filter(
    ({ id }) => live.has(id) && isOpen(solution.results.get(id) as Result),
  );
  const at = new Map(open.map(({ id }, step) => [id, drawing.first + step * levels]));
  const own = open.flatMap((requirement) => {
    const gives = at.get(requirement.id) as number;
    return [...ownRules(requirement, { coverage, drawing, gives }), ...levelRules(gives, levels)];
  });
  const drawn = components.flatMap((component) => [
    ...component.within.flatMap((passage) => rulesOver(passage, { at, levels, hop: 0 })),
    ...component.across.flatMap((passage) => rulesOver(passage, { at, levels, hop: 1 })),
  ]);
  const nodes = new Map([...at].map(([id, node]) => [id, node + levels - 1]));
  return { rules: [...own, ...drawn], nodes, size: open.length * levels };
}

/** By the requirement's own judgement and claims. */
function ownRules(
  requirement: Requirement,
  { coverage, drawing, gives }: { coverage: Coverage; drawing: Drawing; gives: number },
): Rule[] {
  const { asked, place } = drawing;
  const judged: Rule[] = isJudgedMet(requirement) ? [{ needs: [], from: [], gives }] : [];
  const claimed = meetingClaims(coverage, requirement.id, asked).flatMap((claim): Rule[] => {
    const needs = stillNeeded(coverage, claim)?.map((control) => place.get(control) as number);
    return needs ? [{ needs, from: [], gives }] : [];
  });
  return [...judged, ...claimed];
}

/** What is known over so many relations is known over more. */
function levelRules(node: number, levels: number): Rule[] {
  return Array.from({ length: levels - 1 }, (_, level) => ({
    needs: [],
    from: [node + level],
    gives: node + level + 1,
  }));
}

/** Nothing known speaks against its being met; the closed list is no knowledge. */
export function isOpen({ kind, knowledge, gapBy }: Result): boolean {
  return kind !== 'conflict' && kind !== 'excluded' && (gapBy === 'claim' || (knowledge & F) !== 0);
}

function isJudgedMet({ judgement }: Requirement): boolean {
  return judgement !== undefined && judgement.state === 'F' && stillCounts(judgement);
}

type Passage = Parameters<typeof passOn>[0] & { readonly target: string };

interface Over {
  readonly at: ReadonlyMap<string, number>;
  readonly levels: number;
  readonly hop: number;
}

function rulesOver(passage: Passage, { at, levels, hop }: Over): Rule[] {
  const from = passage.sources.map((id) => at.get(id));
  const gives = at.get(passage.target);
  if (gives === undefined || passOn(passage, () => F) !== F) return [];
  if (!from.every((node) => node !== undefined)) return [];
  const steps = Array.from({ length: Math.max(0, levels - hop) }, (_, level) => level);
  return steps.map((level) => ({
    needs: [],
    from: from.map((node) => node + level),
    gives: gives + level + hop,
  }));
}

/** Claims that say the requirement is met where their controls work: not of a part, not an overlap, not a hint. */
function meetingClaims({ claims, aspect }: Coverage, id: string, asked: ModelAsked): readonly Claim[] {
  return (claims.get(id) ?? [])
    .map((claim) => readAs(claim, asked, aspect))
    .filter((claim) => claim.capped === undefined && (claim.relation === 'SUP' || claim.relation === 'EQ'));
}

function readAs(
  { stated, read }: ClaimRead,
  { programme, confirmed }: ModelAsked,
  aspect: Coverage['aspect'],
) {
  if (!confirmed || read.capped !== 'proposed') return read;
  return claimOf(groundOf(programme), { ...stated, state: 'confirmed' }, aspect) ?? read;
}

/** Members that do not work yet; undefined where the claim says nothing: a member retired, or none of use. */
export function stillNeeded(
  { standings }: Coverage,
  { controls }: Pick<Claim, 'controls'>,
): string[] | undefined {
  const members = [...new Set(controls)].map((id) => standings.get(id));
  if (members.some((member) => member === undefined)) return undefined;
  const inUse = members.flatMap((member) => (member?.state.inUse ? [member.state] : []));
  if (inUse.length === 0) return undefined;
  return inUse.filter(({ knowledge }) => knowledge !== F).map(({ id }) => id);
}
