import { createHmac } from 'node:crypto';
import {
  type Batch,
  type Fact as LedgerFact,
  type SealedBatch,
  sealBatch,
  type Tail,
  type Via,
} from '@concord/ledger';
import type { Progress } from '@concord/operations';
import {
  type Circumstances,
  type Command,
  canUndo,
  type Decision,
  type Fact,
  fold,
  type Notice,
  type Programme,
  type RecordedFact,
  type RecordName,
  type Refusal,
  recordKey,
  refuse,
} from '@concord/programme';
import { permitted } from './permission.ts';

/** One command, as it waits for its turn. */
export interface Order {
  readonly organisation: string;
  readonly row: Command<Programme>;
  /** As the row's schema accepted it. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** As the rule takes it: with files and people taken in. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly actor: string;
  readonly via: Via;
  readonly key?: string | undefined;
  /** What the key stands for, by `hashOfOrder`. */
  readonly bodyHash?: string | undefined;
  /** Revision of the record that the caller saw. */
  readonly ifMatch?: number | 'any' | undefined;
  /** Aborted when whoever asked has gone: what takes long is then given up, unless it is written already. */
  readonly signal?: AbortSignal | undefined;
  /** Is told how far it is, of what takes long to take in. */
  readonly tell?: ((progress: Progress) => void) | undefined;
}

/** What a command did; the same again for the same Idempotency-Key. */
export interface Done {
  readonly organisation: string;
  readonly id?: string;
  readonly kind?: string;
  readonly revision?: number;
  readonly position: number;
  readonly batch?: string;
  readonly at?: string;
  readonly records: readonly { kind: string; id: string; revision: number }[];
  readonly unchanged: boolean;
  /** Whether `undo` takes it back, as long as nothing is changed or built upon it; absent where nothing was written. */
  readonly undoable?: boolean;
  /** For who asked, once: an answer from the ledger alone has none. */
  readonly notices?: readonly Notice[];
}

/** What a command would write, had it not been stopped before the append. */
export interface Previewed {
  readonly organisation: string;
  readonly preview: true;
  /** Position that it was decided on. */
  readonly position: number;
  /** How many facts it would write, of each type. */
  readonly facts: number;
  readonly types: Readonly<Record<string, number>>;
  /** The first of them. */
  readonly first: readonly { readonly type: string; readonly record: RecordName; readonly data: object }[];
  readonly unchanged: boolean;
  /** Whether `undo` would take it back; absent where nothing would be written. */
  readonly undoable?: boolean;
  readonly notices?: readonly Notice[];
}

export type Outcome = { readonly done: Done } | { readonly refusal: Refusal; readonly record?: RecordName };

export interface Ground {
  readonly programme: Programme;
  readonly tail: Tail;
}

export type Decided =
  | { readonly refusal: Refusal; readonly record?: RecordName }
  | { readonly done: Done; readonly sealed?: SealedBatch; readonly ground: Ground };

type Ruled =
  | { readonly refusal: Refusal; readonly record?: RecordName }
  | Extract<Decision, { facts: readonly Fact[] }>;

/** Permission, guard, rule: what an order comes to on the state that all orders before it have left. */
function rule(order: Order, { programme }: Pick<Ground, 'programme'>, circumstances: Circumstances): Ruled {
  const denied = refuseDenied(order, programme, circumstances);
  if (denied) return { refusal: denied };
  const guarded = order.row.guards?.(programme, order.asked as never);
  const stale = guarded && refuseStale(order, programme, guarded);
  if (stale) return { refusal: stale, record: guarded };
  return order.row.rule(programme, order.input as never, circumstances);
}

function refuseDenied(
  { row, input, actor }: Order,
  programme: Programme,
  circumstances: Circumstances,
): Refusal | undefined {
  for (const permission of [row.permission, ...(row.needs?.(input as never, actor) ?? [])]) {
    const denied = permitted(programme, permission, circumstances);
    if (denied) return denied;
  }
  return undefined;
}

