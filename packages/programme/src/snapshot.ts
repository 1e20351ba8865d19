import { List, Map as Table } from 'immutable';
import type { Programme } from './programme.ts';

/** The programme as plain JSON values, for a snapshot. Only tables and lists need a mark, and what reads like one. */
export function toPlain(programme: Programme): unknown {
  return plain(programme);
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
  return marks.some((mark) => Object.hasOwn(value, mark))
    ? { [objectMark]: members }
    : Object.fromEntries(members);
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
