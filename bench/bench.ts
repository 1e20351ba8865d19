import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { benchDemo } from './demo.ts';
import { benchDocuments } from './documents.ts';
import { benchImport } from './import.ts';
import { benchLedger } from './ledger.ts';
import { benchLibrary } from './library.ts';
import type { Figure } from './measure.ts';
import { benchScale } from './scale/index.ts';
import { benchViews } from './views.ts';
import { benchWeb } from './web.ts';

const root = process.argv[2] ?? process.cwd();
const facts = Number(process.env.CONCORD_BENCH_FACTS ?? 1_000_000);
const parts: Record<string, () => Promise<Figure[]>> = {
  documents: () => benchDocuments(root),
  views: () => benchViews(root),
  library: () => benchLibrary(root),
  import: () => benchImport(root),
  demo: () => benchDemo(root),
  ledger: () => benchLedger(facts),
  web: () => benchWeb(root),
  scale: () => benchScale(root),
};
const wanted = process.argv.slice(3);
const figures: Figure[] = [];
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const figure of await part()) {
    figures.push(figure);
    const mark = figure.holds ? 'holds ' : 'MISSES';
    console.log(
      `${mark} ${figure.name}: ${figure.measured} ${figure.unit}, bar ${figure.limit}, ratio ${figure.ratio} (${figure.how})`,
    );
  }
}
const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model, load: loadavg()[0] };
mkdirSync(join(root, 'bench', 'results'), { recursive: true });
const file = join(root, 'bench', 'results', 'bench.json');
writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine, figures }, null, 2)}\n`);
console.log(`Written to ${file}. A ratio of 1 or less holds the bar.`);
