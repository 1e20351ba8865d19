import { expect, it } from 'vitest';
import { inBytes } from './pieces.ts';

it('given texts, then they are gathered until there are enough letters, and nothing is lost', () => {
  const texts = ['äöü', 'b', '', 'cd', 'e'];
  const pieces = [...inBytes(texts, 4)];
  expect(pieces.map((bytes) => new TextDecoder().decode(bytes))).toEqual(['äöüb', 'cde']);
  expect([...inBytes([])]).toEqual([]);
});
