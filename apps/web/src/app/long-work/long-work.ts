import { bytesOf, inLines, linesOf, piecesOf, Refused, send } from '../client/index.ts';
import { saveAs } from '../deeds/files.ts';
import { tell } from '../deeds/notices.ts';
import { makeStore } from '../store/store.ts';
import { languageNow } from '../words/language.ts';

/** A file that the server makes step by step, and that comes to the browser when it is done. */
export interface LongWork {
  readonly id: number;
  /** "Pack for the auditor" */
  readonly says: string;
  readonly step?: string | undefined;
  readonly done?: number | undefined;
  readonly of?: number | undefined;
  /** Bytes that are here already. */
  readonly size: number;
  readonly cancel: () => void;
}

const works = makeStore<readonly LongWork[]>([]);
let last = 0;

export const useLongWorks = works.use;

interface Asked {
  readonly organisation: string;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly says: string;
  /** What is told when it is here, and when it went wrong in a way that has no words of the server. */
  readonly saysDone: string;
  readonly saysBroken: string;
}

/** Begins it. It goes on while other rooms are opened, until it is here or somebody stops it. */
export function startLongWork(asked: Asked): void {
  last += 1;
  const id = last;
  const stop = new AbortController();
  const { says, saysDone, saysBroken } = asked;
  works.set([...works.get(), { id, says, size: 0, cancel: () => stop.abort() }]);
  const change = (changed: Partial<LongWork>) =>
    works.set(works.get().map((work) => (work.id === id ? { ...work, ...changed } : work)));
  fetchInLines(asked, stop.signal, change)
    .then((name) => tell({ says: saysDone, notices: [name], tone: 'done' }))
    .catch((error: unknown) => {
      if (stop.signal.aborted) return;
      const reason = error instanceof Refused ? [error.problem.detail] : [];
      tell({ says: saysBroken, notices: reason, tone: 'failed' });
    })
    .finally(() => works.set(works.get().filter((work) => work.id !== id)));
}

/** Answers the name of the file, once the browser has it. Throws `Refused` when the making ended with a problem. */
async function fetchInLines(
  { organisation, name, input }: Asked,
  signal: AbortSignal,
  change: (changed: Partial<LongWork>) => void,
): Promise<string> {
  const response = await send(name, input, {
    organisation,
    language: languageNow(),
    accept: inLines,
    signal,
  });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let [size, mediaType] = [0, 'application/octet-stream'];
  for await (const line of linesOf(piecesOf(response))) {
    if ('problem' in line) throw new Refused(line.problem);
    if ('file' in line) mediaType = line.file.mediaType;
    if ('progress' in line) change(line.progress);
    if ('bytes' in line) {
      const bytes = bytesOf(line.bytes);
      parts.push(bytes);
      size += bytes.length;
      change({ size });
    }
    if ('done' in line) {
      saveAs(new Blob(parts, { type: mediaType }), line.done.name);
      return line.done.name;
    }
  }
  throw new Error('The answer broke off');
}
