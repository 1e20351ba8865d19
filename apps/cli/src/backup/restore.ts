import { refuseToWait, whileHeld } from '../connection/connection.ts';
import { progressLine, stoppedByInterrupt } from '../line/progress.ts';
import { UsageError } from '../line/usage-error.ts';
import {
  checkReadable,
  headGiven,
  type OwnCommand,
  openedWith,
  openingOptions,
  optionsOf,
} from './own-line.ts';
import { printRestored } from './print.ts';

const name = 'restore';
const options = {
  ...openingOptions,
  head: 'Signed head kept elsewhere: an older backup than that is refused',
  'public-key': 'Public key that the head is checked with',
};

/** Loads a backup beside what stands, verifies it, and lets it take its place. */
export const restore: OwnCommand = {
  name,
  usage: 'restore FILE',
  summary:
    'Put a backup in the place of the data directory, once all of it is verified; what stood there is kept',
  options,
  run: async (asked) => {
    const { line, rest, local, terminal } = asked;
    const given = optionsOf(asked, { name, options });
    const [file, ...more] = rest;
    if (file === undefined) throw new UsageError('Say which file: concord restore FILE');
    if (more.length > 0) throw new UsageError(`“${more[0]}” is one word too many.`);
    if (line.globals.server !== undefined || local.restore === undefined)
      throw new UsageError(
        'A backup is restored where the data lies: stop that server, and leave out --server.',
      );
    await checkReadable(file);
    const using = await openedWith(given, local);
    const head = await headGiven(given);
    const { signal, release } = stoppedByInterrupt();
    const progress = progressLine(terminal, line.globals.progress);
    const onProgress = (done: number, of: number) => progress.tell('Reading', done, of);
    const order = { file, using, ...(head ? { head } : {}), onProgress, signal };
    const put = local.restore;
    try {
      const told = await whileHeld(() => put(line.globals.data, order).catch(refuseToWait));
      progress.end();
      terminal.out(line.globals.json ? `${JSON.stringify(told)}\n` : printRestored(told));
      return told.organisations.some(({ lost }) => lost.length > 0) ? 2 : 0;
    } finally {
      progress.end();
      release();
    }
  },
};
