import type { AnswerOf } from '@concord/operations/client';
import type { Answers } from '../answers/answers.ts';
import { isDecided } from '../answers/decided.ts';

type Proposal = AnswerOf<'set-up propose'>;

/** One command of the set-up, with what it takes. */
export interface PlannedStep {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

type Wanted = Pick<Answers, 'zone' | 'notAdopted' | 'notTaken' | 'leftOpen' | 'looked'>;

/** The steps that carry the proposal out, without what was not wanted of it. */
export function planOf(
  { steps, applicability }: Pick<Proposal, 'steps'> & { readonly applicability: Pick<Applicability, 'rows'> },
  wanted: Wanted,
): readonly PlannedStep[] {
  const looked = applicability.rows.filter((row) => row.open && isDecided(row, wanted));
  return steps.flatMap(({ operation, input }) => {
    const step = withLooked({ operation, input: input as PlannedStep['input'] }, looked);
    const change = changes[operation];
    return change ? (change(step, wanted) ?? []) : step;
  });
}

type Applicability = Proposal['applicability'];

/** What was left open by an answer is decided with the others, once somebody looked at it. */
function withLooked(step: PlannedStep, looked: Applicability['rows']): PlannedStep {
  if (step.operation !== 'applicability decide-many') return step;
  const more = looked.map(({ requirement, applicable, reasons }) => ({ requirement, applicable, reasons }));
  const decisions = step.input.decisions as readonly unknown[];
  return { ...step, input: { ...step.input, decisions: [...decisions, ...more] } };
}

type Change = (step: PlannedStep, wanted: Wanted) => PlannedStep | undefined;

const changes: Readonly<Record<string, Change>> = {
  'organisations create': (step, { zone }) =>
    zone === '' ? step : { ...step, input: { ...step.input, zone } },
  'frameworks adopt': onlyAdopted,
  'profiles create': onlyAdopted,
  'library adopt': (step, { notTaken }) =>
    narrowed(step, 'controls', (code) => !notTaken.includes(String(code))),
  'applicability decide-many': (step, wanted) =>
    onlyAdopted(step, wanted) &&
    narrowed(step, 'decisions', (decision) => {
      const { requirement } = decision as { requirement: string };
      return !wanted.leftOpen.includes(requirement);
    }),
};

function onlyAdopted(step: PlannedStep, { notAdopted }: Wanted): PlannedStep | undefined {
  return notAdopted.includes(String(step.input.framework)) ? undefined : step;
}

/** Undefined when nothing of the list is left. */
function narrowed(step: PlannedStep, member: string, isWanted: (each: unknown) => boolean) {
  const left = (step.input[member] as readonly unknown[]).filter(isWanted);
  return left.length === 0 ? undefined : { ...step, input: { ...step.input, [member]: left } };
}
