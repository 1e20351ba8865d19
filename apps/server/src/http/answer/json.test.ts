import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeJson } from './json.ts';

const textOf = (answer: object) => Buffer.from(writeJson(answer)).toString('utf8');

it('given any answer with rows, then its JSON says what JSON.stringify says', () => {
  const row = fc.oneof(fc.object(), fc.string(), fc.integer());
  const answer = fc.record(
    {
      view: fc.string({ unit: 'binary' }),
      groups: fc.array(row),
      part: fc.record({ rows: fc.array(row), none: fc.constant(undefined) }),
      rows: fc.array(row),
      total: fc.integer(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(answer, (said) => {
      expect(JSON.parse(textOf(said))).toEqual(JSON.parse(JSON.stringify(said)));
    }),
  );
});

it('given the same row again in another answer, then it is written alike', () => {
  const rows = [{ id: 'A.5.1', name: 'Regeln für Zugänge 🔑' }];
  expect(textOf({ rows })).toBe('{"rows":[{"id":"A.5.1","name":"Regeln für Zugänge 🔑"}]}');
  expect(textOf({ part: { rows, total: 1 } })).toBe(
    `{"part":{"rows":${textOf({ rows }).slice(8, -1)},"total":1}}`,
  );
  expect(textOf({ on: '2026-01-01', rows })).toBe(`{"on":"2026-01-01",${textOf({ rows }).slice(1)}`);
});

it('given a list again and again, in other answers or the same, then it is written alike', () => {
  const rows = [{ id: 'A.5.1', name: 'Regeln für Zugänge 🔑' }, null, { id: 'A.5.2' }];
  const answers = [1, 2, 3].map((total) => ({ total, rows, part: { rows } }));
  for (const answer of [...answers, ...answers]) {
    expect(textOf(answer)).toBe(JSON.stringify(answer));
    expect(textOf({ rows: [...rows].reverse() })).toBe(JSON.stringify({ rows: [...rows].reverse() }));
  }
});
