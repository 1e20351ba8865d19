import { LineCounter, parseDocument, type YAMLParseError } from 'yaml';
import { limits, Unreadable } from './limits.ts';

const mostAliases = 100;

/** The value of one YAML document: plain data, no tags of its own, aliases only as far as they stay small. */
export function readYaml(text: string): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    const { line, col } = lineCounter.linePos(fault.pos[0]);
    if (fault.code === 'MULTIPLE_DOCS') throw new Unreadable('yaml-several', { line });
    if (fault.code === 'DUPLICATE_KEY')
      throw new Unreadable('name-twice', { name: nameAt(text, fault), line });
    throw new Unreadable('yaml-fault', { line, column: col });
  }
  const value: unknown = plain(() => document.toJS({ maxAliasCount: mostAliases }));
  checkDepth(value);
  return value;
}

function nameAt(text: string, { pos: [from, to] }: Pick<YAMLParseError, 'pos'>): string {
  return text.slice(from, Math.min(to, from + 80)).split('\n')[0] ?? '';
}

function plain(make: () => unknown): unknown {
  try {
    return make();
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
