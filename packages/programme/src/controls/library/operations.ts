import { type Command, command, type Evolver } from '../../foundation/index.ts';
import type { Controls, WithControls } from '../state.ts';
import { type UndoTakenIn, undoBatch, undoEvolvers, undoInput } from './undo.ts';

/** What is done to many records of the library at once. */
export const libraryCommands: readonly Command<WithControls>[] = [
  command<WithControls, Parameters<typeof undoInput.parse>[0] & object, UndoTakenIn>({
    name: 'undo',
    method: 'POST',
    path: '/ledger/entries/{entry}/undo',
    permission: 'controls.write',
    summary:
      'Take back what one command did to the library; it is refused once anything of it has changed since',
    input: undoInput,
    intake: 'batch',
    rule: undoBatch,
  }),
];

export const libraryEvolvers: readonly Evolver<Controls>[] = [...undoEvolvers];
