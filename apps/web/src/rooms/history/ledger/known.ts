import { type Command, joined } from './batches.ts';

/** Asks for commands, the latest first: all that there are, or those before an entry. As many as are wanted at most. */
export type AskCommands = (wanted: {
  readonly before?: number;
  readonly limit: number;
}) => Promise<readonly Command[]>;

const atOnce = 1000;

/**
 * What happens day by day, and leaves every record that was there with the name it had. After anything else a command
 * may be about something that is called otherwise by now, is gone or was erased: what was read before is dropped then.
 */
const leavesNames: ReadonlySet<string> = new Set([
  'actions add',
  'actions add-many',
  'applicability decide',
  'applicability decide-many',
  'claims confirm',
  'claims confirm-all',
  'claims refuse-all',
  'claims state',
  'claims withdraw',
  'controls add',
  'evidence add',
  'reports publish',
  'targets set',
]);

/** All commands, the latest first: the newer ones before those that are known, as long as these are still called so. */
export async function commandsNow(known: readonly Command[], ask: AskCommands): Promise<readonly Command[]> {
  const first = known[0]?.first ?? 0;
  const read = await readDownTo(first, [], ask);
  const since = read.filter((command) => command.first > first);
  if (known.length === 0 || since.every(({ operation }) => leavesNames.has(operation))) {
    return joined(read, known);
  }
  return readDownTo(0, read, ask);
}

/** Goes on from what was read until a command is reached, or the beginning. */
async function readDownTo(
  first: number,
  read: readonly Command[],
  ask: AskCommands,
): Promise<readonly Command[]> {
  const found = [...read];
  for (;;) {
    const oldest = found.at(-1);
    if (oldest !== undefined && oldest.first <= Math.max(first, 1)) return found;
    const rows = await ask({ limit: atOnce, ...(oldest === undefined ? {} : { before: oldest.first }) });
    found.push(...rows);
    if (rows.length < atOnce) return found;
  }
}
