import { describe, expect, it } from 'vitest';
import { requirementNamed } from './requirement.ts';

describe('a requirement in a sentence', () => {
  const point = { framework: 'nis2-directive', requirement: '21(2)(e)' };

  it('bears the short title of its framework, in the language that is spoken', () => {
    expect(requirementNamed(point, {})).toBe('NIS 2 Directive 21(2)(e)');
    expect(requirementNamed(point, { language: 'de' })).toBe('NIS-2-Richtlinie 21(2)(e)');
  });

  it('given a framework that we do not ship, then its id', () => {
    expect(requirementNamed({ framework: 'house-rules', requirement: 'H-1' }, {})).toBe('house-rules H-1');
  });
});