/** Rules, then seals and evolves. Changes nothing. */
export function decide(order: Order, ground: Ground, circumstances: Circumstances): Decided {
  const ruled = rule(order, ground, circumstances);
  if ('refusal' in ruled) return ruled;
  const told = ruled.notices ? { notices: ruled.notices } : {};
  if (ruled.facts.length === 0) return { done: { ...unchanged(order, ground), ...told }, ground };
  const sealed = sealBatch(
    ground.tail,
    batchOf(order, circumstances),
    ruled.facts as unknown as LedgerFact[],
  );
  const facts = sealed.facts as readonly RecordedFact[];
  const done = { ...doneBy(order.organisation, sealed.batch, facts), ...told };
  return { done, sealed, ground: { programme: fold(ground.programme, facts), tail: sealed.tail } };
}

const factsShown = 100;

/** The same rule on the same state; nothing is sealed and nothing appended. */
export function previewOf(
  order: Order,
  { programme, tail }: Ground,
  circumstances: Circumstances,
): { previewed: Previewed } | Extract<Ruled, { refusal: Refusal }> {
  const ruled = rule(order, { programme }, circumstances);
  if ('refusal' in ruled) return ruled;
  const { facts, notices, beside } = ruled;
  const types: Record<string, number> = {};
  for (const { type } of facts) types[type] = (types[type] ?? 0) + 1;
  const previewed: Previewed = {
    organisation: order.organisation,
    preview: true,
    position: tail.position,
    facts: facts.length,
    types,
    first: facts
      .slice(0, factsShown)
      .map(({ type, record, data }) => ({ type, record, data: withoutBulk(data) })),
    unchanged: facts.length === 0,
    ...(facts.length === 0 ? {} : { undoable: canUndo(facts) }),
    ...(notices ? { notices } : {}),
    ...beside,
  };
  return { previewed };
}

const longestShown = 2000;

/** A whole framework is not for a preview: what is large is told by its size. */
function withoutBulk(data: object): object {
  const cut = (value: unknown) => {
    const size = JSON.stringify(value).length;
    return size > longestShown ? `… ${size} characters` : value;
  };
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, cut(value)]));
}

function batchOf(order: Order, circumstances: Circumstances) {
  return {
    organisation: order.organisation,
    at: circumstances.now,
    actor: order.actor,
    via: order.via,
    batch: circumstances.newId(),
    operation: order.row.name,
    key: order.key ?? null,
    bodyHash: order.key === undefined ? null : (order.bodyHash ?? null),
  };
}

/**
 * What a key stands for: the operation and the input as it was asked. Not the revision seen: who sends a command again
 * may have read the record in between. Under a secret, because it stays when what was asked is erased.
 */
export function hashOfOrder(secret: string, { row, asked }: Pick<Order, 'row' | 'asked'>): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([row.name, asked]))
    .digest('hex');
}

/** A record that exists is changed only by somebody who says which revision they saw. */
function refuseStale(order: Order, programme: Programme, guarded: RecordName): Refusal | undefined {
  const revision = programme.revisions.get(recordKey(guarded)) ?? 0;
  const { ifMatch } = order;
  if (ifMatch === undefined) {
    return revision === 0 ? undefined : refuse('precondition', 'revision.required', { revision }).refusal;
  }
  if (ifMatch === 'any' ? revision > 0 : ifMatch === revision) return undefined;
  if (revision === 0 || Number(ifMatch) > revision)
    return refuse('stale', 'revision.absent', { asked: ifMatch }).refusal;
  return refuse('stale', 'revision.stale', { asked: ifMatch, revision }).refusal;
}

function unchanged(order: Order, { tail }: Ground): Done {
  return { organisation: order.organisation, position: tail.position, records: [], unchanged: true };
}

/** The answer to a command, from what it wrote: so it can be given again from the ledger alone. */
export function doneBy(
  organisation: string,
  batch: Batch,
  facts: readonly Pick<RecordedFact, 'record' | 'seq' | 'type'>[],
): Done {
  const records = new Map<string, Done['records'][number]>();
  for (const { record, seq } of facts) {
    records.set(recordKey(record), { kind: record.kind, id: record.id, revision: seq });
  }
  const written = [...records.values()];
  const [first] = written;
  return {
    organisation,
    ...(first ? { id: first.id, kind: first.kind, revision: first.revision } : {}),
    position: batch.last,
    batch: batch.id,
    at: batch.at,
    records: written,
    unchanged: false,
    undoable: canUndo(facts),
  };
}
