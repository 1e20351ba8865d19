import { expect, it } from 'vitest';
import frequencyFile from '../../data/frequencies.json' with { type: 'json' };
import {
  attributesOf,
  attributeTable,
  csfTiers,
  framework,
  frequencies,
  frequency,
  requirementOf,
} from '../index.ts';

it('evidence of each frequency counts for its period and grace', () => {
  expect(frequencies().map(({ id, period, graceDays }) => [id, period, graceDays])).toEqual([
    ['continuous', 'P1D', 1],
    ['daily', 'P1D', 2],
    ['weekly', 'P7D', 3],
    ['monthly', 'P1M', 10],
    ['quarterly', 'P3M', 15],
    ['half-yearly', 'P6M', 30],
    ['annual', 'P12M', 30],
    ['event-driven', 'P12M', 30],
    ['document', 'P12M', 0],
  ]);
});

it('of each frequency so many results of a year are customarily looked at', () => {
  const sizes = frequencies().flatMap(({ id, sample }) =>
    sample.basis === 'year' ? [[id, sample.population, sample.least, sample.most]] : [],
  );
  expect(sizes).toEqual([
    ['daily', 365, 15, 25],
    ['weekly', 52, 5, 10],
    ['monthly', 12, 2, 4],
    ['quarterly', 4, 2, 2],
    ['half-yearly', 2, 1, 2],
    ['annual', 1, 1, 1],
  ]);
  expect(frequency('event-driven')?.sample).toEqual({ basis: 'share', share: 10, least: 5, most: 25 });
  expect(frequency('continuous')?.sample).toEqual({ basis: 'configuration', least: 1, most: 1 });
  expect(frequency('document')?.sample).toEqual({ basis: 'all' });
});

it('frequencies are practice, and say so', () => {
  expect(frequencies().every(({ basis, label }) => basis === 'practice' && label !== '')).toBe(true);
  expect([frequencyFile.source, frequencyFile.licence].every((text) => text !== '')).toBe(true);
  expect(frequency('fortnightly')).toBeUndefined();
});

it('every Annex A control has the five attributes, and nothing else has any', () => {
  const iso = framework('iso27001-2022')!;
  const { controls, licence, source } = attributeTable();
  expect(Object.keys(controls)).toHaveLength(93);
  for (const id of Object.keys(controls)) {
    expect(requirementOf(iso, id)?.level, id).toBe('control');
    for (const values of Object.values(attributesOf(iso.id, id)!))
      expect(values.length, id).toBeGreaterThan(0);
  }
  expect(attributesOf(iso.id, 'A.5.7')?.controlTypes).toEqual(['Preventive', 'Detective', 'Corrective']);
  expect(attributesOf(iso.id, '6.1.2')).toBeUndefined();
  expect(attributesOf(iso.id, 'toString')).toBeUndefined();
  expect(attributesOf('nist-csf-2.0', 'A.5.7')).toBeUndefined();
  expect(`${licence}${source}`).toMatch(/copyright ISO/);
});

it('given the attribute table was left out, then no control has attributes', () => {
  expect(attributesOf('iso27001-2022', 'A.5.7', { ...attributeTable(), controls: {} })).toBeUndefined();
});

it('there are four CSF Tiers', () => {
  expect(csfTiers().steps.map(({ value, name }) => [value, name])).toEqual([
    [1, 'Partial'],
    [2, 'Risk Informed'],
    [3, 'Repeatable'],
    [4, 'Adaptive'],
  ]);
  expect(csfTiers().licence).toMatch(/public domain/);
});
