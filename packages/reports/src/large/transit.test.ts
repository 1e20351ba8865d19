import { describe, expect, it } from 'vitest';
import { Arrivals, type Parcel, rowsIn, takeApart } from './transit.ts';

const rows = (length: number) => Array.from({ length }, (_, nth) => ({ nth, link: undefined, words: ['é'] }));
const view = {
  name: 'Register',
  counts: { fresh: 1 },
  few: rows(3),
  rows: rows(1234),
  statement: { rows: rows(501), scope: { id: 's' } },
};

/** As another thread gets it. */
function arrived(parcels: readonly Parcel[]): object {
  const arrivals = new Arrivals();
  for (const parcel of parcels.slice(0, -1)) arrivals.add(parcel as never);
  return arrivals.view(parcels.at(-1) as never);
}

describe('given a view with long lists', () => {
  it('when it is taken apart and put together, then it is the same, in its own order', () => {
    const again = arrived([...takeApart(view)]);
    expect(JSON.stringify(again)).toBe(JSON.stringify(view));
  });

  it('then a list travels some rows at a time, and the view without it', () => {
    const parcels = [...takeApart(view)];
    expect(parcels.filter((parcel) => 'list' in parcel)).toHaveLength(5 + 3);
    expect(parcels.at(-1)).toMatchObject({ lists: [['rows'], ['statement', 'rows']] });
    expect(rowsIn(view)).toBe(1234 + 501);
  });
});

it('given a view without long lists, then it travels whole', () => {
  const small = { ...view, rows: rows(500), statement: {} };
  expect(rowsIn(small)).toBe(0);
  expect(JSON.stringify(arrived([...takeApart(small)]))).toBe(JSON.stringify(small));
});
