import type { Block, Document } from '../../blocks.ts';

/** Scripts that people write with and that have a name in every language, by their codes (ISO 15924). */
const scripts =
  `Arab Armn Beng Bopo Cans Cher Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hani Hebr Hira Kana Khmr Knda Laoo
  Mlym Mong Mymr Nkoo Orya Sinh Syrc Taml Telu Thaa Thai Tibt Yiii`.split(/\s+/);
const ofScript = scripts.map((code) => ({ code, holds: new RegExp(`\\p{Script=${code}}`, 'u') }));

/** What is not drawn, or only joins and varies what is. */
const undrawn = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{White_Space}]/u;

const mostNamed = 8;

/**
 * The document with a sentence at its end that names what its fonts have no letters for, by scripts and else by characters;
 * the document itself where they have all.
 */
export function nameLacking(document: Document, isCovered: (character: string) => boolean): Document {
  const { lacking: sentence, ...shown } = document;
  if (sentence === undefined) return document;
  const lacking = new Set<string>();
  for (const text of textsIn(shown))
    for (const character of new Set(text.normalize('NFC')))
      if (!isCovered(character) && !undrawn.test(character)) lacking.add(character);
  if (lacking.size === 0) return document;
  const names = [...new Set([...lacking].map((character) => nameOf(character, document.language)))];
  const named = [...names.slice(0, mostNamed), ...(names.length > mostNamed ? ['…'] : [])].join(', ');
  const said: Block = { kind: 'paragraph', text: `${sentence} ${named}` };
  return { ...document, blocks: [...document.blocks, said] };
}

function nameOf(character: string, language: string): string {
  const script = ofScript.find(({ holds }) => holds.test(character));
  const name = script && new Intl.DisplayNames(language, { type: 'script' }).of(script.code);
  return name ?? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function* textsIn(value: unknown): Generator<string, void> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const member of Object.values(value)) yield* textsIn(member);
}
