import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicKeyPem, signHead } from '@concord/ledger';
import { stateVersion } from '@concord/programme';
import { hashState, tellGoldenStory } from './golden-story.ts';
import { makePlace, startServer } from './server.ts';

/** Writes a golden ledger: the file, what its state hashes to, and the head it was left at. */
async function record(folder: string): Promise<void> {
  const place = makePlace();
  let today = '2026-01-12';
  const clock = () => new Date(`${today}T10:00:00.000Z`);
  const { server, ask, close } = await startServer(place, { clock });
  const organisation = await tellGoldenStory(ask, (date) => {
    today = date;
  });
  const { programme, tail } = await server.dispatch.loaded(organisation);
  const expected = {
    organisation,
    states: { [stateVersion]: hashState(programme) },
    head: signHead(server.key, organisation, tail),
    publicKey: publicKeyPem(server.key.publicKey),
  };
  await close();
  mkdirSync(folder, { recursive: true });
  copyFileSync(
    join(place.directory, 'organisations', `${organisation}.sqlite`),
    join(folder, `${organisation}.sqlite`),
  );
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
  place.remove();
  console.log(`Recorded ${tail.position} entries in ${folder}.`);
}

await record(process.argv[2] as string);
