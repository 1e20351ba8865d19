import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const sources = fileURLToPath(new URL('..', import.meta.url));
const parts = readdirSync(`${here}en`).map((name) => name.replace('.json', ''));
const keysOf = (part: string) =>
  Object.keys(JSON.parse(readFileSync(`${here}en/${part}.json`, 'utf8')) as object);
const keysByPart = new Map(parts.map((part) => [part, keysOf(part)]));

const form = /_(?:zero|one|two|few|many|other)$/;
const bare = (key: string) => key.replace(form, '');

/** A key asked for: as it stands, or with holes. */
interface Asked {
  readonly shown: string;
  /** A pattern of the keys that it may be. */
  readonly source: string;
  /** It ends in a hole, so that it fits keys that are never meant: all of them have to be counted then. */
  readonly isOpen: boolean;
  /** Whether a count comes with it, or a default, or parameters that were made elsewhere. */
  readonly hasCount: boolean;
  readonly parts: readonly string[];
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The ways a key may be written: a text, one with holes, or either of two. */
function textsOf(node: ts.Node): readonly Pick<Asked, 'shown' | 'source' | 'isOpen'>[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return [{ shown: node.text, source: escaped(node.text), isOpen: false }];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (!ts.isTemplateExpression(node)) return [];
  const spans = node.templateSpans.map(({ expression, literal }) => {
    const inside = textsOf(expression).map(({ source }) => source);
    return `${inside.length > 0 ? `(?:${inside.join('|')})` : '.+'}${escaped(literal.text)}`;
  });
  const isOpen = node.templateSpans.at(-1)?.literal.text === '';
  return [{ shown: node.getText(), source: escaped(node.head.text) + spans.join(''), isOpen }];
}

function hasCount(second: ts.Node | undefined): boolean {
  if (second === undefined) return false;
  if (!ts.isObjectLiteralExpression(second)) return true;
  return second.properties.some(
    (each) => ts.isSpreadAssignment(each) || ['count', 'defaultValue'].includes(each.name?.getText() ?? ''),
  );
}

/** Variables that hold the words of a part, as `const say = useWords('home')`; words handed in are of any part. */
function sayersOf(file: ts.SourceFile): ReadonlyMap<string, readonly string[]> {
  const sayers = new Map<string, string[]>();
  const look = (node: ts.Node) => {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isCallExpression(node.initializer)) {
      const { expression, arguments: given } = node.initializer;
      const [first] = given;
      if (expression.getText() === 'useWords' && first && ts.isStringLiteral(first))
        sayers.set(node.name.getText(), [...(sayers.get(node.name.getText()) ?? []), first.text]);
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return sayers.has('say') ? sayers : new Map([...sayers, ['say', parts]]);
}

function askedIn(path: string, text: string): readonly Asked[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const sayers = sayersOf(file);
  const asked: Asked[] = [];
  const look = (node: ts.Node) => {
    const of = ts.isCallExpression(node) ? sayers.get(node.expression.getText()) : undefined;
    if (of && ts.isCallExpression(node) && node.arguments[0])
      for (const written of textsOf(node.arguments[0]))
        asked.push({ ...written, hasCount: hasCount(node.arguments[1]), parts: of });
    ts.forEachChild(node, look);
  };
  look(file);
  return asked;
}

/** What is wrong with a key asked for: nothing is called that, or it is counted and no count comes. */
function faultOf({ shown, source, isOpen, hasCount: counts, parts: of }: Asked): string | undefined {
  const keys = of.flatMap((part) => keysByPart.get(part) ?? []);
  const pattern = new RegExp(`^${source}$`);
  const found = keys.filter((key) => pattern.test(bare(key)));
  if (found.length === 0) return `${shown}: no words`;
  const counted = found.filter((key) => form.test(key) && !keys.includes(bare(key)));
  const needsCount = isOpen ? counted.length === found.length : counted.length > 0;
  return counts || !needsCount ? undefined : `${shown}: no count for ${bare(counted[0] as string)}`;
}

const faultsIn = (path: string, text: string) =>
  askedIn(path, text).flatMap((asked) => {
    const fault = faultOf(asked);
    return fault === undefined ? [] : [`${path}: ${fault}`];
  });

describe('every key that is asked for', () => {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !path.includes('.test.'),
  );

  it('given the sources, when their keys are looked up, then each has words, and those that count get a count', () => {
    expect(files.flatMap((path) => faultsIn(path, readFileSync(`${sources}${path}`, 'utf8')))).toEqual([]);
  });

  it('given keys with holes, without words or without a count, when they are looked up, then each is found', () => {
    const source = `const say = useWords('home');
      say(\`decide.\${about}-says\`); say(\`decide.\${about}-says\`, { count }); say(\`decide.\${about}-why\`);
      say(a ? 'changes.never' : 'changes.ever'); say('changes.all', { at: 1 }); say(key); say(\`op.\${key}\`);`;
    expect(faultsIn('x.tsx', source)).toEqual([
      `x.tsx: ${'`decide.$'}{about}-says\`: no count for decide.failed-says`,
      `x.tsx: ${'`decide.$'}{about}-why\`: no words`,
      'x.tsx: changes.ever: no words',
      'x.tsx: changes.all: no count for changes.all',
    ]);
  });
});
