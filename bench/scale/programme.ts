import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact } from '@concord/ledger';
import { programmeFacts } from '../dataset.ts';

/** How big the programme is; of its pieces of evidence every twentieth is a file, as many as `pieces` / 20. */
export interface Scale {
  readonly controls: number;
  readonly claims: number;
  readonly pieces: number;
}

export const big: Scale = { controls: 10_000, claims: 50_000, pieces: 100_000 };
export const small: Scale = { controls: 1000, claims: 5000, pieces: 10_000 };

const eachFile = 20;
const kilobytes = 3;

interface Evidenced {
  readonly actor: string;
  readonly today: string;
  /** Folder of the organisation's kept files. */
  readonly files: string;
}

/** A library whose controls were each shown to work again and again over two years, now by a link, now by a file. */
export function* scaleFacts({ actor, today, files }: Evidenced, scale: Scale): Generator<Fact> {
  const controls: string[] = [];
  for (const fact of programmeFacts(actor, today, scale)) {
    if (fact.type === 'ControlAdded') controls.push(fact.record.id);
    yield fact;
  }
  const furthest = (scale.pieces - scale.controls) / scale.controls;
  for (let at = 0; at < scale.pieces - scale.controls; at += 1) {
    const back = Math.floor((730 * Math.floor(at / scale.controls)) / furthest) + (at % 60);
    const shown = {
      controls: [controls[at % controls.length]],
      outcome: at % 97 === 0 ? 'fails' : 'works',
      title: `Result number ${at} of the review that is held each quarter`,
      collectedOn: dayBefore(today, back),
    };
    const kept =
      at % eachFile === 0
        ? { kind: 'upload', file: keepFile(files, at) }
        : { kind: 'link', link: `https://example.org/results/${at}` };
    yield {
      type: 'EvidenceRecorded',
      version: 1,
      record: { kind: 'evidence', id: randomUUID() },
      data: { ...shown, ...kept },
      erasable: ['title', 'link', 'file'],
    };
  }
}

function dayBefore(today: string, days: number): string {
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
}

/** Where the server keeps it, without waiting for the disk. */
function keepFile(files: string, at: number): object {
  const bytes = Buffer.from(`Result ${at}\n`.repeat((kilobytes * 1024) / 16));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const folder = join(files, hash.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, hash), bytes);
  return { hash, name: `result-${at}.txt`, size: bytes.length, mediaType: 'text/plain' };
}
