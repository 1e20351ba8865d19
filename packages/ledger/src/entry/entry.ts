import { hash } from 'node:crypto';
import { canonicalText, Unsealable } from './canonical-text.ts';

/** What an entry says: the members of docs/decisions/0002, all of them and no other. */
export interface EntryContent {
  readonly organisation: string;
  /** Position in the ledger, from 1, without gaps. */
  readonly seq: number;
  readonly type: string;
  /** Version of `data` for this type, from 1. */
  readonly version: number;
  /** `YYYY-MM-DDThh:mm:ss.sssZ`, the server's clock when it was recorded. */
  readonly at: string;
  /** Id of a person, or `system`. */
  readonly actor: string;
  readonly via: Via;
  /** Id of the command that wrote it. */
  readonly batch: string;
  readonly operation: string;
  readonly record: RecordName;
  readonly data: Readonly<Record<string, unknown>>;
  /** Member of the fact → commitment, 64 lower-case hex digits. */
  readonly commitments: Readonly<Record<string, string>>;
}

/** Which way a command came in. */
export type Via = 'http' | 'cli' | 'import' | 'system';

/** What a fact is about. Its revision is the seq of its last entry. */
export interface RecordName {
  readonly kind: string;
  readonly id: string;
}

/** A text that is no entry of format 1. The message says what is wrong with it. */
export class MalformedEntry extends Error {
  override readonly name = 'MalformedEntry';
}

/** The seal before the first entry: 32 zero bytes, as hex. */
export const genesisSeal = '0'.repeat(64);

/** Most bytes of UTF-8 an entry's text may have: 1 MiB. */
export const longestEntry = 1024 * 1024;

const label = Buffer.from('concord entry 1\n', 'ascii');
const start = label.length + 32;
let scratch = Buffer.concat([label, Buffer.alloc(32 + 64 * 1024)]);

/**
 * `SHA-256("concord entry 1\n" ‖ previous seal ‖ text)` as 64 lower-case hex digits (docs/decisions/0002).
 * Throws when the previous seal is not 64 hex digits.
 */
export function sealEntry(previousSeal: string, text: string): string {
  const most = start + text.length * 3;
  if (scratch.length < most) scratch = Buffer.concat([label, Buffer.alloc(most - label.length)]);
  if (previousSeal.length !== 64 || scratch.write(previousSeal, label.length, 'hex') !== 32)
    throw new Error('a seal is 64 hex digits');
  const written = scratch.write(text, start, 'utf8');
  return hash('sha256', scratch.subarray(0, start + written), 'hex');
}

/** The text that is sealed: canonical JSON (RFC 8785). Throws `Unsealable` for content that format 1 does not admit. */
export function entryText(content: EntryContent): string {
  const fault = faultOf(content);
  if (fault !== undefined) throw new Unsealable(`this is no entry: ${fault}`);
  const text = canonicalText(content);
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes > longestEntry)
    throw new Unsealable(
      `an entry has at most ${longestEntry} bytes, this ${content.type} would have ${bytes}`,
    );
  return text;
}

/** Reads a stored text. Throws `MalformedEntry` when it is not JSON or not an entry of format 1. */
export function readEntryText(text: string): EntryContent {
  const content = parseJson(text);
  const fault = faultOf(content);
  if (fault !== undefined) throw new MalformedEntry(fault);
  return content as EntryContent;
}

const sealedHere = new WeakMap<object, EntryContent>();

/** Keeps what an entry that was just sealed says, as it is read back, for as long as the entry is held. */
export function keepContent(entry: { readonly text: string }, content: EntryContent): void {
  sealedHere.set(entry, content);
}

/** What an entry says: `readEntryText`, or what was kept of the very same object when it was sealed. */
export function contentOf(entry: { readonly text: string }): EntryContent {
  return sealedHere.get(entry) ?? readEntryText(entry.text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedEntry('the text is not JSON');
  }
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const hexSeal = /^[0-9a-f]{64}$/;
const ways: readonly unknown[] = ['http', 'cli', 'import', 'system'] satisfies Via[];

type Check = (value: unknown) => boolean;
const isText: Check = (value) => typeof value === 'string' && value !== '';
const isPosition: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 1;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const members: readonly (readonly [name: keyof EntryContent, check: Check])[] = [
  ['organisation', isText],
  ['seq', isPosition],
  ['type', isText],
  ['version', isPosition],
  ['at', (value) => typeof value === 'string' && instant.test(value)],
  ['actor', isText],
  ['via', (value) => ways.includes(value)],
  ['batch', isText],
  ['operation', isText],
  ['record', (value) => isObject(value) && isText(value.kind) && isText(value.id) && sizeOf(value) === 2],
  ['data', isObject],
  ['commitments', (value) => isObject(value) && holdsOnlySeals(value)],
];

function faultOf(content: unknown): string | undefined {
  if (!isObject(content)) return 'it is not a JSON object';
  for (const [name, check] of members) if (!check(content[name])) return `"${name}" is missing or malformed`;
  return sizeOf(content) === members.length ? undefined : 'it has members that format 1 does not know';
}

function sizeOf(value: object): number {
  return Object.keys(value).length;
}

function holdsOnlySeals(value: Record<string, unknown>): boolean {
  for (const name in value) {
    const seal = value[name];
    if (typeof seal !== 'string' || !hexSeal.test(seal)) return false;
  }
  return true;
}
