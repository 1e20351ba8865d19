import type { Cell, SentDocument, Sheet } from '@concord/catalog';
import type { Refusal } from '@concord/programme';
import { readCsv } from './csv.ts';
import { decodeTable, decodeUnicode, encodingOf } from './encoding.ts';
import { readJson } from './json.ts';
import { damaged, limits, Unreadable } from './limits.ts';
import { readWorkbook } from './workbook/index.ts';
import { readYaml } from './yaml.ts';

/** A file as it was sent: its name, SHA-256 in hex and content. */
export interface SentBytes {
  readonly name: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
}

type Kind = 'workbook' | 'table' | 'json' | 'yaml';

/** What a file holds, by its content and, among texts, by its name. What cannot be read is refused with words. */
export function readDocument({ name, hash, bytes }: SentBytes): SentDocument | { refusal: Refusal } {
  try {
    return { name, hash, ...contentOf(name, bytes) };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

function contentOf(name: string, bytes: Uint8Array) {
  if (bytes.length > limits.file) throw new Unreadable('too-large', { limit: limits.file / 1_000_000 });
  const kind = kindOf(name, bytes);
  if (kind === 'workbook') {
    const { sheets, noticed } = readWorkbook(bytes);
    return { kind: 'sheets', sheets: bounded(sheets), noticed } as const;
  }
  if (kind === 'table') {
    const { text, noticed } = decodeTable(bytes);
    return { kind: 'sheets', sheets: bounded(readCsv(name, text)), noticed } as const;
  }
  const text = decodeUnicode(bytes);
  if (text === undefined) throw new Unreadable('not-text');
  return { kind: 'value', value: kind === 'json' ? readJson(text) : readYaml(text) } as const;
}

/** One long text may be shown in a million cells; whoever takes the cells over would have it a million times. */
function bounded(sheets: readonly Sheet[]): readonly Sheet[] {
  let shown = 0;
  for (const { rows } of sheets) {
    for (const { cells } of rows) for (const cell of cells) shown += lengthOf(cell);
  }
  if (shown > limits.text) throw new Unreadable('too-much-text', { limit: limits.text / 1_000_000 });
  return sheets;
}

function lengthOf(cell: Cell): number {
  return typeof cell === 'string' ? cell.length : cell.text.length;
}

/** Where a reader of bytes from outside stumbles, the bytes are at fault. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Unreadable) return error.refusal;
  if (error instanceof RangeError) return damaged('–').refusal;
  throw error;
}

function kindOf(name: string, bytes: Uint8Array): Kind {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096));
  if (start.subarray(0, 2).equals(packed)) return 'workbook';
  if (start.subarray(0, 4).equals(compound)) throw new Unreadable(compoundKind(bytes));
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const first = /[^\s\ufeff]/.exec(new TextDecoder(encodingOf(start)).decode(start))?.[0];
  if (first === '<') throw new Unreadable('markup');
  if (ending === 'json' || first === '{' || first === '[') return 'json';
  return ending === 'yaml' || ending === 'yml' ? 'yaml' : 'table';
}

const packed = Buffer.from('PK');
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Office files from before 2007, and encrypted ones, come in the same packing. */
function compoundKind(bytes: Uint8Array): 'encrypted' | 'old-workbook' {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? 'encrypted'
    : 'old-workbook';
}
