import { parentPort, workerData } from 'node:worker_threads';
import { type TablesOrder, writeTables } from './write-tables.ts';

// Entry of a thread of its own: writes the tables it was given, answers, ends.
const { tables, format } = workerData as TablesOrder;
const bytes = writeTables(tables, format);
parentPort?.postMessage(bytes);
