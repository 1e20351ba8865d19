import type { InParts } from '../../pauses/in-parts.ts';
import { Closure } from './closure.ts';
import type { Problem, Rule } from './rules.ts';

/**
 * The same problem without rules that never matter: those that give what is met anyway; those with a source that cannot
 * be met before what they give, as a part from its whole where the whole follows from its parts alone; and those that
 * give what nobody wants or builds on.
 */
export function* simplified(problem: Problem): InParts<Problem> {
  let rules = withoutWhatIsMet(yield* withoutRounds(problem), new Closure(problem).met);
  for (;;) {
    const used = new Set(rules.flatMap(({ from }) => from));
    for (const { nodes } of problem.wanted) for (const node of nodes) used.add(node);
    const left = rules.filter(({ gives }) => used.has(gives));
    if (left.length === rules.length) return { ...problem, rules };
    rules = left;
  }
}

/** What is met without any control is a rule by itself, and no source that is waited for. */
function withoutWhatIsMet(rules: readonly Rule[], met: Uint8Array): readonly Rule[] {
  const facts = [...met.keys()].filter((node) => met[node] === 1);
  const left = rules
    .filter(({ gives }) => met[gives] === 0)
    .map((rule) => ({ ...rule, from: rule.from.filter((node) => met[node] === 0) }));
  return [...facts.map((gives) => ({ needs: [], from: [], gives })), ...left];
}

function* withoutRounds(problem: Problem): InParts<readonly Rule[]> {
  if (problem.rules.every(({ from }) => from.length === 0)) return problem.rules;
  const closure = new Closure(asOneControl(problem));
  const before = new Map<number, Uint8Array>();
  for (const { from, gives } of problem.rules) {
    if (from.length === 0 || before.has(gives)) continue;
    before.set(gives, closure.without(gives, [0]));
    yield;
  }
  return problem.rules.filter(({ from, gives }) => from.every((source) => before.get(gives)?.[source] === 1));
}

/** All controls as one, which they are where all of them work: what each rule waits for is that one, or none. */
function asOneControl(problem: Problem): Problem {
  const given = new Set<number>();
  const rules = problem.rules.flatMap(({ needs, from, gives }): Rule[] => {
    if (needs.length === 0) return [{ needs, from, gives }];
    if (from.length > 0) return [{ needs: [0], from, gives }];
    if (given.has(gives)) return [];
    given.add(gives);
    return [{ needs: [0], from, gives }];
  });
  return { ...problem, controls: 1, rules };
}
