import type { Framework } from './framework.ts';

const narrowed = new WeakMap<Framework, Map<string, Framework>>();

/**
 * The framework as an organisation answers to it that takes up only one of its selections (a baseline, a level, an
 * implementation group): what is not selected can be read, and is not assessed. Undefined for an unknown selection.
 * The same object for the same question.
 */
export function narrowedTo(framework: Framework, selection: string): Framework | undefined {
  const known = narrowed.get(framework) ?? new Map<string, Framework>();
  narrowed.set(framework, known);
  const before = known.get(selection);
  if (before) return before;
  const selected = framework.selections?.find(({ id }) => id === selection);
  if (!selected) return undefined;
  const within = new Set(selected.requirements);
  const requirements = framework.requirements.map((requirement) =>
    within.has(requirement.id) ? requirement : { ...requirement, assessable: false },
  );
  const made = { ...framework, requirements };
  known.set(selection, made);
  return made;
}
