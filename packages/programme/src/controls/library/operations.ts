import { type Command, command, type Evolver } from '../../foundation/index.ts';
import type { Controls, WithControls } from '../state.ts';
import { changeMany, changeManyInput } from './change-many.ts';
import { confirmAll, confirmAllInput, refuseAll, refuseAllInput } from './confirm-claims.ts';
import { retireMany, retireManyInput } from './retire-many.ts';
import { adoptStarter, adoptStarterInput } from './starter-adoption.ts';
import { type ImportTakenIn, importControls, importControlsInput } from './table/index.ts';
import {
  rightsToUndo,
  type UndoMeans,
  type UndoTakenIn,
  undoBatch,
  undoEvolvers,
  undoInput,
} from './undo.ts';

/** What is done to many records of the library at once. */
export const libraryCommands: readonly Command<WithControls>[] = [
  command({
    name: 'library adopt',
    method: 'POST',
    path: '/starter-library/adoption',
    permission: 'controls.write',
    summary: 'Adopt starter controls, all, by family or one by one, with the claims they propose',
    input: adoptStarterInput,
    rule: adoptStarter,
  }),
  command({
    name: 'claims confirm-all',
    method: 'POST',
    path: '/claims/confirmation',
    permission: 'claims.confirm',
    summary: 'Confirm the proposed claims of controls, of families, or all; recorded as done in one go',
    input: confirmAllInput,
    rule: confirmAll,
  }),
  command({
    name: 'claims refuse-all',
    method: 'POST',
    path: '/claims/refusal',
    permission: 'claims.write',
    summary: 'Refuse the proposed claims of controls, of families, or all, with the reason',
    input: refuseAllInput,
    rule: refuseAll,
  }),
  command({
    name: 'controls change-many',
    method: 'POST',
    path: '/changes/controls',
    permission: 'controls.write',
    summary: 'Change the same in many controls at once, all or none',
    input: changeManyInput,
    rule: changeMany,
  }),
  command({
    name: 'controls retire-many',
    method: 'POST',
    path: '/retirements/controls',
    permission: 'controls.write',
    summary: 'Retire many controls at once for one reason, all or none; their claims no longer count',
    input: retireManyInput,
    rule: retireMany,
  }),
  command<WithControls, Parameters<typeof importControlsInput.parse>[0] & object, ImportTakenIn>({
    name: 'controls import',
    method: 'POST',
    path: '/imports/controls',
    permission: 'controls.write',
    summary:
      'Take in controls and claims from a workbook, CSV or JSON: all of it, or every fault with its cell',
    input: importControlsInput,
    intake: 'document',
    rule: importControls,
  }),
];

/**
 * The one command that concerns every room: `means` has how each takes back what it recorded, and what each command asks
 * of who gives it. That is asked of who takes it back, too.
 */
export function undoCommand(means: UndoMeans): Command<WithControls> {
  return command<WithControls, Parameters<typeof undoInput.parse>[0] & object, UndoTakenIn>({
    name: 'undo',
    method: 'POST',
    path: '/ledger/entries/{entry}/undo',
    permission: 'own.read',
    needs: ({ facts }, actor) => rightsToUndo(facts[0], actor, means),
    summary:
      'Take back what one command changed, by who may give it; refused once that has changed again, and for what decides',
    input: undoInput,
    intake: 'batch',
    rule: undoBatch(means),
  });
}

export const libraryEvolvers: readonly Evolver<Controls>[] = [...undoEvolvers];
