import { parentPort, workerData } from 'node:worker_threads';
import type { Step, ToWrite } from './messages.ts';
import { stepWriter } from './step-writer.ts';

// Entry of a thread of its own: writes what it was started for, step by step, and hands over what has grown meanwhile.
const writer = stepWriter(workerData as ToWrite);

parentPort?.on('message', async (step: Step) => {
  const { pieces, entry } = await writer.take(step);
  // Copies of their own: what is handed over may be a part of something larger.
  const own = pieces.map((piece) => Uint8Array.from(piece));
  parentPort?.postMessage(
    { pieces: own, ...(entry ? { entry } : {}) },
    own.map(({ buffer }) => buffer),
  );
});
