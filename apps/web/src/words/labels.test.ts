import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const sources = fileURLToPath(new URL('..', import.meta.url));
const languages = ['en', 'de', 'fr'] as const;
type Words = Readonly<Record<string, string>>;
const parts = readdirSync(`${here}en`).map((name) => name.replace('.json', ''));
/** The words of the parts that a text uses; of all of them where it says none. */
function wordsOf(text: string, language: string): Words {
  const used = [...text.matchAll(/useWords\('([\w-]+)'\)/g)].map(([, part]) => part as string);
  const read = (part: string) => JSON.parse(readFileSync(`${here}${language}/${part}.json`, 'utf8')) as Words;
  return Object.assign({}, ...(used.length > 0 ? used : parts).map(read));
}

const bare = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/, '');

/** Keys that a call or a choice between calls may say. */
function keysOf(node: ts.Node): readonly string[] {
  if (ts.isConditionalExpression(node)) return [...keysOf(node.whenTrue), ...keysOf(node.whenFalse)];
  if (ts.isStringLiteral(node)) return [node.text];
  const first =
    ts.isCallExpression(node) && node.expression.getText() === 'say' ? node.arguments[0] : undefined;
  return first ? keysOf(first) : [];
}

interface Labelled {
  readonly label: readonly string[];
  readonly shown: readonly string[];
}

/** Elements that are named otherwise than by the text in them, with the keys of both. */
function labelledIn(text: string): readonly Labelled[] {
  const found: Labelled[] = [];
  const look = (node: ts.Node) => {
    if (ts.isJsxElement(node)) {
      const shown = node.children.flatMap((each) =>
        ts.isJsxExpression(each) && each.expression ? keysOf(each.expression) : [],
      );
      for (const each of node.openingElement.attributes.properties) {
        if (!ts.isJsxAttribute(each) || each.name.getText() !== 'aria-label') continue;
        const value = each.initializer && ts.isJsxExpression(each.initializer) && each.initializer.expression;
        const label = value ? keysOf(value) : [];
        if (label.length > 0 && shown.length > 0) found.push({ label, shown });
      }
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile('x.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

const plain = (text: string) => text.replaceAll(/\{\{\w+\}\}/g, '…').toLowerCase();
const formsOf = (words: Words, key: string) => Object.keys(words).filter((each) => bare(each) === key);

/** Labels without the text that is seen, by language: who says what they see would not find it. */
function faultsIn(text: string): readonly string[] {
  return labelledIn(text).flatMap(({ label, shown }) =>
    languages.flatMap((language) => {
      const words = wordsOf(text, language);
      const at = (key: string) => formsOf(words, key).map((form) => plain(words[form] ?? ''));
      // Where both are chosen between, the first goes with the first.
      return label.flatMap((key, nth) => {
        const seen = label.length === shown.length ? [shown[nth] ?? ''] : shown;
        const lost = seen.filter(
          (each) => !at(each).some((one) => at(key).some((said) => said.includes(one))),
        );
        return lost.map((each) => `${language}: ${key} without ${each}`);
      });
    }),
  );
}

describe('what is seen on a thing', () => {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.tsx'),
  );

  it('given the sources, when a label takes the place of a text, then it holds the text that is seen', () => {
    const found = files.flatMap((path) =>
      faultsIn(readFileSync(`${sources}${path}`, 'utf8')).map((fault) => `${path}: ${fault}`),
    );
    expect(found).toEqual([]);
  });

  it('given a label that leaves the text out, when it is looked at, then that is found', () => {
    const source = `<Button aria-label={say('draft.discard-named', { title })}>{say('draft.go-on')}</Button>`;
    expect(faultsIn(source)).toHaveLength(languages.length);
    expect(faultsIn(source.replace('go-on', 'discard'))).toEqual([]);
  });
});
