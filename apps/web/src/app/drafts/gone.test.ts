import { afterEach, describe, expect, it } from 'vitest';
import { dropPlaces, formsOf, placeOf } from './drafts.ts';
import { isBeyond, isWithin } from './gone.ts';

const mine = placeOf('here', 'ana');
const places = [
  mine,
  formsOf(mine),
  placeOf('demo', 'ana'),
  formsOf(placeOf('demo', 'ana')),
  placeOf('demo', 'ben'),
];

describe('drafts of an organisation that is gone', () => {
  it('given an organisation that was removed, then every place within it goes, and no other', () => {
    expect(places.filter(isWithin('demo'))).toEqual(places.slice(2));
    expect(places.filter(isWithin('dem'))).toEqual([]);
  });

  it('given who looks and what they have, then what is theirs elsewhere goes; what others left stays', () => {
    const isGone = isBeyond({ person: 'ana', organisations: ['here'] });
    expect(places.filter(isGone)).toEqual(['demo/ana', 'demo/ana/forms']);
    expect(['demo', 'here'].filter(isGone), 'named nobody').toEqual(['demo', 'here']);
  });
});

describe('given a browser that keeps drafts of two organisations', () => {
  const before = globalThis.localStorage;
  const kept = new Map<string, string>();
  const storage = {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    removeItem: (name: string) => void kept.delete(name),
  };

  afterEach(() => {
    globalThis.localStorage = before;
  });

  it('when one is gone, then its drafts are, all of them; what else the browser keeps stays', () => {
    globalThis.localStorage = storage as unknown as Storage;
    for (const place of places) kept.set(`concord.drafts.${place}`, '[]');
    kept.set('concord.visit.demo.ana', '{}');
    expect(dropPlaces(isWithin('demo'))).toBe(true);
    expect([...kept.keys()]).toEqual([
      'concord.drafts.here/ana',
      'concord.drafts.here/ana/forms',
      'concord.visit.demo.ana',
    ]);
    expect(dropPlaces(isWithin('demo')), 'nothing is left of it').toBe(false);
  });
});
