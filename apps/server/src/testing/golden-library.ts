import { sendFile } from './programme.ts';
import type { Ask } from './server.ts';

type Say = (
  ask: Ask,
  method: string,
  path: string,
  body: object,
  headers?: Record<string, string>,
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
) => Promise<any>;

/** What is done to many records at once, what is taken back, and what is brought in from files. */
export async function tellLibrary(inside: Ask, say: Say): Promise<void> {
  await say(inside, 'POST', '/starter-library/adoption', { controls: ['IAM-05', 'BCM-03'] });
  await say(inside, 'POST', '/claims/confirmation', { controls: ['IAM-05'] });
  await say(inside, 'POST', '/changes/controls', {
    controls: ['IAM-05', 'BCM-03'],
    set: { implementation: 'partly', effective: '2026-05-01' },
  });
  const retired = await say(inside, 'POST', '/retirements/controls', {
    controls: ['IAM-05', 'BCM-03'],
    reason: 'Taken for doubles',
  });
  await say(inside, 'POST', `/ledger/entries/${retired.position}/undo`, { reason: 'They are none' });
  const sheet = 'code,name,statement\nAC-01,Access reviews each quarter,\nIMP-1,Taken in by mistake,x\n';
  const file = await sendFile(inside, 'controls.csv', sheet);
  const { position } = await say(inside, 'POST', '/imports/controls', { file });
  await say(inside, 'POST', `/ledger/entries/${position}/undo`, { reason: 'The wrong file' });
  const house =
    'id,parent,title,statement,assessable\nH,,Household,,no\nH1,H,Washing up,After every meal.,yes\n';
  const framework = await sendFile(inside, 'house.csv', house);
  const imported = await say(inside, 'POST', '/catalogue/imports', { file: framework });
  const { rows } = (await inside('GET', '/catalogue')).body;
  const own = rows.find(({ hash }: { hash: string }) => hash === imported.id);
  await say(inside, 'PUT', `/frameworks/${own.id}/adoption`, {});
  const pairs = `from_framework,from_id,to_framework,to_id\n${own.id},H1,iso27001-2022,A.5.15\n`;
  await say(inside, 'POST', '/catalogue/imports', { file: await sendFile(inside, 'map.csv', pairs) });
  await say(inside, 'PUT', '/frameworks/nist-sp-800-53r5/adoption', { selection: 'low' });
}
