import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TextTable } from '../text-table.ts';
import { type TablesOrder, writeTables } from './write-tables.ts';

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8; header=present',
} as const;

/**
 * Tables of text as a workbook with a sheet each, or the first of them as CSV. With the built `write-thread.ts` it is
 * written on a thread of its own; without, on this one.
 */
export async function renderTables(
  tables: readonly TextTable[],
  format: TablesOrder['format'],
  threadFile?: string,
): Promise<{ mediaType: string; bytes: Uint8Array }> {
  const bytes =
    threadFile === undefined
      ? writeTables(tables, format)
      : await writeOnThread({ tables, format }, threadFile);
  return { mediaType: mediaTypes[format], bytes };
}

async function writeOnThread(order: TablesOrder, threadFile: string): Promise<Uint8Array> {
  const thread = new Worker(threadFile, { workerData: order, env: {} });
  try {
    const [bytes] = await once(thread, 'message');
    return bytes;
  } finally {
    await thread.terminate();
  }
}
