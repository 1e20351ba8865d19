import fc from 'fast-check';
import { type ControlReport, controlState, type EvidenceStanding } from '../feed.ts';
import type { State } from '../knowledge.ts';
import type { Claim, OwnRelation, Question, Requirement } from '../question.ts';
import type { RelationName } from '../relation.ts';

/** A set of atomic obligations, as bits. */
export type Atoms = number;

/** The true state of a set of obligations where `satisfied` are those that are truly met. */
export function stateIn(obligations: Atoms, satisfied: Atoms): State {
  if ((obligations & satisfied) === obligations) return 'F';
  return (obligations & satisfied) === 0 ? 'N' : 'P';
}

/** The one relation that truly holds between two non-empty sets. */
export function relationBetween(a: Atoms, b: Atoms): RelationName {
  if (a === b) return 'EQ';
  if ((a & b) === 0) return 'DIS';
  if ((a & b) === a) return 'SUB';
  return (a & b) === b ? 'SUP' : 'INT';
}

/** A world and a question about it in which everything that may enter a proof is true of it. */
export interface World {
  readonly satisfied: Atoms;
  readonly obligations: ReadonlyMap<string, Atoms>;
  readonly question: Question;
}

const atoms = fc.integer({ min: 1, max: 31 });
const pick = fc.nat({ max: 1000 });
const often = fc.constantFrom(true, true, true, true, false);

const drawnWorld = fc.record({
  satisfied: fc.integer({ min: 0, max: 31 }),
  requirements: fc.array(
    fc.record({
      atoms,
      stays: often,
      assessable: often,
      parts: fc.array(pick, { maxLength: 2 }),
      judged: fc.constantFrom('no', 'no', 'true', 'lapsed'),
      lapsedFlag: fc.boolean(),
    }),
    { minLength: 3, maxLength: 8 },
  ),
  controls: fc.array(fc.record({ atoms, seed: pick, inUse: often }), { minLength: 1, maxLength: 5 }),
  claims: fc.array(
    fc.record({ to: pick, members: fc.array(pick, { minLength: 1, maxLength: 3 }), lie: pick }),
    {
      maxLength: 8,
    },
  ),
  relations: fc.array(
    fc.record({ to: pick, from: fc.array(pick, { minLength: 1, maxLength: 2 }), lie: pick }),
    {
      maxLength: 8,
    },
  ),
});

type Drawn = typeof drawnWorld extends fc.Arbitrary<infer Value> ? Value : never;

const standings: readonly EvidenceStanding[] = ['fresh', 'fresh', 'due', 'stale', 'missing', 'failed'];
const implementations = ['operating', 'operating', 'partly', 'none'] as const;

function isTrue(report: ControlReport, state: State): boolean {
  const vouched = report.designAccepted && (report.evidence === 'fresh' || report.evidence === 'due');
  if (!vouched || report.implementation === 'none') return true;
  return report.implementation === 'operating' ? state === 'F' : state !== 'N';
}

/** What the library says of a control: whatever it vouches for is so; what is stale or untested may be false. */
function reportOf(drawn: Drawn['controls'][number], id: string, satisfied: Atoms): ControlReport {
  const state = stateIn(drawn.atoms, satisfied);
  for (let seed = drawn.seed; ; seed += 7) {
    const report: ControlReport = {
      id,
      implementation: implementations[seed % 4]!,
      evidence: standings[Math.floor(seed / 4) % 6]!,
      designAccepted: Math.floor(seed / 24) % 5 !== 0,
      inUse: drawn.inUse,
    };
    if (isTrue(report, state)) return report;
  }
}

/** Each requirement may have parts among those before it; its obligations are then exactly theirs. */
function requirementsOf(drawn: Drawn): { requirements: Requirement[]; obligations: Map<string, Atoms> } {
  const obligations = new Map<string, Atoms>();
  const requirements: Requirement[] = [];
  const left = new Set<string>();
  drawn.requirements.forEach((one, at) => {
    const id = `R${at}`;
    const parts = at === 0 ? [] : [...new Set(one.parts.map((part) => `R${part % at}`))];
    const remaining = parts.filter((part) => !left.has(part));
    const own = remaining.reduce((all, part) => all | obligations.get(part)!, 0) || one.atoms;
    obligations.set(id, own);
    const heading = !one.assessable && parts.length > 0 && remaining.length === 0;
    if (!one.stays || heading) left.add(id);
    const truth = stateIn(own, drawn.satisfied);
    const judgement =
      one.judged === 'true'
        ? { state: truth, on: '2026-01-10', lapsed: one.lapsedFlag && truth !== 'F' }
        : { state: 'F' as const, on: '2026-01-10', lapsed: true };
    requirements.push({
      id,
      ...(one.stays ? {} : { excluded: true }),
      ...(one.assessable ? {} : { assessable: false }),
      ...(parts.length > 0 ? { parts } : {}),
      ...(one.judged === 'no' ? {} : { judgement }),
    });
  });
  return { requirements, obligations };
}

const relationNames = ['EQ', 'SUP', 'SUB', 'INT'] as const;

/** What is asserted of two sets: the truth, unless capped, in which case anything. */
function assertion(truth: RelationName, lie: number): Pick<Claim, 'relation' | 'capped'> | undefined {
  if (lie % 5 === 0) return { relation: relationNames[lie % 4]!, capped: 'draft' };
  return truth === 'DIS' ? undefined : { relation: truth };
}

function claimsOf(drawn: Drawn, obligations: ReadonlyMap<string, Atoms>): Claim[] {
  return drawn.claims.flatMap(({ to, members, lie }, at) => {
    const requirement = `R${to % drawn.requirements.length}`;
    const indices = [...new Set(members.map((member) => member % drawn.controls.length))];
    const inUse = indices.filter((index) => drawn.controls[index]!.inUse);
    const union = inUse.reduce((all, index) => all | drawn.controls[index]!.atoms, 0);
    const truth = union === 0 ? 'SUP' : relationBetween(union, obligations.get(requirement)!);
    const said = assertion(truth, lie);
    const controls = indices.map((index) => `C${index}`);
    return said === undefined ? [] : [{ id: `K${at}`, requirement, controls, ...said }];
  });
}

function relationsOfWorld(drawn: Drawn, obligations: ReadonlyMap<string, Atoms>): OwnRelation[] {
  const n = drawn.requirements.length;
  return drawn.relations.flatMap(({ to, from, lie }, at) => {
    const target = `R${to % n}`;
    const sources = [...new Set(from.map((one) => `R${one % n}`))];
    const union = sources.reduce((all, id) => all | obligations.get(id)!, 0);
    const said = assertion(relationBetween(union, obligations.get(target)!), lie);
    return said === undefined ? [] : [{ id: `X${at}`, from: sources, to: target, ...said }];
  });
}

/** Small worlds, with the control feed inside. */
export const anyWorld: fc.Arbitrary<World> = drawnWorld.map((drawn) => {
  const { requirements, obligations } = requirementsOf(drawn);
  const controls = drawn.controls.map((one, at) => controlState(reportOf(one, `C${at}`, drawn.satisfied)));
  const claims = claimsOf(drawn, obligations);
  const relations = relationsOfWorld(drawn, obligations);
  return { satisfied: drawn.satisfied, obligations, question: { requirements, controls, claims, relations } };
});
