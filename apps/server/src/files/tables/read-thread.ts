import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { SentFile } from './index.ts';
import { readDocument } from './read-document.ts';

// Entry of a thread of its own: reads one document, answers, ends.
const { path, name, hash } = workerData as SentFile;
parentPort?.postMessage(readDocument({ name, hash, bytes: readFileSync(path) }));
