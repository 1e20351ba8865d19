import { type Command, command, type Evolver } from '../../foundation/index.ts';
import type { Controls, WithControls } from '../state.ts';
import { assignEvidence, assignEvidenceInput, assignmentEvolvers } from './assignment.ts';
import {
  addCollector,
  addCollectorInput,
  type CollectorTakenIn,
  collectorEvolvers,
  endCollector,
  endCollectorInput,
  renewCollector,
  renewCollectorInput,
} from './collector.ts';
import { frequencyBack, frequencyEvolvers, setFrequency, setFrequencyInput } from './frequency.ts';

/** Who sends evidence, what it serves, and how long it counts. */
export const evidenceCommands: readonly Command<WithControls>[] = [
  command({
    name: 'evidence assign',
    method: 'POST',
    path: '/evidence/{evidence}/assignments',
    permission: 'evidence.assign',
    summary: 'Let a piece of evidence serve further controls',
    input: assignEvidenceInput,
    rule: assignEvidence,
  }),
  command({
    name: 'frequencies set',
    method: 'PUT',
    path: '/frequencies/{frequency}',
    permission: 'frequencies.write',
    summary: 'Set how long evidence of a frequency counts, in place of what is customary',
    input: setFrequencyInput,
    guards: (_state, { frequency }) => ({ kind: 'frequency', id: frequency }),
    readsBack: frequencyBack,
    rule: setFrequency,
  }),
  command<WithControls, Parameters<typeof addCollectorInput.parse>[0] & object, CollectorTakenIn>({
    name: 'collectors add',
    method: 'POST',
    path: '/collectors',
    permission: 'collectors.write',
    summary: 'Add a program that sends evidence; its key is shown once, in the answer',
    input: addCollectorInput,
    intake: 'person',
    key: 'made',
    rule: addCollector,
  }),
  command({
    name: 'collectors renew',
    method: 'POST',
    path: '/collectors/{collector}/key',
    permission: 'collectors.write',
    summary: 'Give a collector a new key, shown once; the one before opens nothing any more',
    input: renewCollectorInput,
    guards: (_state, { collector }) => ({ kind: 'collector', id: collector }),
    key: 'made',
    rule: renewCollector,
  }),
  command({
    name: 'collectors end',
    method: 'POST',
    path: '/collectors/{collector}/end',
    permission: 'collectors.write',
    summary: 'End a collector; its key opens nothing any more, what it has sent stays',
    input: endCollectorInput,
    guards: (_state, { collector }) => ({ kind: 'collector', id: collector }),
    key: 'taken',
    rule: endCollector,
  }),
];

export const evidenceRoomEvolvers: readonly Evolver<Controls>[] = [
  ...assignmentEvolvers,
  ...frequencyEvolvers,
  ...collectorEvolvers,
];
