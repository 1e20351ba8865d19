import { describe, expect, it } from 'vitest';
import type { Duty } from '../directive/view.ts';
import { answeredBy } from './through.ts';

const row = (id: string, mark: Duty['mark'], ...controls: string[]) =>
  ({ id, mark, controls: controls.map((each) => ({ id: each })) }) as unknown as Duty;
const iso = new Set(['a', 'b']);

describe('what ISO/IEC 27001 already answers', () => {
  it('given rows that are met, then they are told apart by how many of their controls serve ISO too', () => {
    const rows = [
      row('1', 'met', 'a', 'b'),
      row('2', 'met', 'a', 'x'),
      row('3', 'met', 'x'),
      row('4', 'met'),
      row('5', 'gap', 'a'),
      row('6', 'excluded'),
    ];
    const ids = Object.entries(answeredBy(rows, iso)).map(([name, found]) => [
      name,
      found.map((each: Duty) => each.id),
    ]);
    expect(Object.fromEntries(ids)).toEqual({ iso: ['1'], partly: ['2'], beside: ['3', '4'], open: ['5'] });
  });
});
