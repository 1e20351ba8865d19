import { edition, editionHash, framework, frameworks } from '@concord/catalog';
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
import type { Governance, WithGovernance } from './governance.ts';
import { hasScope, wholeOrganisation } from './scope.ts';

/** A framework the organisation answers to: which edition, pinned by the hash of its content, and for which scope. */
export interface Adoption {
  readonly framework: string;
  readonly edition: string;
  readonly scope: string;
  readonly seq: number;
}

interface AdoptionData {
  framework: string;
  edition: string;
  scope: string;
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
});

export function adoptFramework(state: WithGovernance, input: z.infer<typeof adoptFrameworkInput>): Decision {
  const current = framework(input.framework);
  if (!current) {
    const known = frameworks()
      .map((each) => each.id)
      .join(', ');
    return refuse('missing', 'framework.unknown', { framework: input.framework, known, at: 'framework' });
  }
  if (!hasScope(state.governance, input.scope)) {
    return refuse('refused', 'scope.unknown', { scope: input.scope, at: 'scope' });
  }
  const hash = input.edition ?? editionHash(current);
  if (!edition(input.framework, hash)) {
    return refuse('refused', 'framework.edition-unknown', {
      framework: input.framework,
      edition: hash,
      at: 'edition',
    });
  }
  const adopted = state.governance.adoptions.get(input.framework);
  if (adopted?.edition === hash && adopted.scope === input.scope) {
    return refuse('conflict', 'framework.adopted', { framework: input.framework });
  }
  const data = { framework: input.framework, edition: hash, scope: input.scope };
  return record(frameworkAdopted.of({ kind: 'adoption', id: input.framework }, data));
}

export const adoptionEvolvers: readonly Evolver<Governance>[] = [
  on(frameworkAdopted, (state: Governance, { seq, data }: RecordedFact<AdoptionData>) => ({
    ...state,
    adoptions: state.adoptions.set(data.framework, { ...data, seq }),
  })),
];
