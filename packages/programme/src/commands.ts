import { evidenceCommands } from './controls/evidence/index.ts';
import { controlsCommands } from './controls/index.ts';
import { libraryCommands } from './controls/library/index.ts';
import type { Command } from './foundation/index.ts';
import { governanceCommands } from './governance/index.ts';
import type { Programme } from './programme.ts';

/** Every command of every room. */
export const commands: readonly Command<Programme>[] = [
  ...governanceCommands,
  ...controlsCommands,
  ...evidenceCommands,
  ...libraryCommands,
];
