import { setTimeout } from 'node:timers/promises';
import type { PackAsked, Progress } from '@concord/operations';
import { PressBusy } from '@concord/reports';
import type { KeptFile } from '@concord/views';
import type { OrganisationFiles } from '../../files/file-store.ts';
import { bytesIn, type Render, viewFormat } from '../../publishing/rendering.ts';
import type { ToPack } from './packing.ts';

/** Why something is not in the pack. */
export interface LeftOut {
  readonly what: string;
  readonly why: string;
  /** Path of the file that holds the same, where there is one. */
  readonly instead?: string;
}

interface Places {
  readonly files: OrganisationFiles;
  readonly render: Render;
  /** Ends what is being made when nobody wants the pack any more. */
  readonly closed: AbortSignal;
}

/** Beside the PDF, a workbook where people go on working with the rows. */
const alsoAsWorkbook = new Set(['statement-of-applicability', 'control-library', 'evidence-register']);

/** Each report as document and view, then the files that evidence, documents and publications name; one at a time. */
export async function* contentsOf(
  places: Places,
  asked: PackAsked,
): AsyncGenerator<ToPack | LeftOut | Progress, void> {
  const { files } = places;
  yield* reportsIn(places, asked);
  const byHash = new Map<string, KeptFile[]>();
  for (const kept of asked.files) byHash.set(kept.file.hash, [...(byHash.get(kept.file.hash) ?? []), kept]);
  let done = 0;
  for (const [hash, alike] of byHash) {
    yield { step: 'files', done, of: byHash.size };
    done += 1;
    const [first] = alike as [KeptFile, ...KeptFile[]];
    const state = await files.check(hash);
    const content = state === 'ok' ? await files.read(hash) : undefined;
    if (!content) yield { what: `files/${hash}`, why: state === 'missing' ? 'missing' : 'altered' };
    else
      yield {
        path: `files/${hash}${endingOf(first.file.name)}`,
        content,
        what: 'kept file',
        expected: hash,
        about: { as: alike.map(toldOf) },
      };
  }
}

async function* reportsIn(
  { render, closed: signal }: Places,
  asked: PackAsked,
): AsyncGenerator<ToPack | LeftOut | Progress, void> {
  const { language, people } = asked;
  let done = 0;
  for await (const report of asked.reports()) {
    yield { step: 'reports', done, of: asked.reportCount };
    done += 1;
    if ('why' in report) {
      yield { what: `reports/${report.report}`, why: report.why };
      continue;
    }
    const { report: name, view, tooLong } = report;
    const about = { report: name };
    const workbook = `reports/${name}.xlsx`;
    if (tooLong !== undefined) yield { what: `reports/${name}.pdf`, why: tooLong, instead: workbook };
    const asWorkbook = tooLong !== undefined || alsoAsWorkbook.has(name);
    const formats = [...(tooLong === undefined ? ['pdf'] : []), ...(asWorkbook ? ['xlsx'] : [])];
    for (const format of formats) {
      const { content } = await patiently(() => render(name, view, { format, language, people, signal }));
      yield { path: `reports/${name}.${format}`, content: bytesIn(content), what: 'report', about };
    }
    const { content } = await render(name, view, { format: viewFormat, signal });
    yield { path: `views/${name}.json`, content: bytesIn(content), what: 'view', about };
  }
}

const mostTries = 20;

/** While others have documents set, a pack waits its turn rather than being given up. */
async function patiently<T>(make: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await make();
    } catch (error) {
      if (!(error instanceof PressBusy) || tries === mostTries) throw error;
      await setTimeout(1000);
    }
  }
}

function toldOf({ what, title, controls, on, file }: KeptFile): object {
  return {
    what,
    title,
    name: file.name,
    ...(controls.length > 0 ? { controls } : {}),
    ...(on ? { on } : {}),
  };
}

/** The ending that a program opens it by; nothing that could be anything else. */
function endingOf(name: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? '';
}
