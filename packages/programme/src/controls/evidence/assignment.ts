import { List } from 'immutable';
import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  id,
  on,
  type RecordedFact,
  record,
  refuse,
} from '../../foundation/index.ts';
import { controlsServed } from '../control.ts';
import { evidenceOf, refuseValidity } from '../evidence.ts';
import { type Controls, touch, type WithControls } from '../state.ts';

const evidenceAssigned = factType<{ controls: string[] }>('EvidenceAssigned', 1, []);

export const assignEvidenceInput = z.strictObject({
  evidence: id.describe('Id of the evidence'),
  controls: z.array(id).min(1).max(1000).describe('Code or id of a control that it shows too'),
});

/** One piece serves many controls: it is assigned to further ones, never recorded a second time. */
export function assignEvidence(
  state: WithControls,
  input: z.infer<typeof assignEvidenceInput>,
  { today }: Circumstances,
): Decision {
  const piece = state.controls.evidence.get(input.evidence);
  if (!piece) return refuse('missing', 'evidence.unknown', { evidence: input.evidence, at: 'evidence' });
  const served = controlsServed(state.controls, input.controls);
  if ('refusal' in served) return served;
  const controls = served.filter((control) => !piece.controls.includes(control.id));
  if (controls.length === 0) return record();
  const newer = piece.controls
    .flatMap((control) => evidenceOf(state.controls, control))
    .find(({ versionOf }) => versionOf === piece.id);
  if (newer) return refuse('conflict', 'evidence.replaced', { evidence: newer.id, at: 'evidence' });
  const refusal = refuseValidity(state.controls, piece, { controls, today });
  if (refusal) return { refusal };
  const ids = controls.map((control) => control.id);
  return record(evidenceAssigned.of({ kind: 'evidence', id: piece.id }, { controls: ids }));
}

export const assignmentEvolvers: readonly Evolver<Controls>[] = [
  on(
    evidenceAssigned,
    (state: Controls, { record: { id }, data, seq }: RecordedFact<{ controls: string[] }>) => {
      const piece = state.evidence.get(id);
      if (!piece) return state;
      const controls = [...piece.controls, ...data.controls];
      const added = (ids: List<string> | undefined) => (ids ?? List<string>()).push(id);
      const evidenceFor = state.evidenceFor.withMutations((by) => {
        for (const control of data.controls) by.update(control, added);
      });
      const evidence = state.evidence.set(id, { ...piece, controls });
      return touch(
        { ...state, evidence, evidenceFor },
        ...data.controls.map((control) => ({ seq, control })),
      );
    },
  ),
];
