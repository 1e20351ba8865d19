import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Readonly<Record<string, string>>;
const server = '../../../../packages/catalog/data/words/';

it.each([
  ['en', /stand under “(.+)”\.$/],
  ['de', /stehen unter „(.+)“\.$/],
  ['fr', /figure sous «\u00a0(.+)\u00a0»\.$/],
])(
  'given a refusal that says in %s where something is listed, then a room of the app has that name',
  (language, place) => {
    const words = read(`${language}/app.json`);
    const rooms = Object.keys(words).flatMap((key) => (key.startsWith('room.') ? [words[key]] : []));
    const named = Object.entries(read(`${server}${language}.json`)).flatMap(([key, said]) => {
      const [, room] = key.startsWith('refusal.') ? (place.exec(said) ?? []) : [];
      return room === undefined ? [] : [room];
    });
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((room) => !rooms.includes(room))).toEqual([]);
  },
);
