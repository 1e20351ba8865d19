import { describe, expect, it } from 'vitest';
import { filtersIn, isWanted, narrowsHere, type Piece, wantedIn, withoutFilters } from './filters.ts';

const piece = {
  title: 'Restore test, spring',
  kind: 'link',
  link: 'https://reports.example/restore',
  by: 'collector-1',
  codes: ['BCM-04'],
} as unknown as Piece;

describe('the filters of an address', () => {
  it('given an address typed by a person, when it is read, then what no filter can be is passed over', () => {
    const search = { freshness: 'rotten', outcome: 'works', control: 'BCM-04', text: '  ', evidence: 'x' };
    expect(filtersIn(search)).toEqual({ outcome: 'works', control: 'BCM-04' });
  });

  it('given filters, when the server is asked, then it is told only what it narrows by itself', () => {
    const filters = filtersIn({ freshness: 'stale', text: 'restore', by: 'collector-1', source: 'link' });
    expect(wantedIn(filters)).toEqual({ freshness: 'stale' });
    expect(narrowsHere(filters)).toBe(true);
    expect(narrowsHere(filtersIn({ freshness: 'stale' }))).toBe(false);
  });

  it('given every filter, when all are left, then none stands in the address', () => {
    const left = { text: 'a', control: 'b', freshness: 'due', ...withoutFilters };
    expect(filtersIn(left)).toEqual({});
  });
});

describe('what is narrowed here', () => {
  it('given several words, when a piece is looked at, then each has to occur in title, code, file or address', () => {
    expect(isWanted(piece, { text: 'bcm-04 RESTORE' })).toBe(true);
    expect(isWanted(piece, { text: 'reports.example' })).toBe(true);
    expect(isWanted(piece, { text: 'restore autumn' })).toBe(false);
  });

  it('given a source or a sender, when a piece is of another, then it is left out', () => {
    expect(isWanted(piece, { source: 'link', by: 'collector-1' })).toBe(true);
    expect(isWanted(piece, { source: 'upload' })).toBe(false);
    expect(isWanted(piece, { by: 'somebody' })).toBe(false);
  });
});
