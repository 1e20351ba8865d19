interface Activity {
  readonly id: string;
  readonly name: string;
  readonly annex?: string | undefined;
  readonly sector?: { readonly number: string; readonly name: string } | undefined;
  readonly subsector?: { readonly name: string } | undefined;
  /** What somebody who does it would call it. */
  readonly words: readonly string[];
}

/** The answer that none of them is done. */
export const noneListed = 'none-listed';

interface ActivityOption {
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
}

/** A sector of an annex with its activities; those of no annex together. */
export interface ActivityGroup {
  readonly id: string;
  readonly annex: string | undefined;
  readonly name: string;
  readonly options: readonly ActivityOption[];
}

/**
 * Activities by sector; with words, only those in which every word occurs: in the name, that of the sector, or what it
 * is called every day, whichever language that is in. What was found by such a word says by which.
 */
export function groupsOf(rows: readonly Activity[], sought: string): readonly ActivityGroup[] {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  const groups = new Map<string, ActivityGroup>();
  for (const row of rows) {
    const { id, name, annex, sector, subsector } = row;
    if (id === noneListed) continue;
    const named = plain(`${name} ${sector?.name ?? ''} ${subsector?.name ?? ''}`);
    const called = row.words.filter((each) => words.some((word) => plain(each).includes(word)));
    const all = `${named} ${plain(called.join(' '))}`;
    if (!words.every((word) => all.includes(word))) continue;
    const byName = words.every((word) => named.includes(word));
    const key = sector === undefined ? 'others' : `${annex} ${sector.number}`;
    const before = groups.get(key) ?? { id: key, annex, name: sector?.name ?? '', options: [] };
    const told = [subsector?.name ?? '', byName ? '' : called.slice(0, mostCalled).join(', ')].filter(
      Boolean,
    );
    const option = { id, label: name, description: told.join(' · ') || undefined };
    groups.set(key, { ...before, options: [...before.options, option] });
  }
  return [...groups.values()];
}

/**
 * What is known to stand in neither annex and is called so, in everyday words. All of the words have to fit one of these;
 * where nothing of the list was found either, one of them is enough.
 */
export function unlistedAs(rows: readonly Activity[], sought: string): readonly string[] {
  const words = plain(sought)
    .split(/\s+/)
    .filter((word) => word.length >= shortestWord);
  const known = rows.find(({ id }) => id === noneListed)?.words ?? [];
  if (words.length === 0) return [];
  const fits = (called: string) => (word: string) => plain(called).split(apart).some(begins(word));
  const whole = known.filter((called) => words.every(fits(called)));
  const isLost = whole.length === 0 && groupsOf(rows, sought).length === 0;
  return (isLost ? known.filter((called) => words.some(fits(called))) : whole).slice(0, mostCalled);
}

const apart = /[\s’'-]+/;
const shortestWord = 3;
/** So many letters more, as of a plural, still name the same. */
const ending = 2;

function begins(word: string): (token: string) => boolean {
  return (token) =>
    token.startsWith(word) ||
    (token.length > shortestWord && word.startsWith(token) && word.length - token.length <= ending);
}

/** So many everyday words are told beside what they found. */
const mostCalled = 3;

/** In small letters and without accents, as people type. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The choice with what was chosen within one group; what was chosen elsewhere stays. */
export function chooseWithin(
  before: readonly string[],
  options: readonly { readonly id: string }[],
  chosen: readonly string[],
): readonly string[] {
  const elsewhere = before.filter((each) => !options.some(({ id }) => id === each));
  const all = [...elsewhere, ...chosen];
  return chosen.length === 0 ? all : all.filter((each) => each !== noneListed);
}
