import { List, Map as Table } from 'immutable';
import type { Programme } from './programme.ts';

/** The programme as plain JSON values, for a snapshot. Only tables and lists need a mark, and what reads like one. */
export function toPlain(programme: Programme): unknown {
  return plain(programme);
}

/** The same as JSON, piece by piece: all of many records is never there as plain values, or as one text. */
export function plainPieces(programme: Programme): Generator<string, void> {
  return pieces(programme);
}

/** The programme that `toPlain` was given. Throws when the value is none. */
export function fromPlain(value: unknown): Programme {
  const programme = revived(value) as Programme;
  if (typeof programme?.position !== 'number' || !Table.isMap(programme.revisions)) {
    throw new TypeError('this is no snapshot of a programme');
  }
  return programme;
}

const tableMark = '#table';
const listMark = '#list';
const objectMark = '#object';
const marks = [tableMark, listMark, objectMark];

function plain(value: unknown): unknown {
  if (Table.isMap(value)) return { [tableMark]: value.toArray().map(([key, each]) => [key, plain(each)]) };
  if (List.isList(value)) return { [listMark]: value.toArray().map(plain) };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, each]) => [key, plain(each)]);
  return isMarked(value) ? { [objectMark]: members } : Object.fromEntries(members);
}

/** Reads like a table or a list, and is none. */
function isMarked(value: object): boolean {
  return marks.some((mark) => Object.hasOwn(value, mark));
}

const recordsAtOnce = 250;

function* pieces(value: unknown): Generator<string, void> {
  if (Table.isMap(value)) return yield* listed(tableMark, value.entries());
  if (List.isList(value)) return yield* listed(listMark, value.values());
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isMarked(value))
    return yield JSON.stringify(plain(value));
  let before = '{';
  for (const [key, each] of Object.entries(value)) {
    if (each === undefined) continue;
    yield `${before}${JSON.stringify(key)}:`;
    yield* pieces(each);
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

function* listed(mark: string, all: Iterable<unknown>): Generator<string, void> {
  let some: unknown[] = [];
  let before = `{${JSON.stringify(mark)}:[`;
  for (const each of all) {
    some.push(plain(each));
    if (some.length < recordsAtOnce) continue;
    yield before + inside(some);
    [some, before] = [[], ','];
  }
  yield `${some.length > 0 || before !== ',' ? before : ''}${inside(some)}]}`;
}

function inside(list: readonly unknown[]): string {
  return JSON.stringify(list).slice(1, -1);
}

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  if (tableMark in value) return Table(revivedPairs(value[tableMark]));
  if (listMark in value) return List((value[listMark] as unknown[]).map(revived));
  return Object.fromEntries(revivedPairs(objectMark in value ? value[objectMark] : Object.entries(value)));
}

function revivedPairs(pairs: unknown): [string, unknown][] {
  return (pairs as [string, unknown][]).map(([key, each]) => [key, revived(each)]);
}
