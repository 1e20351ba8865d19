import { emptyProgramme, evolve, type Programme, type RecordedFact } from '@concord/programme';
import {
  csfProfile,
  frameworkCoverage,
  newMemory,
  nis2Duties,
  seesAll,
  statementOfApplicability,
  type ViewMemory,
  whatIf,
} from '@concord/views';
import { programmeFacts, type Size } from './dataset.ts';
import { atMost, type Figure, quantile, repeat, timed } from './measure.ts';
import { inPlace, prepare, running } from './organisation.ts';
import type { Client } from './program.ts';

const views = [
  'statement-of-applicability',
  'csf-profile',
  'nis2-duties',
  'coverage?framework=nis2-2024-2690',
];

interface Measured {
  readonly first: number;
  readonly fresh: number[];
  readonly again: number[];
}

/** One change, then every framework's view, over HTTP with one client; at a size and at ten times that. */
export async function benchViews(root: string): Promise<Figure[]> {
  const small = await measureAt(root, { controls: 1000, claims: 5000 });
  const large = await measureAt(root, { controls: 10_000, claims: 50_000 });
  const growth = Math.log10(quantile(large.fresh, 0.5) / quantile(small.fresh, 0.5));
  const http = {
    unit: 'ms',
    how: '1,000 controls × 5,000 claims, HTTP, one client, one piece of evidence then four views',
  };
  return [
    ...benchInProcess(),
    benchWhatIf(),
    atMost('four views again, unchanged, p50', [quantile(small.again, 0.5), 10], http),
    atMost('change to fresh views, p50', [quantile(small.fresh, 0.5), 10], http),
    atMost('change to fresh views, p95', [quantile(small.fresh, 0.95), 25], http),
    atMost('growth exponent over 10 × size', [growth, 0.1], {
      unit: '',
      how: 'log10 of the p50 at 10,000 × 50,000 over that at 1,000 × 5,000',
    }),
  ];
}

async function measureAt(root: string, size: Size): Promise<Measured> {
  return inPlace(async (place) => {
    const organisation = await prepare(place, size);
    return running(root, place, ({ client }) => measure(client(), organisation, size));
  });
}

async function measure(ask: Client, organisation: string, size: Size): Promise<Measured> {
  const get = (path: string) => ask('GET', `/organisations/${organisation}/${path}`);
  const readAll = async () => {
    for (const view of views) await get(`views/${view}`);
  };
  await get('controls?limit=1');
  const first = await timed(readAll);
  const again = (await repeat(80, readAll)).slice(20);
  const fresh = await repeat(200, async (at) => {
    const controls = [`C-${String((at * 37) % size.controls).padStart(5, '0')}`];
    const outcome = at % 2 ? 'works' : 'fails';
    const link = `https://example.org/${at}`;
    await ask('POST', `/organisations/${organisation}/evidence`, { controls, outcome, title: 'Run', link });
    await readAll();
  });
  return { first, again, fresh: fresh.slice(50) };
}

/** All views in this process, from facts to answers: what is worked out from nothing, and what is remembered. */
function benchInProcess(): Figure[] {
  const today = new Date().toISOString().slice(0, 10);
  const programme = programmeOf(today, { controls: 500, claims: 2500 });
  const read = (memory: ViewMemory) => {
    const asked = { programme, organisation: 'bench', on: today, head: '', reader: seesAll, memory };
    return [
      statementOfApplicability(asked),
      csfProfile(asked),
      nis2Duties(asked),
      frameworkCoverage(asked, 'nis2-2024-2690'),
    ];
  };
  const how = '500 controls × 2,500 claims, four frameworks (303 requirements), code warm (15 rounds before)';
  const first: number[] = [];
  const after: number[] = [];
  for (let at = 0; at < 45; at += 1) {
    const memory = newMemory();
    const started = performance.now();
    read(memory);
    const between = performance.now();
    read(memory);
    first.push(between - started);
    after.push(performance.now() - between);
  }
  return [
    atMost('all views in process, first reading', [quantile(first.slice(15), 0.5), 30], { unit: 'ms', how }),
    atMost('all views in process, after', [quantile(after.slice(15), 0.5), 5], { unit: 'ms', how }),
  ];
}

function programmeOf(today: string, size: Size): Programme {
  let seq = 0;
  let programme = emptyProgramme;
  for (const fact of programmeFacts('bench', today, size)) {
    seq += 1;
    const place = { seq, at: '', actor: 'bench', via: 'system', batch: '', operation: 'bench', redacted: [] };
    programme = evolve(programme, { ...fact, ...place } as RecordedFact);
  }
  return programme;
}

/** One control supposed otherwise, in all frameworks, by a reader whose views are up to date. */
function benchWhatIf(): Figure {
  const on = new Date().toISOString().slice(0, 10);
  const programme = programmeOf(on, { controls: 1000, claims: 5000 });
  const asked = { programme, organisation: 'bench', on, head: '', reader: seesAll, memory: newMemory() };
  const codes = [...programme.controls.controls.values()].map(({ code }) => code);
  const took = Array.from({ length: 40 }, (_, at) => {
    const set = [`${codes[(at * 37) % codes.length]}=${at % 2 ? 'retired' : 'works'}`];
    const started = performance.now();
    whatIf(asked, { set, lapse: [], exclude: [], reach: [] });
    return performance.now() - started;
  });
  const how = '1,000 controls × 5,000 claims, four frameworks, one control, coverage warm, in process';
  return atMost('what-if, p50', [quantile(took.slice(10), 0.5), 100], { unit: 'ms', how });
}
