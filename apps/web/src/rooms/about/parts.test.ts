import { expect, it } from 'vitest';
import { partsOf } from './parts.ts';

const audit = { role: 'internal_auditor', scope: 'organisation', from: '2026-03-01', until: '2026-05-31' };
const people = [
  { id: 'p2', name: 'Petra Huber', grants: [] },
  { id: 'p1', name: 'Ben Adler', mail: 'ben@example.org', grants: [audit, { ...audit, until: undefined }] },
];

it('given people, then each part is a line, and who has none is one too, by name', () => {
  const lines = partsOf(people, '2026-05-31');
  expect(lines.map(({ name, grant }) => [name, grant?.until])).toEqual([
    ['Ben Adler', '2026-05-31'],
    ['Ben Adler', undefined],
    ['Petra Huber', undefined],
  ]);
  expect(lines.map(({ hasEnded }) => hasEnded)).toEqual([false, false, false]);
});

it('given the day after the last one of a part, then that part has ended and no other', () => {
  expect(partsOf(people, '2026-06-01').map(({ hasEnded }) => hasEnded)).toEqual([true, false, false]);
});
