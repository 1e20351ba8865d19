import type { Why } from '../why/node.ts';

export type Change = Why['changes'][number];
export type Step = Change['steps'][number];

/** One clause of the condition: a key of the words, and whom it is about. */
export interface Clause {
  readonly key: string;
  readonly name: string | undefined;
}

/** What has to be so, step by step; to operate and to be shown to work are said in one. */
export function clausesOf(why: Pick<Why, 'claims' | 'relations'>, { steps }: Change): Clause[] {
  const clauses: Clause[] = [];
  for (const [at, step] of steps.entries()) {
    const before = steps[at - 1];
    const isMerged = step.step === 'record' && before?.step === 'operate' && before.control === step.control;
    if (isMerged) clauses.pop();
    clauses.push({ key: `step.${isMerged ? 'operate-shown' : step.step}`, name: nameOf(why, step) });
  }
  return clauses;
}

function nameOf({ claims, relations }: Pick<Why, 'claims' | 'relations'>, step: Step): string | undefined {
  if (step.code !== undefined) return step.code;
  const claim = claims.find(({ id }) => id === step.claim);
  if (claim && claim.controls.length > 0) return claim.controls.map(({ code }) => code).join(', ');
  return relations.find(({ id }) => id === step.relation)?.says ?? step.requirement;
}

const showing = new Set(['record', 'renew', 'mend']);

/**
 * The same as the what-if takes it, so that it can be counted in every framework. Undefined where a step is none of
 * those that can be supposed: claims and judgements are about this requirement.
 */
export function supposedBy({ steps }: Change): readonly string[] | undefined {
  const states = new Map<string, string | undefined>();
  for (const { step, code } of steps) {
    if (code === undefined) return undefined;
    if (showing.has(step)) states.set(code, 'works');
    else if (step === 'operate') states.set(code, 'operating');
    else if (step === 'accept') states.set(code, undefined);
    else return undefined;
  }
  const set = [...states].flatMap(([code, state]) => (state === undefined ? [] : [`${code}=${state}`]));
  return set.length === states.size && set.length > 0 ? set : undefined;
}

/** That the controls fail which hold it up, as the what-if takes it: those of confirmed claims that are shown to work. */
export function failingIn({ claims }: Pick<Why, 'claims'>): readonly string[] {
  const confirmed = claims.filter(({ state }) => state === 'confirmed');
  const working = confirmed.flatMap(({ controls }) =>
    controls.filter(({ standing }) => standing === 'operating'),
  );
  return [...new Set(working.map(({ code }) => `${code}=fails`))];
}
