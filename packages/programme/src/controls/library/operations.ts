import type { Command } from '../../foundation/index.ts';
import type { WithControls } from '../state.ts';

/** What is done to many records of the library at once. */
export const libraryCommands: readonly Command<WithControls>[] = [];
