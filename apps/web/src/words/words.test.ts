import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import i18next from 'i18next';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const sources = fileURLToPath(new URL('..', import.meta.url));
const languages = ['en', 'de', 'fr'] as const;
type Words = Readonly<Record<string, string>>;

const neverOne = ['due.more', 'lead-done', 'text-too-long'];

const parts = readdirSync(`${here}en`).map((name) => name.replace('.json', ''));
const wordsOf = (language: string, part: string) =>
  JSON.parse(readFileSync(`${here}${language}/${part}.json`, 'utf8')) as Words;

/** A key without the form that its count chooses. */
const bare = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/, '');
const keysOf = (words: Words) => [...new Set(Object.keys(words).map(bare))].sort();
const holesOf = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();
/** Holes of every form of each key; a form for one may say "one" in words. */
const holesByKey = (words: Words) =>
  Object.fromEntries(
    keysOf(words).map((key) => [
      key,
      holesOf(
        Object.entries(words)
          .flatMap(([each, text]) => (bare(each) === key ? [text] : []))
          .join(' '),
      ),
    ]),
  );

describe.each(parts)('the words of %s', (part) => {
  const [english, ...others] = languages.map((language) => wordsOf(language, part));

  it('given English, when the other languages are read, then they say the same keys with the same holes', () => {
    for (const words of others) expect(holesByKey(words)).toEqual(holesByKey(english as Words));
  });

  it('given French, when it is read, then no line may begin with a mark', () => {
    const french = wordsOf('fr', part);
    expect(Object.keys(french).filter((key) => /« | [:;!?»]/.test(french[key] as string))).toEqual([]);
  });

  it('given any language, when it is read, then nothing is empty and each count has its forms', () => {
    for (const words of [english as Words, ...others]) {
      expect(Object.entries(words).filter(([, text]) => text.trim() === '')).toEqual([]);
      const counted = Object.keys(words)
        .filter((key) => /_(?:one|other)$/.test(key))
        .map(bare);
      for (const key of counted)
        expect([key, `${key}_one` in words, `${key}_other` in words]).toEqual([key, true, true]);
    }
  });
});

/** What in French has the number of the figure before it. */
const agreeing =
  /\}\} (?:[^{}.;:]* )?(?:sur \{\{\w+\}\},? )?(?:sont|seraient|satisfaite?s|possibles|notés|liées)(?!\p{L}|\u00a0:)/u;

describe('the number of what is counted', () => {
  it.each([
    ['nis2', 'lead', '0 obligation sur 25 est satisfaite'],
    ['csf-profile', 'lead', '0 résultat sur 25 est satisfait'],
    ['ui', 'interval-exact', 'x\u00a0: 0 sur 25 satisfaite.'],
  ])(
    'given nothing of %s that is met, when it is told in French, then as one is',
    async (part, key, text) => {
      const words = i18next.createInstance();
      const resources = { fr: { [part]: wordsOf('fr', part) } };
      await words.init({ lng: 'fr', keySeparator: false, resources, interpolation: { escapeValue: false } });
      expect(words.t(key, { ns: part, label: 'x', count: 0, of: 25, possible: 3 }).split('\u202f')[0]).toBe(
        text,
      );
    },
  );

  it.each(parts)('given the French of %s, then what agrees with a figure is said in forms of it', (part) => {
    const fixed = Object.entries(wordsOf('fr', part)).filter(
      ([key, text]) => key === bare(key) && agreeing.test(text),
    );
    // How long a list may be, and all steps of the guide, are never one.
    expect(fixed.map(([key]) => key).filter((key) => !neverOne.includes(key))).toEqual([]);
  });
});

it.each([
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['fr', 'français'],
])('given the proposed library in %s, then it says that its texts are and stay %s', (language, named) => {
  expect(wordsOf(language, 'set-up')['library.says']).toContain(named);
});

