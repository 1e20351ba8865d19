import { parentPort, workerData } from 'node:worker_threads';
import { fillOrder, type RenderOrder } from './order.ts';

// Entry of a thread of its own: fills the order it was given, answers, ends.
const bytes = await fillOrder(workerData as RenderOrder);
parentPort?.postMessage(bytes);
