import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callOf, type Row, rowNamed } from '@concord/operations';
import { type Connection, connect } from '../connection/connection.ts';
import { receiveFile } from '../connection/long-answer.ts';
import { Refused, send } from '../connection/send.ts';
import type { Compared, OrganisationTold } from '../connection/told.ts';
import { progressLine, stoppedByInterrupt } from '../line/progress.ts';
import { UsageError } from '../line/usage-error.ts';
import { checkReadable, type OwnCommand, openedWith, openingOptions, optionsOf } from './own-line.ts';
import { printDrilled } from './print.ts';

const name = 'backup drill';

/** Makes a backup unless one is named, restores it elsewhere, and holds it against what is here. */
export const backupDrill: OwnCommand = {
  name,
  usage: 'backup drill [FILE]',
  summary:
    'Try whether a backup can be restored: into a throw-away place, all of it verified, nothing here touched',
  options: openingOptions,
  run: async (asked) => {
    const { line, rest, local, terminal } = asked;
    const given = optionsOf(asked, { name, options: openingOptions });
    if (rest.length > 1) throw new UsageError(`“${rest[1]}” is one word too many.`);
    if (local.drill === undefined) throw new UsageError('There is nothing here to restore into.');
    const [named] = rest;
    if (named !== undefined) await checkReadable(named);
    // What is thrown away again is opened by nobody else.
    const using =
      named === undefined ? { passphrase: randomBytes(24).toString('hex') } : await openedWith(given, local);
    const folder = await mkdtemp(join(tmpdir(), 'concord-backup-'));
    const { signal, release } = stoppedByInterrupt();
    const progress = progressLine(terminal, line.globals.progress);
    const onProgress = (done: number, of: number) => progress.tell('Reading', done, of);
    let connection: Connection | undefined;
    try {
      connection = await connect({ ...line.globals, signal }, local, named === undefined ? 'there' : 'none');
      const receiving = { out: join(folder, 'drill.tar.age'), terminal, progress, signal };
      const file = named ?? (await makeBackup(connection, using, receiving));
      const told = await local.drill({ file, using, onProgress, signal });
      progress.end();
      const here: Compared[] = [];
      for (const each of told.organisations) here.push(await compare(connection, each));
      const answer = { ...told, here };
      terminal.out(line.globals.json ? `${JSON.stringify(answer)}\n` : printDrilled(answer));
      const isSound = told.organisations.every(({ lost }) => lost.length === 0);
      return isSound && here.every(({ found }) => found !== 'differs') ? 0 : 2;
    } finally {
      progress.end();
      release();
      await connection?.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

type Receiving = Parameters<typeof receiveFile>[1] & { readonly out: string };

async function makeBackup(connection: Connection, using: object, receiving: Receiving): Promise<string> {
  const call = callOf(rowNamed('backup') as Row, { ...using });
  const headers = { ...call.headers, accept: 'application/x-ndjson' };
  const response = await send(connection, { ...call, headers });
  if (!response.ok) throw new Refused(response);
  await receiveFile(response, receiving);
  return receiving.out;
}

/** Whether the ledger here has the same seal where the restored one ends. */
async function compare(connection: Connection, { id, position, seal }: OrganisationTold): Promise<Compared> {
  const row = rowNamed('organisations show') as Row;
  const response = await send(connection, callOf(row, { knownAt: position }, { organisation: id }));
  if (!response.ok) {
    const { code } = (await response.clone().json()) as { code: string };
    if (code === 'organisation.unknown') return { id, found: 'not here', position };
    if (code === 'ledger.no-position') return { id, found: 'differs', position };
    throw new Refused(response);
  }
  const { head } = (await response.json()) as { head: string };
  return { id, found: head === seal ? 'same' : 'differs', position };
}
