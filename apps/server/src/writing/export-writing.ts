import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Step, Stepped, StepWriter, ToWrite } from './messages.ts';

/** Writes an export step by step. Whoever has begun one ends it, whatever happened. */
export interface ExportWriting extends Pick<StepWriter, 'take'> {
  readonly close: () => Promise<void>;
}

/** MB of memory that a thread may take: it holds a step at a time. */
const mostMemory = 256;

/** Begins on a thread of its own; without its built file, where requests are answered. */
export async function beginWriting(what: ToWrite, threadFile?: string | undefined): Promise<ExportWriting> {
  if (threadFile === undefined) {
    const { stepWriter } = await import('./step-writer.ts');
    const writer = stepWriter(what);
    return { take: (step) => writer.take(step), close: async () => writer.leave() };
  }
  const settings = { workerData: what, env: {}, resourceLimits: { maxOldGenerationSizeMb: mostMemory } };
  const thread = new Worker(threadFile, settings);
  const ended = endOf(thread);
  return {
    take: async (step) => {
      const answer = once(thread, 'message');
      thread.postMessage(...handedOver(step));
      const [stepped] = (await Promise.race([answer, ended])) as [Stepped];
      return stepped;
    },
    close: async () => void (await thread.terminate()),
  };
}

/** Bytes as a copy of their own, handed over: of a part of something larger, the whole of it would be copied. */
function handedOver(step: Step): [Step, ArrayBuffer[]] {
  if ('bytes' in step) {
    const bytes = Uint8Array.from(step.bytes);
    return [{ bytes }, [bytes.buffer]];
  }
  return [step, 'rows' in step ? [step.rows.buffer as ArrayBuffer] : []];
}

/** Never fulfilled: rejects with what the thread threw, or when it ended. */
function endOf(thread: Worker): Promise<never> {
  const ended = new Promise<never>((_, reject) => {
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The thread that writes exports ended before it answered.')));
  });
  // Nobody may wait for it when it comes.
  ended.catch(() => undefined);
  return ended;
}
