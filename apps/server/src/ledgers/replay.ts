import { createHash, randomUUID } from 'node:crypto';
import { type LedgerStore, openEntry } from '@concord/ledger';
import { refuse } from '@concord/programme';
import { doneBy, type Order, type Outcome } from './decide.ts';

/** The answer to an earlier command under the same key; a refusal when the key stood for something else. */
export async function replayFromLedger(store: LedgerStore, order: Order): Promise<Outcome | undefined> {
  const batch = await store.batchByKey(order.organisation, order.key as string);
  if (!batch) return undefined;
  const other = sameOrder(batch.actor, batch.bodyHash ?? '', order);
  if (other) return other;
  const entries = await store.read(order.organisation, batch.first - 1, batch.last - batch.first + 1);
  return { done: doneBy(order.organisation, batch, entries.map(openEntry)) };
}

/** Undefined when the order is the one that was carried out under its key; else the refusal. */
export function sameOrder(actor: string, bodyHash: string, order: Order): Outcome | undefined {
  const same = actor === order.actor && bodyHash === order.bodyHash;
  return same ? undefined : refuse('refused', 'idempotency.other-body');
}

/** A ledger of its own for a new organisation; the same request again, with its key, finds the same one. */
export function newOrganisationId(actor: string, key: string | undefined): string {
  return key === undefined ? randomUUID() : idFrom(['organisation', actor, key]);
}

/**
 * An id for a person who is being added; the same request again, with its key, adds nobody else. It is sealed for
 * good, so nothing personal goes into it. `at` tells those apart who are added in one go.
 */
export function newPersonId(order: Order, at?: number): string {
  const { organisation, actor, key } = order;
  const which = at === undefined ? [] : [String(at)];
  return key === undefined ? randomUUID() : idFrom(['person', organisation, actor, key, ...which]);
}

/** A UUID (version 8: of our own making) that the same words always lead to. */
function idFrom(words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}
