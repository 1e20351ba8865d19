import { readFileSync } from 'node:fs';
import { membersOf, pathMembers, rows } from '@concord/operations';
import { expect, it } from 'vitest';

/** Members that two people can change of the same record: a guarded row takes them, and its address does not. */
const guarded = rows.flatMap((row) => {
  if (row.kind !== 'command' || !row.row.guards) return [];
  const inPath: readonly string[] = pathMembers(row);
  return membersOf(row)
    .map(({ name }) => name)
    .filter((name) => !inPath.includes(name));
});

it.each(['en', 'de', 'fr'])(
  'given a conflict over any member, when it is told in %s, then there are words for it, and for no other',
  (language) => {
    const file = new URL(`${language}/app.json`, import.meta.url);
    const words = Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object);
    const told = words.flatMap((key) => (key.startsWith('field.') ? [key.slice('field.'.length)] : []));
    expect(guarded.length).toBeGreaterThan(50);
    expect(told.sort()).toEqual([...new Set(guarded)].sort());
  },
);
