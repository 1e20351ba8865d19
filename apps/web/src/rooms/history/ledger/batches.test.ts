import { describe, expect, it } from 'vitest';
import {
  type DatedCommand,
  daysIn,
  doneBetween,
  joined,
  momentIn,
  positionBy,
  stopBeside,
  stopsOf,
  tallyOf,
} from './batches.ts';

const command = (first: number, last: number, day: string, operation: string): DatedCommand => ({
  first,
  last,
  day,
  at: `${day}T10:00:00.000Z`,
  actor: { id: 'ana', name: 'Ana' },
  via: 'browser',
  operation,
  about: [],
});

/** The latest first, as the server lists them. */
const ledger = [
  command(9, 9, '2026-03-05', 'evidence add'),
  command(7, 8, '2026-03-02', 'reports publish'),
  command(6, 6, '2026-03-02', 'evidence add'),
  command(5, 5, '2026-03-02', 'reports publish'),
  command(1, 4, '2026-02-27', 'frameworks adopt'),
];

describe('commands by the day', () => {
  it('given an instant late in the evening, then its day is that of the organisation', () => {
    expect(daysIn('Europe/Berlin')('2026-03-01T23:30:00Z')).toBe('2026-03-02');
    expect(daysIn('UTC')('2026-03-01T23:30:00Z')).toBe('2026-03-01');
  });

  it('given newer commands that overlap with known ones, then each is there once, the latest first', () => {
    const known = ledger.slice(2);
    expect(joined(ledger.slice(0, 4), known)).toEqual(ledger);
    expect(joined(ledger, [])).toEqual(ledger);
  });
});

describe('the stops of the slider', () => {
  const stops = stopsOf(ledger);

  it('given the same command twice on a day, then one stop stands for both, at the last', () => {
    expect(stops.map(({ position, operation, count }) => [position, operation, count])).toEqual([
      [4, 'frameworks adopt', 1],
      [8, 'reports publish', 2],
    ]);
  });

  it('given a moment, then the arrows lead to the stop before and after it', () => {
    expect(stopBeside(stops, { day: '2026-03-01', position: 4 }, 'after')?.position).toBe(8);
    expect(stopBeside(stops, { day: '2026-03-01', position: 4 }, 'before')?.position).toBe(4);
    expect(stopBeside(stops, { day: '2026-02-27', position: 4 }, 'before')).toBeUndefined();
    expect(stopBeside(stops, { day: '2026-03-05', position: 9 }, 'after')).toBeUndefined();
  });
});

describe('the moment of an address', () => {
  const today = '2026-03-10';
  it('given an entry, then the whole command it belongs to', () => {
    expect(momentIn({ at: '7' }, ledger, today)).toEqual({ day: '2026-03-02', position: 8 });
  });

  it('given a day without any entry, then what had been recorded by then', () => {
    expect(momentIn({ day: '2026-03-01' }, ledger, today)).toEqual({ day: '2026-03-01', position: 4 });
    expect(momentIn({ day: '2026-01-01' }, ledger, today)).toEqual({ day: '2026-01-01', position: 0 });
    expect(positionBy(ledger, '2026-03-04')).toBe(8);
  });

  it('given what all pages show, then that; a choice made here goes before it', () => {
    expect(momentIn({ on: '2026-03-02', knownAt: '6' }, ledger, today).position).toBe(6);
    expect(momentIn({ on: '2026-03-02' }, ledger, today).position).toBe(8);
    expect(momentIn({ day: '2026-03-01', knownAt: '6' }, ledger, today).position).toBe(4);
  });

  it('given nothing, or what is no day, then today and everything', () => {
    expect(momentIn({}, ledger, today)).toEqual({ day: today, position: 9 });
    expect(momentIn({ day: 'tomorrow', at: 'x' }, ledger, today)).toEqual({ day: today, position: 9 });
    expect(momentIn({ day: '2027-01-01' }, ledger, today).day).toBe(today);
  });
});

describe('what was done from one day to another', () => {
  it('given a day on which a report was published, then that is done on it; both days are included', () => {
    const { done, before } = doneBetween(ledger, '2026-03-02', '2026-03-02');
    expect(done.map(({ first }) => first)).toEqual([7, 6, 5]);
    expect(before).toBe(4);
    expect(doneBetween(ledger, '2026-03-01', '2026-03-05').done).toHaveLength(4);
  });

  it('given the first day of the ledger, then it begins from nothing', () => {
    const { done, before } = doneBetween(ledger, '2026-02-27', '2026-03-05');
    expect(done).toEqual(ledger);
    expect(before).toBe(0);
  });
});

describe('what was done between two points', () => {
  it('given commands, then each kind is counted, the most frequent first', () => {
    const tally = tallyOf(ledger);
    expect(tally.map(({ operation, count }) => [operation, count])).toEqual([
      ['evidence add', 2],
      ['reports publish', 2],
      ['frameworks adopt', 1],
    ]);
    expect(tally[0]?.latest.first).toBe(9);
    expect(tally[0]?.people).toEqual(['Ana']);
  });
});
