import { describe, expect, it } from 'vitest';
import { type Standing, turnedBetween } from './turned.ts';

const stands = (id: string, mark: string, framework = 'iso'): Standing => ({
  framework,
  id,
  title: id,
  mark,
  word: `word of ${mark}`,
});

describe('which requirements turned', () => {
  it('given two states of the frameworks, then those that stand otherwise are told, the met ones first', () => {
    const before = [stands('A.8.13', 'unknown'), stands('A.8.14', 'met'), stands('A.8.15', 'stale')];
    const after = [stands('A.8.13', 'partly'), stands('A.8.14', 'met'), stands('A.8.15', 'met')];
    expect(turnedBetween(before, after).map(({ id, was, mark }) => [id, was, mark])).toEqual([
      ['A.8.15', 'word of stale', 'met'],
      ['A.8.13', 'word of unknown', 'partly'],
    ]);
  });

  it('given the same id in two frameworks, then they are not taken for one', () => {
    const before = [stands('1', 'met', 'one'), stands('1', 'gap', 'other')];
    const after = [stands('1', 'met', 'one'), stands('1', 'met', 'other')];
    expect(turnedBetween(before, after).map(({ framework }) => framework)).toEqual(['other']);
  });

  it('given a requirement that was not there before, then it has not turned', () => {
    expect(turnedBetween([], [stands('A.8.13', 'met')])).toEqual([]);
  });
});
