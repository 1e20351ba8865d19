import { expect, it } from 'vitest';
import { tellWords } from './told.ts';

it('given quantities in a notice, when it is told, then they are written as the language writes them', () => {
  const told = tellWords('notice.import.controls', { added: 5000, changed: 12, unchanged: 0 });
  expect(told).toBe('Controls: 5,000 added, 12 changed, 0 as they were.');
  expect(tellWords('refusal.table.faults', { file: 'x.csv', count: 1500, unlisted: 0 })).toContain('1,500');
});

it('given the number of an entry, then it stays as it is named by', () => {
  expect(tellWords('refusal.entry.unknown', { entry: 12_000 })).toContain('12000');
});
