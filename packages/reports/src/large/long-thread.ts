import { parentPort, workerData } from 'node:worker_threads';
import type { LongOrder } from './long-formats.ts';
import { piecesOf } from './long-order.ts';
import { Arrivals, type Parcel } from './transit.ts';

// Entry of a thread of its own: takes a view in, writes what was ordered of it, and hands over a piece when it is asked for one.
const arrivals = new Arrivals();
let pieces: AsyncGenerator<Uint8Array, void> | undefined;

async function answerNext(): Promise<void> {
  const next = await pieces?.next();
  // A copy of its own: what is handed over may be a part of something larger.
  const piece = next?.value && Uint8Array.from(next.value);
  parentPort?.postMessage({ piece }, piece ? [piece.buffer] : []);
}

parentPort?.on('message', (message: Parcel | 'next') => {
  if (message === 'next') void answerNext();
  else if ('rest' in message) pieces = piecesOf(workerData as LongOrder, arrivals.view(message));
  else arrivals.add(message);
});
