import { editionHash } from '@concord/catalog';
import { z } from 'zod';
import {
  type Decision,
  type Evolver,
  factType,
  id,
  on,
  type RecordedFact,
  record,
  refuse,
} from '../foundation/index.ts';
import { currentEdition, editionIn, knownFrameworks } from './edition.ts';
import type { Governance, WithGovernance } from './governance.ts';
import { hasScope, wholeOrganisation } from './scope.ts';

/** A framework the organisation answers to: which edition, pinned by the hash of its content, and for which scope. */
export interface Adoption {
  readonly framework: string;
  readonly edition: string;
  readonly scope: string;
  /** Id of the selection taken up (a baseline, a level); all of it when absent. */
  readonly selection?: string | undefined;
  readonly seq: number;
}

interface AdoptionData {
  framework: string;
  edition: string;
  scope: string;
  selection?: string | undefined;
}

export const frameworkAdopted = factType<AdoptionData>('FrameworkAdopted', 1, []);

export const adoptFrameworkInput = z.strictObject({
  framework: id.describe('Id of the framework, as `frameworks` lists it'),
  edition: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe('Content hash; the current edition when left out'),
  scope: id.default(wholeOrganisation).describe('Scope in which the organisation answers to it'),
  selection: id
    .optional()
    .describe('Only one of its selections, e.g. a baseline; `framework show` lists them'),
});

export function adoptFramework(state: WithGovernance, input: z.infer<typeof adoptFrameworkInput>): Decision {
  const current = currentEdition(state.governance, input.framework);
  if (!current) {
    const known = knownFrameworks(state.governance);
    return refuse('missing', 'framework.unknown', { framework: input.framework, known, at: 'framework' });
  }
  if (!hasScope(state.governance, input.scope)) {
    return refuse('refused', 'scope.unknown', { scope: input.scope, at: 'scope' });
  }
  const hash = input.edition ?? editionHash(current);
  const wanted = editionIn(state.governance, input.framework, hash);
  if (!wanted) {
    const params = { framework: input.framework, edition: hash, at: 'edition' };
    return refuse('refused', 'framework.edition-unknown', params);
  }
  const { framework, scope, selection } = input;
  if (selection !== undefined && !wanted.selections?.some(({ id }) => id === selection)) {
    const known = wanted.selections?.map(({ id }) => id).join(', ') || '–';
    return refuse('refused', 'framework.selection-unknown', { framework, selection, known, at: 'selection' });
  }
  const adopted = state.governance.adoptions.get(framework);
  if (adopted?.edition === hash && adopted.scope === scope && adopted.selection === selection) {
    return refuse('conflict', 'framework.adopted', { framework });
  }
  const data = { framework, edition: hash, scope, selection };
  return record(frameworkAdopted.of({ kind: 'adoption', id: framework }, data));
}

export const adoptionEvolvers: readonly Evolver<Governance>[] = [
  on(frameworkAdopted, (state: Governance, { seq, data }: RecordedFact<AdoptionData>) => ({
    ...state,
    adoptions: state.adoptions.set(data.framework, { ...data, seq }),
  })),
];
