import { parentPort, workerData } from 'node:worker_threads';
import type { LongOrder } from './long-formats.ts';
import { piecesOf } from './long-order.ts';
import { Arrivals, type FromThread, type ToThread } from './transit.ts';

// Entry of a thread of its own: takes a view in, writes what was ordered of it, and hands over a piece when it is asked for one.
const arrivals = new Arrivals();
let pieces: AsyncGenerator<Uint8Array, void> | undefined;

async function answerNext(): Promise<void> {
  const next = await pieces?.next();
  // A copy of its own: what is handed over may be a part of something larger.
  const piece = next?.value && Uint8Array.from(next.value);
  parentPort?.postMessage({ piece }, piece ? [piece.buffer] : []);
}

parentPort?.on('message', (message: ToThread) => {
  if (message === 'next') return void answerNext();
  const { parcel } = message;
  if ('rest' in parcel) pieces = piecesOf(workerData as LongOrder, arrivals.view(parcel));
  else arrivals.add(parcel);
  parentPort?.postMessage({} satisfies FromThread);
});
