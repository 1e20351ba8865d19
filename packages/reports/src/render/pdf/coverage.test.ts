import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { documentOf } from '../../testing/sample-blocks.ts';
import { coverageOf } from './coverage.ts';
import { FONTS } from './fonts.ts';
import { nameLacking } from './lacking.ts';

const { resolve } = createRequire(import.meta.url);
const isCovered = coverageOf(FONTS.map((font) => readFileSync(resolve(font))));
const withText = (text: string, lacking = 'Without letters:') => ({
  ...documentOf([{ kind: 'paragraph', text }]),
  lacking,
});

it('given the fonts that we carry, then what they draw is covered, and what they cannot draw is not', () => {
  const drawn = [...'aZ9ßéŁőЖΩאبّ…–„“”«»’×−↓→✓🔒🧿'];
  expect(drawn.filter((letter) => !isCovered(letter))).toEqual([]);
  expect([...'汉かカ한ไन\u{13000}\uffff'].filter(isCovered)).toEqual([]);
});

it('given a document in scripts that the fonts lack, then its copy ends by naming them in its language', () => {
  const { blocks } = nameLacking(withText('汉字 สวัสดี नमस्ते, שלום \u{13000}'), isCovered);
  expect(blocks.at(-1)).toEqual({
    kind: 'paragraph',
    text: 'Without letters: Han, Thai, Devanagari, U+13000',
  });
  const german = nameLacking({ ...withText('汉'), language: 'de' }, isCovered);
  expect(german.blocks.at(-1)).toMatchObject({ text: 'Without letters: Chinesisch' });
});

it('given a document that the fonts have every letter of, then nothing is said', () => {
  const document = withText('Kraków Ελλάδα שלום\u200f سلام \u{1f468}\u200d\u{1f469}\ufe0f e\u0301\n');
  expect(nameLacking(document, isCovered)).toBe(document);
});
