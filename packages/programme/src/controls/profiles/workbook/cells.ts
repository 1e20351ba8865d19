import { profileForm } from '@concord/catalog';
import { readText, writeCell } from '../../library/index.ts';
import { type Priority, priorities } from '../../profile.ts';

/** A priority as it stands in a cell: its level, and the words where they say more than that. */
export interface PrioritySaid {
  readonly priority?: Priority | undefined;
  readonly priorityText?: string | undefined;
}

/** What stands under Target Priority: also whether the outcome is wanted, where that is written out. */
export interface AimSaid extends PrioritySaid {
  readonly wanted?: boolean | undefined;
}

/** Words that say how soon, by what they come to (our own reading; the words themselves are kept). */
const levels: readonly (readonly [Priority, RegExp])[] = [
  ['high', /\b(?:critical|very high|highest|high|urgent)\b/i],
  ['medium', /\b(?:medium|moderate|med)\b/i],
  ['low', /\b(?:low|very low|lowest|minor)\b/i],
];

/** One level named makes the priority; several, or none, leave the words alone. The level alone says nothing more. */
export function readPriority(text: string): PrioritySaid {
  const alone = text.toLowerCase().replace(/ priority$/, '');
  const plain = priorities.find((each) => each === alone);
  if (plain) return { priority: plain };
  const [level, another] = levels.filter(([, words]) => words.test(text));
  return level && !another ? { priority: level[0], priorityText: text } : { priorityText: text };
}

export function writePriority(said: PrioritySaid): string {
  return writeMixed(plainPriority(said), []);
}

function plainPriority({ priority, priorityText = '' }: PrioritySaid): string {
  if (priorityText !== '') return priorityText;
  return priority ? `${priority.slice(0, 1).toUpperCase()}${priority.slice(1)}` : '';
}

const aimWords = { wanted: 'Wanted', notWanted: 'Not wanted' } as const;
const aims: ReadonlyMap<string, boolean> = new Map([
  [aimWords.wanted.toLowerCase(), true],
  [aimWords.notWanted.toLowerCase(), false],
  ['not targeted', false],
  ['no target', false],
]);
/** How many letters the word may add to the priority. */
export const longestAimWord = 20;

/** `Not wanted` or `Wanted`, alone or on a line before the priority; without either the cell is a priority alone. */
export function readAim(text: string): AimSaid {
  const [first = '', ...rest] = text.split(lineEnd);
  const wanted = aims.get(plainWord(first));
  if (wanted === undefined) return readPriority(text);
  const priority = rest.join(lineEnd).trim();
  return { wanted, ...(priority === '' ? {} : readPriority(priority)) };
}

/** `evident` where the other cells of the row say already that it is wanted: then the word is left out. */
export function writeAim({ wanted = true, ...priority }: AimSaid, evident: boolean): string {
  const own = plainPriority(priority);
  const [first = ''] = own.split(lineEnd);
  if (wanted && evident && !aims.has(plainWord(first))) return writeMixed(own, []);
  const word = wanted ? aimWords.wanted : aimWords.notWanted;
  return writeMixed(own === '' ? word : `${word}${lineEnd}${own}`, []);
}

function plainWord(text: string): string {
  return text.trim().toLowerCase().replace(/\.$/, '');
}

/** `3`, `Tier 3`, `Repeatable` and `Tier 3: Repeatable` are one; undefined for anything else. */
export function readTier(text: string): number | undefined {
  const [, number, rest = ''] = /^(?:tier\s*)?([1-4])\b[\s:.)–-]*(.*)$/is.exec(text.trim()) ?? [];
  const named = profileForm().tiers.findIndex((name) => sounds(name) === sounds(number ? rest : text)) + 1;
  if (number === undefined) return named === 0 ? undefined : named;
  return rest === '' || named === Number(number) ? Number(number) : undefined;
}

function sounds(text: string): string {
  return text.toLowerCase().replace(/[^a-z]+/g, '');
}

export function writeTier(tier: number | undefined): string {
  return tier === undefined ? '' : `Tier ${tier}: ${profileForm().tiers[tier - 1] ?? ''}`;
}

const yes = new Set(['yes', 'y', 'true', 'x', '✓', '✔', 'included', 'in', 'in scope', '1']);
const no = new Set([
  'no',
  'n',
  'false',
  'not included',
  'excluded',
  'out',
  'out of scope',
  '0',
  'not applicable',
]);

export function readIncluded(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

/** Says nothing where a tier is asked, or what is wanted. */
export function saysNothing(text: string): boolean {
  return /^(?:n\/?a|none|tbd|\?)$/i.test(text.trim());
}

const lineEnd = '\n';

/** A cell of the organisation's own words, and below the mark what was worked out; the former can be read again. */
export function writeMixed(own: string, worked: readonly string[]): string {
  const { mark } = profileForm();
  const kept = writeCell('text', own)
    .split(lineEnd)
    .map((line) => (isMark(line) ? `'${line}` : line))
    .join(lineEnd);
  if (worked.length === 0) return kept;
  return [...(own === '' ? [] : [kept]), mark, ...worked].join(lineEnd);
}

/** The organisation's own words in a cell: undefined where there are none, null where a dash takes them away. */
export function readOwn(cell: string): string | null | undefined {
  const lines = cell.split(lineEnd);
  const end = lines.findIndex((line) => line.trim() === profileForm().mark);
  const own = end < 0 ? lines : lines.slice(0, end);
  return readText(own.map((line) => (isMark(line) ? line.replace("'", '') : line)).join(lineEnd));
}

/** The mark, behind any apostrophes. */
function isMark(line: string): boolean {
  return line.trim().replace(/^'*/, '') === profileForm().mark;
}
