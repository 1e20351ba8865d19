import table from '../../../data/framework-names.json' with { type: 'json' };
import type { Framework } from '../../framework.ts';
import { slug } from './wording.ts';

/** What a file calls a part of a framework: how ids of that part begin, and the part's name in `noEquivalent`. */
export interface NamedPart {
  readonly label: string;
  readonly prefix: string;
  readonly among: string;
}

interface NamedFramework {
  readonly framework: string;
  /** Of one that we do not ship. */
  readonly title?: string;
  readonly names: readonly string[];
  readonly parts?: readonly NamedPart[];
}

const NAMED: readonly NamedFramework[] = table.frameworks;
// Whoever writes "Rev 5", "r5", "v2.0" or "version 2" means the same number.
const SILENT = new Set(['v', 'r', 'rev', 'revision', 'version', 'release']);
const LONGEST = 500;

/** " sp 800 53 5 " of SP-800-53_rev5: words and numbers between single spaces. */
function wordsOf(name: string): string {
  const words =
    name
      .slice(0, LONGEST)
      .toLowerCase()
      .match(/[a-z]+|[0-9]+/g) ?? [];
  return ` ${words.filter((word) => !SILENT.has(word)).join(' ')} `;
}

const PHRASES = NAMED.flatMap(({ framework, names }) =>
  names.map((name) => ({ framework, words: wordsOf(name) })),
).sort((a, b) => b.words.length - a.words.length);

/** What a framework is called that we do not ship and that others refer to. */
export function titleElsewhere(framework: string): string | undefined {
  return NAMED.find((named) => named.framework === framework)?.title;
}

/** The id of the framework that a title, file name, address or URN names, by the longest name that fits. */
export function recogniseFramework(name: string, known: readonly Framework[] = []): string | undefined {
  const straight = known.find(({ id, title }) => id === name || title === name);
  if (straight !== undefined) return straight.id;
  const words = wordsOf(name);
  const named = PHRASES.find((phrase) => words.includes(phrase.words));
  if (named !== undefined) return named.framework;
  return known.find(({ id }) => words.includes(wordsOf(id)))?.id;
}

/** The id of a framework that a file names: the known one, or one made of the name. */
export function frameworkIdOf(name: string, known: readonly Framework[] = []): string {
  return recogniseFramework(name, known) ?? (slug(name) || 'unnamed');
}

/** The parts that files tell apart when they refer to a framework. */
export function partsOf(framework: string): readonly NamedPart[] {
  return NAMED.find((named) => named.framework === framework)?.parts ?? [];
}
