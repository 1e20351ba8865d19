import { describe, expect, it } from 'vitest';
import { Alike } from './alike.ts';

const toldOf = (faults: readonly (readonly [at: string, value: string])[]) => {
  const alike = new Alike();
  for (const [at, value] of faults) alike.add({ at, code: 'table.value', params: { value } });
  return alike.told();
};

describe('given faults of a file', () => {
  it('when the same is said of thousands of rows and another of the last, then they are two, with all their cells', () => {
    const rows = Array.from({ length: 5000 }, (_, row) => [`list!C${row + 2}`, 'kaputt'] as const);
    const kinds = toldOf([...rows, ['list!C9000', 'kaputt'], ['list!C5002', 'maybe']]);
    expect(kinds.map((kind) => [kind.params.value, kind.count, kind.at])).toEqual([
      ['kaputt', 5001, 'list!C2:C5001, list!C9000'],
      ['maybe', 1, 'list!C5002'],
    ]);
  });

  it('when they stand in JSON, in several columns or in no row, then each place is told as it is written', () => {
    const places = (...at: string[]) => toldOf(at.map((each) => [each, 'x']))[0]?.at.split(', ');
    expect(places('controls[0].name', 'controls[1].name', 'controls[3].name')).toEqual([
      'controls[0–1].name',
      'controls[3].name',
    ]);
    expect(places('list!C2', 'list!D2', 'list!D3')).toEqual(['list!C2', 'list!D2:D3']);
    expect(places('columns', 'columns', 'controls[].x')).toEqual(['columns', 'columns', 'controls[].x']);
  });
});