const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !path.includes('.test.'),
);
const parse = (path: string) =>
  ts.createSourceFile(
    path,
    readFileSync(`${sources}${path}`, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );

/** Attributes that people read or hear. */
const told = new Set(
  'label title lead description placeholder alt aria-label caption hint error reason valueText unit'.split(
    ' ',
  ),
);
/** Names that are the same in every language: the product, and frameworks as their publishers call them. */
const names = new Set(['Concord', 'ISO/IEC 27001', 'NIST CSF 2.0', 'NIS 2']);

function strays(node: ts.Node): string[] {
  const found: string[] = [];
  const look = (each: ts.Node) => {
    if (ts.isJsxText(each) && /\p{L}/u.test(each.text) && !names.has(each.text.trim()))
      found.push(each.text.trim());
    if (ts.isJsxAttribute(each) && told.has(each.name.getText()) && each.initializer) {
      const { initializer } = each;
      const text = ts.isStringLiteral(initializer) ? initializer.text : '';
      if (/\p{L}/u.test(text) && !names.has(text)) found.push(`${each.name.getText()}="${text}"`);
    }
    ts.forEachChild(each, look);
  };
  look(node);
  return found;
}

/** Keys that a file says as they stand, and the parts whose words it uses. */
function said(node: ts.SourceFile): { keys: string[]; used: string[] } {
  const keys: string[] = [];
  const used: string[] = [];
  const look = (each: ts.Node) => {
    if (ts.isCallExpression(each) && ts.isIdentifier(each.expression)) {
      const [first] = each.arguments;
      const literal = first && ts.isStringLiteral(first) ? first.text : undefined;
      if (literal !== undefined && each.expression.text === 'say') keys.push(literal);
      if (literal !== undefined && ['useWords', 'useTranslation'].includes(each.expression.text))
        used.push(literal);
    }
    ts.forEachChild(each, look);
  };
  look(node);
  return { keys, used };
}

describe('every string that people read', () => {
  it('given the sources, when strings are looked for that no catalogue holds, then there is none', () => {
    const found = files.flatMap((path) => strays(parse(path)).map((text) => `${path}: ${text}`));
    expect(found).toEqual([]);
  });

  it('given the keys that the sources say, when the catalogue is asked, then each is there', () => {
    const missing = files.flatMap((path) => {
      const { keys, used } = said(parse(path));
      if (used.length === 0) return [];
      const known = new Set(used.flatMap((part) => keysOf(wordsOf('en', part))));
      return keys.filter((key) => !known.has(key)).map((key) => `${path}: ${key}`);
    });
    expect(missing).toEqual([]);
  });

  it('given a component with a bare string, when strings are looked for, then it is found', () => {
    const source = ts.createSourceFile(
      'x.tsx',
      'const a = <p title="Hello" label="NIS 2">Words <b>{say("x")}</b> Concord</p>;',
      ts.ScriptTarget.Latest,
      true,
      ts.ScriptKind.TSX,
    );
    expect(strays(source)).toEqual(['title="Hello"', 'Words']);
  });
});

/** Words of the trade that are said in one way: beside each, those that were said for it too. */
const terms = {
  de: { Anwendungsbereich: /Geltungsbereich/, 'Möglich, nicht belegt': /möglich, nicht gezeigt/i },
  fr: { périmètre: /domaine d[’']application/i, 'Possible, non prouvé': /possible, non montré/i },
} as const;

describe.each(['de', 'fr'] as const)('a term of the trade in %s', (language) => {
  const server = fileURLToPath(new URL('../../../../packages/catalog/data/words/', import.meta.url));
  const said = [
    ...parts.flatMap((part) => Object.entries(wordsOf(language, part))),
    ...Object.entries(JSON.parse(readFileSync(`${server}${language}.json`, 'utf8')) as Words),
  ];

  it.each(Object.entries(terms[language]))('is “%s” in the app and in documents', (term, other) => {
    expect(said.some(([, text]) => text.toLowerCase().includes(term.toLowerCase()))).toBe(true);
    expect(said.filter(([, text]) => other.test(text))).toEqual([]);
  });
});
