import { type Programme, relationSays } from '@concord/programme';
import { type InLanguage, languageOf, sayIn, withinSentence } from '../../language/say.ts';
import { maySeeControl, type Reader } from '../../reader.ts';
import type { Found, Gives } from './changes.ts';
import type { Step, StepName } from './step.ts';

/** One step as a reader may see it: a control that they may not see is not named. */
export interface StepShown {
  readonly step: StepName;
  /** The command that takes it. */
  readonly operation: string;
  readonly claim?: string;
  readonly relation?: string;
  readonly control?: string;
  readonly code?: string;
  /** What is to be judged, or claimed to be met by another control. */
  readonly requirement?: string;
  /** It is about a control that the reader may not see. */
  readonly hidden?: true;
}

/** What would change the result, worked out on the programme as it is; nothing of it is recorded. */
export interface Change {
  readonly steps: readonly StepShown[];
  /** How the requirement would stand. */
  readonly gives: Gives;
  /** Several steps are needed, and fewer of them give less. */
  readonly together: boolean;
  readonly sentence: string;
}

interface ReadBy extends InLanguage {
  readonly programme: Programme;
  readonly reader: Reader;
}

export function showChange({ steps, gives }: Found, by: ReadBy): Change {
  const say = sayIn(by);
  const conditions = conditionsOf(steps, by);
  const word = withinSentence(gives.word, by);
  const key = conditions.length > 1 ? 'why.change-together' : 'why.change';
  const last = conditions.at(-1) ?? '';
  const joined = [conditions.slice(0, -1).join(', '), last].filter((each) => each !== '');
  const sentence = say(key, { conditions: joined.join(` ${say('why.and')} `), word });
  return { steps: steps.map((step) => showStep(step, by)), gives, together: steps.length > 1, sentence };
}

function showStep({ step, claim, relation, control, requirement, deeds }: Step, by: ReadBy): StepShown {
  const operation = deeds.at(step === 'claim' ? 2 : 0)?.command ?? '';
  const shown = {
    step,
    operation,
    ...(claim ? { claim } : {}),
    ...(relation ? { relation } : {}),
    ...(requirement ? { requirement } : {}),
  };
  if (control === undefined) return shown;
  const code = by.programme.controls.controls.get(control)?.code ?? '';
  return maySeeControl(by.programme, by.reader, control)
    ? { ...shown, control, code }
    : { ...shown, hidden: true };
}

/** One clause for each step; to operate and to be shown to work are said in one. */
function conditionsOf(steps: readonly Step[], by: ReadBy): string[] {
  const clauses: string[] = [];
  const say = sayIn(by);
  steps.forEach((step, at) => {
    const before = steps[at - 1];
    const merged = step.step === 'record' && before?.step === 'operate' && before.control === step.control;
    if (merged) clauses.pop();
    const name = merged ? 'operate-shown' : step.step;
    clauses.push(say(`why.step-${name}`, { name: namesOf(step, by) }));
  });
  return clauses;
}

/** Codes of the controls that a step is about; those that the reader may not see by their number. */
function namesOf({ claim, relation, control, requirement }: Step, by: ReadBy): string {
  if (control !== undefined) return named([control], by);
  const read = relation === undefined ? undefined : by.programme.controls.relations.get(relation);
  if (read) return relationSays(read, languageOf(by));
  const stated = claim === undefined ? undefined : by.programme.controls.claims.get(claim);
  return stated ? named(stated.controls, by) : (requirement ?? '');
}

function named(controls: readonly string[], by: ReadBy): string {
  const { programme, reader } = by;
  const visible = controls.filter((id) => maySeeControl(programme, reader, id));
  const codes = visible.map((id) => programme.controls.controls.get(id)?.code ?? '');
  const count = controls.length - visible.length;
  return [...codes, ...(count > 0 ? [sayIn(by)('why.hidden', { count })] : [])].join(', ');
}
