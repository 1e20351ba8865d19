import { describe, expect, it } from 'vitest';
import { recordIn, writeValue } from './record-name.ts';

describe('a record of an address', () => {
  it('given kind and id, then both, also where the id holds strokes', () => {
    expect(recordIn('control/BCM-03')).toEqual({ kind: 'control', id: 'BCM-03' });
    expect(recordIn('requirement/nist-csf-2.0/PR.DS-11')).toEqual({
      kind: 'requirement',
      id: 'nist-csf-2.0/PR.DS-11',
    });
  });

  it('given what names no record, then none', () => {
    for (const said of [undefined, '', 'control', 'control/', '/x', 'Con trol/x']) {
      expect(recordIn(said)).toBeUndefined();
    }
  });

  it('given a value, then text stands as it is and the rest as JSON', () => {
    expect(writeValue('weekly')).toBe('weekly');
    expect(writeValue(null)).toBe('null');
    expect(JSON.parse(writeValue({ a: [1] }))).toEqual({ a: [1] });
  });
});
