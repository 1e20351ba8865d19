import { describe, expect, test } from 'vitest';
import {
  countTurns,
  type Difference,
  type DifferentRow,
  inTwo,
  intervalThen,
  turnedBy,
  turnedIn,
} from './gains.ts';

type Mark = DifferentRow['before']['mark'];

function row(id: string, before: Mark, after: Mark, codes: readonly string[] = []): DifferentRow {
  const printed = (mark: Mark) =>
    ({ state: [], kind: 'unknown', word: mark, mark, implementation: 'no' }) as const;
  const controls = codes.map((code) => ({ id: code, code }));
  const because = { controls, hiddenControls: 0, claims: [], requirements: [], excluded: false };
  return { id, title: id, before: printed(before), after: printed(after), because } as DifferentRow;
}

function framework(id: string, rows: readonly DifferentRow[]): Difference {
  return { framework: { id, title: id }, scope: 'organisation', rows, wholes: [] } as unknown as Difference;
}

const csf = framework('csf', [
  row('GV.1', 'unknown', 'met', ['C-1']),
  row('GV.2', 'met', 'unknown', ['C-2']),
  row('GV.3', 'gap', 'partly', ['C-1', 'C-2']),
]);

describe('the interval of a what-if', () => {
  test('given more that is met, the gain is what was not met before', () => {
    const before = { n: 31, met: 20, possible: 23 };
    expect(intervalThen({ before, after: { n: 31, met: 24, possible: 27 } })).toEqual({
      met: 24,
      possible: 27,
      of: 31,
      gain: 4,
    });
  });

  test('given less that is met, the gain is a loss', () => {
    const before = { n: 10, met: 8, possible: 9 };
    expect(intervalThen({ before, after: { n: 10, met: 7, possible: 9 } }).gain).toBe(-1);
  });
});

describe('rows that turn', () => {
  test('given rows that turn each way, losses stand first and each way is counted', () => {
    const turned = turnedIn([csf]);
    expect(turned.map(({ row, turn }) => [row.id, turn])).toEqual([
      ['GV.2', 'lost'],
      ['GV.1', 'gained'],
      ['GV.3', 'other'],
    ]);
    expect(countTurns(turned)).toEqual({ gained: 1, lost: 1, other: 1 });
  });

  test('given a control, only rows that it has a part in are its own', () => {
    expect(turnedBy(turnedIn([csf]), 'C-1').map(({ row }) => row.id)).toEqual(['GV.1', 'GV.3']);
  });

  test('given a framework where nothing differs, it stands still', () => {
    const { moved, still } = inTwo([csf, framework('iso', [])]);
    expect([moved.map((each) => each.framework.id), still.map((each) => each.framework.id)]).toEqual([
      ['csf'],
      ['iso'],
    ]);
  });
});
