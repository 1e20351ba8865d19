import { type Command, command } from '../../foundation/index.ts';
import { applicabilityScope } from '../applicability.ts';
import type { WithControls } from '../state.ts';
import { decidePoint, decidePointInput, pointBack, pointRecord } from './point.ts';

/** Points within a requirement that are not applied, where a framework leaves room for that. */
export const nonApplicationCommands: readonly Command<WithControls>[] = [
  command({
    name: 'points decide',
    method: 'PUT',
    path: '/points/{framework}/{point}',
    permission: 'applicability.decide',
    summary: 'Decide whether a point within a requirement is applied, and why not',
    input: decidePointInput,
    guards: (state: WithControls, asked) => pointRecord(applicabilityScope(state, asked), asked),
    readsBack: pointBack,
    rule: decidePoint,
  }),
];
