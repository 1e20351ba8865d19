import fc from 'fast-check';
import { type ControlReport, controlState } from '../feed.ts';
import { keyOf, type State } from '../knowledge.ts';
import type { Cap, Claim, ControlState, OwnRelation, Question, Requirement, Result } from '../question.ts';
import { solve } from '../solve.ts';

/** A question with nothing in it but what is given. */
export function ask(given: Partial<Question>): Question {
  return { requirements: [], controls: [], claims: [], relations: [], ...given };
}

/** A control with accepted design, in use, operating on fresh evidence unless said otherwise. */
export function control(id: string, said: Partial<ControlReport> = {}): ControlState {
  return controlState({
    id,
    implementation: 'operating',
    designAccepted: true,
    inUse: true,
    evidence: 'fresh',
    ...said,
  });
}

/** A requirement judged so on some day. */
export function judged(id: string, state: State, lapsed = false): Requirement {
  return { id, judgement: { state, on: '2026-01-10', lapsed, id: `judgement of ${id}` } };
}

/** A claim that these controls (jointly) stand so to a requirement. */
export function claim(
  controls: string | readonly string[],
  relation: Claim['relation'],
  requirement: string,
): Claim {
  const members = typeof controls === 'string' ? [controls] : controls;
  return { id: `${members.join('+')} ${relation} ${requirement}`, requirement, controls: members, relation };
}

/** An own relation from the union of some requirements to another. */
export function relation(
  from: string | readonly string[],
  name: OwnRelation['relation'],
  to: string,
): OwnRelation {
  const sources = typeof from === 'string' ? [from] : from;
  return { id: `${sources.join('+')} ${name} ${to}`, from: sources, to, relation: name };
}

/** The same claim or relation, capped. */
export function capped<Row extends Claim | OwnRelation>(row: Row, reason: Cap): Row {
  return { ...row, id: `${row.id} (${reason})`, capped: reason };
}

/** The results of a question, in its order. */
export function resultsOf(question: Question): Result[] {
  return [...solve(question).results.values()];
}

/** How one requirement (Y unless said) prints: what is known, the kind, and by what it is a gap. */
export function said(given: Partial<Question>, id = 'Y'): string[] {
  const result = solve(ask(given)).results.get(id)!;
  return [keyOf(result.knowledge), result.kind, ...(result.gapBy ? [result.gapBy] : [])];
}

const names = ['EQ', 'SUP', 'SUB', 'INT'] as const;
const reqIds = Array.from({ length: 7 }, (_, at) => `R${at}`);
const controlIds = Array.from({ length: 5 }, (_, at) => `C${at}`);
const reqId = fc.constantFrom(...reqIds);
const cap = fc.constantFrom<Cap | undefined>(undefined, undefined, undefined, 'scope', 'draft');

const report = fc.record({
  implementation: fc.constantFrom<ControlReport['implementation']>(
    'operating',
    'operating',
    'partly',
    'none',
  ),
  designAccepted: fc.constantFrom(true, true, true, false),
  inUse: fc.constantFrom(true, true, true, false),
  evidence: fc.constantFrom<ControlReport['evidence']>('fresh', 'fresh', 'due', 'stale', 'missing', 'failed'),
});

const requirement = fc.record({
  excluded: fc.constantFrom(false, false, false, false, true),
  assessable: fc.constantFrom(true, true, false),
  judgement: fc.option(
    fc.record({
      state: fc.constantFrom<State>('F', 'F', 'P', 'N'),
      on: fc.constant('2026-01-10'),
      lapsed: fc.boolean(),
    }),
    { nil: undefined, freq: 2 },
  ),
  parts: fc.subarray([1, 2, 3], { maxLength: 2 }),
});

type DrawnRequirement = typeof requirement extends fc.Arbitrary<infer Drawn> ? Drawn : never;

function requirementAt(drawn: DrawnRequirement, at: number): Requirement {
  const parts = drawn.parts.map((step) => reqIds[at + step * 2]).filter((id) => id !== undefined);
  const { excluded, assessable, judgement } = drawn;
  const stated = { id: reqIds[at]!, excluded, assessable, ...(parts.length > 0 ? { parts } : {}) };
  return judgement === undefined ? stated : { ...stated, judgement };
}

function withCap<Row extends { capped: Cap | undefined }>(row: Row): Omit<Row, 'capped'> & { capped?: Cap } {
  const { capped: reason, ...rest } = row;
  return reason === undefined ? rest : { ...rest, capped: reason };
}

/** Any question at all, contradictory ones among them. */
export const anyQuestion: fc.Arbitrary<Question> = fc
  .record({
    requirements: fc.array(requirement, { minLength: 7, maxLength: 7 }),
    controls: fc.array(report, { minLength: 5, maxLength: 5 }),
    claims: fc.array(
      fc.record({
        requirement: reqId,
        controls: fc.uniqueArray(fc.constantFrom(...controlIds, 'retired'), { minLength: 1, maxLength: 2 }),
        relation: fc.constantFrom(...names),
        capped: cap,
      }),
      { maxLength: 8 },
    ),
    relations: fc.array(
      fc.record({
        from: fc.uniqueArray(reqId, { minLength: 1, maxLength: 2 }),
        to: reqId,
        relation: fc.constantFrom(...names, ...names, 'DIS' as const, 'REL' as const),
        capped: cap,
      }),
      { maxLength: 8 },
    ),
    hopLimit: fc.constantFrom(0, 1, 2),
  })
  .map(({ requirements, controls, claims, relations, hopLimit }) => ({
    requirements: requirements.map(requirementAt),
    controls: controls.map((drawn, at) => controlState({ id: controlIds[at]!, ...drawn })),
    claims: claims.map((drawn, at) => withCap({ id: `K${at}`, ...drawn })),
    relations: relations.map((drawn, at) => withCap({ id: `X${at}`, ...drawn })),
    hopLimit,
  }));
