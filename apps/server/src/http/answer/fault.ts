import { randomBytes } from 'node:crypto';
import { StoreDamaged, StoreUnavailable, storeLackOf } from '@concord/ledger';
import { refuse } from '@concord/programme';
import { BackupFault } from '../../backup/form/fault.ts';
import { LedgerDamaged } from '../../ledgers/loaded.ts';
import { problem, renderingRefused } from './problem.ts';

const lackCodes = {
  full: 'disk.full',
  'read-only': 'disk.read-only',
  'database-read-only': 'database.read-only',
  connections: 'database.connections',
} as const;
const backupKinds = { 1: 'refused', 2: 'conflict', 3: 'unavailable' } as const;

/** Everything a rule or a store did not foresee ends here: an answer that has words, else a line in the log and an opaque one. */
export function answerFault(error: unknown): Response {
  if (error instanceof LedgerDamaged) {
    const params = { seq: error.seq, problem: error.message };
    return problem(refuse('unavailable', 'ledger.damaged', params).refusal);
  }
  if (error instanceof StoreDamaged) {
    const params = {
      problem: error.cause instanceof Error ? error.cause.message : 'it cannot be read through',
    };
    return problem(refuse('unavailable', 'ledger.file-damaged', params).refusal);
  }
  if (error instanceof BackupFault) {
    const { refusal } = refuse(backupKinds[error.exit], error.code);
    return problem({ ...refusal, params: error.params });
  }
  const notMade = renderingRefused(error);
  if (notMade) return notMade;
  const number = logFault(error);
  const lack = storeLackOf(error);
  if (lack !== undefined) return problem(refuse('unavailable', lackCodes[lack]).refusal);
  if (error instanceof StoreUnavailable) return problem(refuse('unavailable', 'ledger.unavailable').refusal);
  return problem(refuse('refused', 'internal', { number }).refusal, 500);
}

/** A line in the log, and the number by which it is found there. */
export function logFault(error: unknown): string {
  const number = randomBytes(4).toString('hex').toUpperCase();
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(JSON.stringify({ at: new Date().toISOString(), number, fault }));
  return number;
}
