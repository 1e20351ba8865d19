import { createHmac, randomFillSync } from 'node:crypto';
import type { Entry, Erasable } from '../store.ts';
import { canonicalText } from './canonical-text.ts';
import { type EntryContent, type RecordName, readEntryText } from './entry.ts';

/** The shape of a fact as it comes in; the ledger knows nothing else of it. */
export interface Fact {
  readonly type: string;
  readonly version: number;
  readonly record: RecordName;
  readonly data: Readonly<Record<string, unknown>>;
  /** Members of `data` that may be personal: they are sealed as commitments and can be erased by law. */
  readonly erasable?: readonly string[];
}

/** A fact as it is read back: erasable values merged into `data`, and the members whose value is gone. */
export interface RecordedFact extends Omit<EntryContent, 'commitments'> {
  readonly redacted: readonly string[];
}

/** A fact in the parts that are kept apart: sealed data, sealed commitments, and what lies beside the entry. */
export interface SplitFact {
  readonly data: Readonly<Record<string, unknown>>;
  readonly commitments: Readonly<Record<string, string>>;
  readonly erasable: Erasable | null;
}

const label = 'concord commitment 1\n';

/** `HMAC-SHA-256(salt, "concord commitment 1\n" ‖ canonical JSON)`, 64 lower-case hex digits (docs/decisions/0002). */
export function commitTo(value: unknown, salt: Uint8Array): string {
  return createHmac('sha256', salt)
    .update(label + canonicalText(value), 'utf8')
    .digest('hex');
}

const saltLength = 32;
const drawn = Buffer.alloc(256 * saltLength);
let used = drawn.length;

/** 32 random bytes, new for each value; drawn many at a time, because asking the system costs more than they do. */
function drawSalt(): Uint8Array {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += saltLength;
  return Uint8Array.from(drawn.subarray(used - saltLength, used));
}

/** Takes the members named in `fact.erasable` out of the data and commits to them. A member that is absent is left. */
export function splitFact(fact: Fact, salt: () => Uint8Array = drawSalt): SplitFact {
  const personal = new Set(fact.erasable);
  const data: [string, unknown][] = [];
  const commitments: [string, string][] = [];
  const erasable: [string, { salt: string; value: unknown }][] = [];
  for (const [name, value] of Object.entries(fact.data)) {
    if (value === undefined) continue;
    if (!personal.has(name)) {
      data.push([name, value]);
      continue;
    }
    const drawn = salt();
    commitments.push([name, commitTo(value, drawn)]);
    erasable.push([name, { salt: Buffer.from(drawn).toString('hex'), value }]);
  }
  return {
    data: Object.fromEntries(data),
    commitments: Object.fromEntries(commitments),
    erasable: erasable.length === 0 ? null : Object.fromEntries(erasable),
  };
}

/**
 * An entry as a fact again. Only values that have a commitment are merged, so a value slipped in beside the entry
 * can not take the place of a sealed one. Throws `MalformedEntry`; whether a value fits its commitment says verify.
 */
export function openEntry(entry: Pick<Entry, 'text' | 'erasable'>): RecordedFact {
  return openContent(readEntryText(entry.text), entry);
}

/** An entry of which the content has been read already. */
export function openContent(
  { commitments, ...content }: EntryContent,
  entry: Pick<Entry, 'erasable'>,
): RecordedFact {
  const names = Object.keys(commitments);
  if (names.length === 0) return { ...content, redacted: [] };
  const kept = names.filter((name) => keptValue(entry.erasable, name) !== undefined);
  const values = kept.map((name) => [name, keptValue(entry.erasable, name)?.value] as const);
  return {
    ...content,
    data: { ...Object.fromEntries(values), ...content.data },
    redacted: names.filter((name) => !kept.includes(name)),
  };
}

/** The salt and value kept for a member, or undefined when they are gone. */
export function keptValue(erasable: Erasable | null, name: string): Erasable[string] | undefined {
  return erasable !== null && Object.hasOwn(erasable, name) ? erasable[name] : undefined;
}

/** The fact that has to be appended in the same batch whenever values are erased from entry `seq`. */
export function redactionOf(seq: number, members: readonly string[], reason: string): Fact {
  return {
    type: 'Redacted',
    version: 1,
    record: { kind: 'entry', id: String(seq) },
    data: { members, reason },
  };
}

/** The JSON of the erasable column as an object; null when there is none or it can not be read. */
export function readErasable(json: string | null): Erasable | null {
  if (json === null || json === '') return null;
  try {
    const values: unknown = JSON.parse(json);
    if (typeof values !== 'object' || values === null) return null;
    const readable = Object.entries(values).filter(
      ([, kept]) => typeof kept?.salt === 'string' && 'value' in kept,
    );
    return readable.length === 0 ? null : Object.fromEntries(readable);
  } catch {
    return null;
  }
}

/** What is left of the erasable values when some members are erased. */
export function withoutMembers(erasable: Erasable | null, members: readonly string[]): Erasable | null {
  const left = Object.entries(erasable ?? {}).filter(([name]) => !members.includes(name));
  return left.length === 0 ? null : Object.fromEntries(left);
}
