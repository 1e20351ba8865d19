import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { limits, Unreadable } from './limits.ts';

const mostAliases = 100;

/** The value of one YAML document: plain data, no tags of its own, aliases only as far as they stay small. */
export function readYaml(text: string): unknown {
  const lineCounter = new LineCounter();
  const lineOf = (position: number) => lineCounter.linePos(position).line;
  // The library's own search for names that stand twice takes the square of their number.
  const options = { lineCounter, prettyErrors: false, stringKeys: true, uniqueKeys: false, merge: true };
  const document = parseDocument(text, options);
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    const [position] = fault.pos;
    if (fault.code === 'MULTIPLE_DOCS') throw new Unreadable('yaml-several', { line: lineOf(position) });
    const { line, col: column } = lineCounter.linePos(position);
    throw new Unreadable('yaml-fault', { line, column });
  }
  checkNames(document, lineOf);
  keepNumbers(document);
  const value = plainValue(document);
  checkDepth(value);
  return value;
}

function checkNames(document: Document.Parsed, lineOf: (position: number) => number): void {
  visit(document, {
    Map: (_, { items }) => {
      const names = new Set<unknown>();
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : '';
        const line = lineOf(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
        if (names.has(name)) throw new Unreadable('name-twice', { name: name.slice(0, 80), line });
        names.add(name);
      }
    },
  });
}

/** A number that is written otherwise than its value (1.10, 007) is an id or an edition: it stays as written. */
function keepNumbers(document: Document.Parsed): void {
  visit(document, {
    Scalar: (key, scalar) => {
      const { value, source } = scalar;
      if (key !== 'key' && typeof value === 'number' && source !== undefined && String(value) !== source)
        scalar.value = source;
    },
  });
}

function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    if (error instanceof ReferenceError) throw new Unreadable('yaml-aliases', { limit: mostAliases });
    throw error;
  }
}

/** Level by level, so that no depth can end the walk; an alias seen before is walked once. */
function checkDepth(value: unknown): void {
  const seen = new Set<unknown>();
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.depth) throw new Unreadable('too-deep', { limit: limits.depth });
    level = level.flatMap((each) => {
      if (typeof each !== 'object' || each === null || seen.has(each)) return [];
      seen.add(each);
      return Object.values(each);
    });
  }
}
