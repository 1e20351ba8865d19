import { expect, test } from 'vitest';
import { typeInWords, wouldBe } from './counted.ts';

test.each([
  ['ControlAdded', 20_000, '20,000 controls would be added'],
  ['PartyEnded', 2, '2 parties would be ended'],
  ['EvidenceRecorded', 1, '1 piece of evidence would be recorded'],
  ['PointDecided', 1, '1 decision on a point would be made'],
])('%s, %i times, is said as a sentence', (type, number, said) => {
  expect(wouldBe(number, type)).toBe(said);
});

test('a type of fact is said in words', () => {
  expect(typeInWords('RelationLimitSet')).toBe('relation limit set');
});
