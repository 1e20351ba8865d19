import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { SentDocument } from '@concord/catalog';
import type { Refusal } from '@concord/programme';
import { limits, Unreadable } from './limits.ts';
import { readDocument } from './read-document.ts';

/** A file that was sent to be read: where its bytes lie, its name and its SHA-256 in hex. */
export interface SentFile {
  readonly path: string;
  readonly name: string;
  readonly hash: string;
}

/**
 * What a sent file holds: the sheets of XLSX, CSV or TSV, the value of JSON or YAML. Refused, `document.…` at `file`,
 * when it is none of these, is damaged, or holds more than `limits`. With the built `read-thread.ts` it is read on a
 * thread of its own, within bounds of time and memory; without, on this one.
 */
export async function decodeDocument(
  file: SentFile,
  threadFile?: string,
): Promise<SentDocument | { refusal: Refusal }> {
  if (threadFile !== undefined) return readOnThread(file, threadFile);
  return readDocument({ name: file.name, hash: file.hash, bytes: await readFile(file.path) });
}

function readOnThread({ path, name, hash }: SentFile, threadFile: string) {
  const thread = new Worker(threadFile, {
    workerData: { path, name, hash },
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    env: {},
  });
  return new Promise<SentDocument | { refusal: Refusal }>((resolve, reject) => {
    const end = (answer: () => void) => {
      clearTimeout(limit);
      void thread.terminate();
      answer();
    };
    const limit = setTimeout(
      () => end(() => resolve(refused('too-long', { limit: limits.time / 1000 }))),
      limits.time,
    );
    thread.once('message', (read) => end(() => resolve(read)));
    thread.once('error', (error) =>
      end(() =>
        isFull(error) ? resolve(refused('too-many-cells', { limit: limits.cells })) : reject(error),
      ),
    );
    thread.once('exit', (code) => end(() => reject(new Error(`The reading thread ended with ${code}.`))));
  });
}

function isFull(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function refused(...[code, params]: ConstructorParameters<typeof Unreadable>): { refusal: Refusal } {
  return { refusal: new Unreadable(code, params).refusal };
}
