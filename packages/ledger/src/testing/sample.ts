import type { Fact } from '../entry/commitment.ts';
import { type BatchCircumstances, sealBatch } from '../entry/seal-batch.ts';
import type { Tail } from '../store.ts';

/** A fact about control `id`, with a note that may be personal. */
export function noteFact(id: string, note: string): Fact {
  return {
    type: 'ControlNoted',
    version: 1,
    record: { kind: 'control', id },
    data: { weight: 3, note },
    erasable: ['note'],
  };
}

/** A fact about control `id` that holds nothing personal. */
export function plainFact(id: string, data: Record<string, unknown> = { status: 'working' }): Fact {
  return { type: 'ControlAssessed', version: 1, record: { kind: 'control', id }, data };
}

/** Circumstances of a command; each call without a `batch` of its own is another command. */
export function circumstancesOf(given: Partial<BatchCircumstances> = {}): BatchCircumstances {
  commands += 1;
  return {
    organisation: 'acme',
    at: '2026-11-21T09:30:00.000Z',
    actor: 'p-1',
    via: 'http',
    batch: `b-${commands}`,
    operation: 'note-control',
    ...given,
  };
}
let commands = 0;

/** Seals one command's facts, by default of organisation `acme`. */
export function sealed(after: Tail, facts: readonly Fact[], given: Partial<BatchCircumstances> = {}) {
  return sealBatch(after, circumstancesOf(given), facts);
}
