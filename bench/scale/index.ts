import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sqliteStore } from '@concord/ledger';
import { openIdentityDatabase } from '../../apps/server/src/identity/database.ts';
import { openPeople } from '../../apps/server/src/identity/people.ts';
import { fill } from '../dataset.ts';
import { atMost, type Figure } from '../measure.ts';
import { inPlace, type Place, running } from '../organisation.ts';
import { big, type Scale, scaleFacts, small } from './programme.ts';
import { type Cost, type ToAsk, watch } from './watching.ts';

/** Operations whose memory is to be as good as flat: MB that the big programme may take more than the small one. */
const flat = 128;
/**
 * The server gets a heap of so many MB: with more, the engine lets garbage lie for as long as there is room, and what is
 * measured is the room. A piece of work that needs more than this ends the server, and with it the run.
 */
const heap = 320;
/** Others are to be answered meanwhile, within so many milliseconds. */
const longestWait = 250;

const formats = ['csv', 'xlsx', 'html', 'json', 'docx', 'pdf'];
const models = ['component-definition', 'catalog', 'ssp', 'assessment-results?framework=iso27001-2022'];
const views = [
  'coverage?framework=iso27001-2022',
  'statement-of-applicability',
  'csf-profile',
  'nis2-duties',
  'operation',
  'what-is-due',
];

/** Everything large that may be asked for, at a size and at ten times it: time, memory, and how long others wait. */
export async function benchScale(root: string): Promise<Figure[]> {
  const wanted = process.env.CONCORD_BENCH_ASKED;
  const asked = Object.entries(operations()).filter(([name]) => !wanted || new RegExp(wanted).test(name));
  const [less, more] = [await measured(root, small, asked), await measured(root, big, asked)];
  return asked.flatMap(([name]) => figuresOf(name, less.get(name) as Cost, more.get(name) as Cost));
}

function operations(): Record<string, Omit<ToAsk, 'path'> & { path: (organisation: string) => string }> {
  const get = (path: string) => ({
    method: 'GET' as const,
    path: (organisation: string) => `/organisations/${organisation}/${path}`,
  });
  const reports = ['evidence-register', 'control-library'].flatMap((report) =>
    formats.map((format) => [`report ${report} ${format}`, get(`reports/${report}?format=${format}`)]),
  );
  return {
    ...Object.fromEntries(views.map((view) => [`view ${view}`, get(`views/${view}`)])),
    backup: {
      method: 'POST',
      path: () => '/backups',
      body: { passphrase: 'long enough to measure with' },
    },
    'export tables zip': get('exports/tables'),
    'export tables sqlite': get('exports/tables?format=sqlite'),
    ...Object.fromEntries(models.map((model) => [`export oscal ${model}`, get(`exports/oscal/${model}`)])),
    ...Object.fromEntries(reports),
    'export pack': get('exports/pack'),
  };
}

type Asked = ReturnType<typeof Object.entries<ReturnType<typeof operations>[string]>>;

async function measured(root: string, scale: Scale, asked: Asked): Promise<Map<string, Cost>> {
  return inPlace(async (place) => {
    const organisation = await prepare(place, scale);
    const env = { ...place.env, NODE_OPTIONS: `--max-old-space-size=${heap}` };
    return running(root, { ...place, env }, async (server) => {
      const costs = new Map<string, Cost>();
      // The ledger is folded, and the way of a request warm, before anything is measured.
      await server.client()('GET', `/organisations/${organisation}/controls?limit=50`);
      console.log(`\n${scale.controls} controls, ${scale.claims} claims, ${scale.pieces} pieces of evidence`);
      for (const [name, { path, ...rest }] of asked) {
        const cost = await watch(server, { ...rest, path: path(organisation) });
        costs.set(name, cost);
        tell(name, cost);
      }
      return costs;
    });
  });
}

function tell(name: string, { seconds, bytes, status, grown, beside, longestWait: waited }: Cost): void {
  const figures = [
    `${seconds.toFixed(1)} s`.padStart(8),
    `${(bytes / 1e6).toFixed(1)} MB`.padStart(9),
    `grown ${grown.toFixed(0)} MB`.padStart(14),
    `beside ${beside.toFixed(0)} MB`.padStart(15),
    `others waited ${waited.toFixed(0)} ms`.padStart(23),
  ];
  console.log(`${name.padEnd(52)} ${status} ${figures.join(' ')}`);
}

async function prepare({ directory }: Place, scale: Scale): Promise<string> {
  const data = join(directory, 'data');
  mkdirSync(data, { recursive: true });
  const database = openIdentityDatabase({ directory: data });
  const actor = await (await openPeople(database)).administrator();
  await database.destroy();
  const store = sqliteStore(join(data, 'organisations'));
  const organisation = randomUUID();
  const files = join(data, 'files', organisation);
  const today = new Date().toISOString().slice(0, 10);
  await fill(store, organisation, scaleFacts({ actor, today, files }, scale));
  await store.close();
  return organisation;
}

function figuresOf(name: string, less: Cost, more: Cost): Figure[] {
  const how = `${big.pieces} pieces; a tenth of it: ${less.grown.toFixed(0)} MB, ${less.seconds.toFixed(1)} s; ${(more.bytes / 1e6).toFixed(1)} MB in ${more.seconds.toFixed(1)} s, ${more.status}`;
  return [
    atMost(`${name}: memory over that of a tenth`, [Math.max(0, more.grown - less.grown), flat], {
      unit: 'MB',
      how,
    }),
    atMost(`${name}: longest wait of others`, [more.longestWait, longestWait], { unit: 'ms', how }),
  ];
}
