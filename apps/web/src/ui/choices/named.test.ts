import { describe, expect, it } from 'vitest';
import { isUnknown, namedBy, standsOver } from './named.ts';

const people = [
  { id: 'a', label: 'Ben Adler' },
  { id: 'b', label: 'Ben Brandt' },
  { id: 'c', label: 'Cleo Maas' },
  { id: 'd', label: 'Cleo Maas' },
];

describe('given a text that was typed for somebody', () => {
  it('when it is the whole name, then it is them, however it is written', () => {
    expect(namedBy(people, ' ben  ADLER ')).toBe('a');
  });

  it('when it is a part of a name, nobody’s or the name of two, then it is nobody', () => {
    expect(['Ben', 'Petra Huber', 'Cleo Maas', ''].map((text) => namedBy(people, text))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('then it is unknown, unless it is empty or the name of who is chosen', () => {
    expect(isUnknown('Petra', 'Ben Adler')).toBe(true);
    expect(isUnknown('Petra', '')).toBe(true);
    expect(isUnknown('Ben Adler', 'Ben Adler')).toBe(false);
    expect(isUnknown('  ', '')).toBe(false);
  });
});

describe('a text that was typed', () => {
  it('given another choice since, or none any more, then it is over', () => {
    const [fresh, changed] = [
      { text: 'Jürgen Groß', over: undefined },
      { text: 'Jürgen', over: 'p-1' },
    ];
    expect(standsOver(fresh, undefined)).toBe(fresh);
    expect(standsOver(changed, 'p-1')).toBe(changed);
    expect(standsOver(fresh, 'p-1')).toBeUndefined();
    expect(standsOver(changed, 'p-2')).toBeUndefined();
    expect(standsOver(changed, undefined)).toBeUndefined();
  });
});
