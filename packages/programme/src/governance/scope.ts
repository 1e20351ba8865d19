import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  id,
  line,
  on,
  type RecordedFact,
  record,
  refuse,
  text,
} from '../foundation/index.ts';
import type { Governance, WithGovernance } from './governance.ts';

/** The scope that holds all others. */
export const wholeOrganisation = 'organisation';

/** Clause 4.3: what the programme covers. Scopes lie within one another; the whole organisation holds them all. */
export interface Scope {
  readonly id: string;
  readonly name: string;
  readonly statement: string;
  readonly within: string;
}

interface ScopeData {
  name?: string;
  statement?: string | undefined;
  within: string;
}

const scopeDefined = factType<ScopeData>('ScopeDefined', 1, ['name', 'statement']);

export const defineScopeInput = z.strictObject({
  name: line(200).describe('Name of the scope'),
  statement: text(10_000)
    .optional()
    .describe('What lies inside, at which boundaries and interfaces (clause 4.3)'),
  within: id.default(wholeOrganisation).describe('Scope that holds this one'),
});

export function defineScope(
  state: WithGovernance,
  input: z.infer<typeof defineScopeInput>,
  circumstances: Circumstances,
): Decision {
  if (!hasScope(state.governance, input.within)) {
    return refuse('refused', 'scope.unknown', { scope: input.within, at: 'within' });
  }
  if (state.governance.scopes.some((scope) => scope.name === input.name)) {
    return refuse('conflict', 'scope.name-taken', { name: input.name, at: 'name' });
  }
  return record(scopeDefined.of({ kind: 'scope', id: circumstances.newId() }, input));
}

export const scopeEvolvers: readonly Evolver<Governance>[] = [
  on(scopeDefined, (state: Governance, { record: { id }, data }: RecordedFact<ScopeData>) => ({
    ...state,
    scopes: state.scopes.set(id, {
      id,
      name: data.name ?? '',
      statement: data.statement ?? '',
      within: data.within,
    }),
  })),
];

export function hasScope(governance: Governance, scope: string): boolean {
  return scope === wholeOrganisation || governance.scopes.has(scope);
}

/** Whether `outer` holds `inner`: the same scope, or one that lies around it (methods: the scope gate). */
export function holdsScope(governance: Governance, outer: string, inner: string): boolean {
  for (
    let scope: string | undefined = inner;
    scope !== undefined;
    scope = governance.scopes.get(scope)?.within
  ) {
    if (scope === outer) return true;
  }
  return outer === wholeOrganisation;
}
