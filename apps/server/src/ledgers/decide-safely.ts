import { randomUUID } from 'node:crypto';
import { Unsealable } from '@concord/ledger';
import { type Circumstances, type Refusal, refuse } from '@concord/programme';
import { type Decided, decide, type Ground, type Order, previewOf } from './decide.ts';
import type { Loaded } from './loaded.ts';
import { localDay } from './local-day.ts';

/** A rule that breaks breaks its own order only. */
export function decideSafely(
  order: Order,
  { loaded, ground, clock }: { loaded: Loaded; ground: Ground; clock: () => Date },
): Decided | { readonly fault: unknown } {
  if (loaded.newerAt !== undefined) return refuse('unavailable', 'ledger.newer', { seq: loaded.newerAt });
  return safely(() => decide(order, ground, circumstancesOf(order, ground, clock())));
}

/** The same, and nothing is sealed for good. */
export function previewSafely(order: Order, loaded: Loaded, clock: () => Date) {
  if (loaded.newerAt !== undefined) return refuse('unavailable', 'ledger.newer', { seq: loaded.newerAt });
  return safely(() => previewOf(order, loaded, circumstancesOf(order, loaded, clock())));
}

function safely<T>(decision: () => T): T | { refusal: Refusal } | { readonly fault: unknown } {
  try {
    return decision();
  } catch (error) {
    return error instanceof Unsealable ? refuse('invalid', 'entry.too-large') : { fault: error };
  }
}

function circumstancesOf(order: Order, { programme }: Pick<Ground, 'programme'>, now: Date): Circumstances {
  return {
    now: now.toISOString(),
    today: localDay(now, programme.governance.organisation?.zone),
    actor: order.actor,
    newId: randomUUID,
  };
}
