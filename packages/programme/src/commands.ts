import { applicabilityCommands } from './controls/applicability/index.ts';
import { evidenceCommands } from './controls/evidence/index.ts';
import { controlsCommands } from './controls/index.ts';
import {
  hasWayBack,
  libraryCommands,
  libraryWaysBack,
  tellingProposals,
  undoCommand,
  waysByType,
} from './controls/library/index.ts';
import { nonApplicationCommands } from './controls/non-application/index.ts';
import { profileCommands, statusWayBack, targetWayBack } from './controls/profiles/index.ts';
import { relationCommands, relationWayBack } from './controls/relations/index.ts';
import { pointingElsewhere } from './elsewhere.ts';
import type { Command, Fact } from './foundation/index.ts';
import { actionCommands, actionWayBack } from './governance/actions/index.ts';
import { contextCommands, contextWaysBack } from './governance/context/index.ts';
import { documentCommands, documentWayBack } from './governance/documents/index.ts';
import { entityCommands, entityWayBack } from './governance/entities/index.ts';
import { governanceCommands, organisationWayBack } from './governance/index.ts';
import { fold, type Programme } from './programme.ts';
import { tellingReading } from './reading-notices.ts';
import { namingControls } from './subject-codes.ts';

/** How each room takes back what it recorded; what is not among them decided or submitted something, and stays. */
const wayOf = waysByType([
  organisationWayBack,
  ...contextWaysBack,
  actionWayBack,
  entityWayBack,
  documentWayBack,
  ...libraryWaysBack,
  targetWayBack,
  statusWayBack,
  relationWayBack,
]);

/** Whether what a command wrote can be taken back by `undo`, as long as nothing is changed or built upon it since. */
export function canUndo(facts: readonly Pick<Fact, 'type'>[]): boolean {
  return hasWayBack(wayOf, facts);
}

/** Every command of every room. */
export const commands: readonly Command<Programme>[] = ofRooms().map(pointingElsewhere).map(tellingReading);

function ofRooms(): readonly Command<Programme>[] {
  return [
    ...governanceCommands.map(tellingProposals),
    ...contextCommands,
    ...actionCommands.map(namingControls),
    ...entityCommands,
    ...documentCommands,
    ...controlsCommands,
    ...applicabilityCommands,
    ...nonApplicationCommands,
    ...evidenceCommands,
    ...libraryCommands,
    undoCommand({
      wayOf,
      fold: (state, facts) => fold(state as Programme, facts),
      permissionOf: (operation) => commands.find(({ name }) => name === operation)?.permission,
    }),
    ...profileCommands,
    ...relationCommands,
  ];
}
