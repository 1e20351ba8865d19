import { expect, it } from 'vitest';
import { partsOf } from '../../testing/office.ts';
import { packParts } from './zip.ts';

it('given a part of many pieces, when it is packed, then it reads as one, and the same pieces are the same bytes', () => {
  const rows = Array.from({ length: 60_000 }, (_, nth) => `<row nth="${nth}">Zeile für Zeile</row>`);
  const pack = () =>
    packParts([
      { name: 'empty.xml', content: [] },
      { name: 'rows.xml', content: rows },
    ]);
  const packed = pack();
  expect(partsOf(packed).get('rows.xml')?.text).toBe(rows.join(''));
  expect(partsOf(packed).get('empty.xml')?.text).toBe('');
  expect(Buffer.from(packed).equals(Buffer.from(pack()))).toBe(true);
});
