import { applicabilityCommands } from './controls/applicability/index.ts';
import { evidenceCommands } from './controls/evidence/index.ts';
import { controlsCommands } from './controls/index.ts';
import { libraryCommands } from './controls/library/index.ts';
import { nonApplicationCommands } from './controls/non-application/index.ts';
import { profileCommands } from './controls/profiles/index.ts';
import { relationCommands } from './controls/relations/index.ts';
import type { Command } from './foundation/index.ts';
import { actionCommands } from './governance/actions/index.ts';
import { contextCommands } from './governance/context/index.ts';
import { documentCommands } from './governance/documents/index.ts';
import { entityCommands } from './governance/entities/index.ts';
import { governanceCommands } from './governance/index.ts';
import type { Programme } from './programme.ts';
import { namingControls } from './subject-codes.ts';

/** Every command of every room. */
export const commands: readonly Command<Programme>[] = [
  ...governanceCommands,
  ...contextCommands,
  ...actionCommands.map(namingControls),
  ...entityCommands,
  ...documentCommands,
  ...controlsCommands,
  ...applicabilityCommands,
  ...nonApplicationCommands,
  ...evidenceCommands,
  ...libraryCommands,
  ...profileCommands,
  ...relationCommands,
];
