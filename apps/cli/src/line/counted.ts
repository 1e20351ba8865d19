/** Kinds of records of which several are not called by an added s. */
const irregular: Readonly<Record<string, readonly [one: string, many: string]>> = {
  applicability: ['applicability decision', 'applicability decisions'],
  evidence: ['piece of evidence', 'pieces of evidence'],
  necessity: ['decision on documented information', 'decisions on documented information'],
  person: ['person', 'people'],
  point: ['decision on a point', 'decisions on points'],
};

/** How many of what, as it is said: `1 control`, `2 parties`. */
export function counted(number: number, kind: string): string {
  const named = kind.replaceAll('-', ' ');
  const [one, many] = irregular[kind] ?? [named, pluralOf(named)];
  return `${number} ${number === 1 ? one : many}`;
}

const spelt = new Intl.NumberFormat('en');

/** What would come of facts of a type, as it is said: `ControlAdded` is `20,000 controls would be added`. */
export function wouldBe(number: number, type: string): string {
  const { kind, deed } = readType(type);
  const what = counted(number, kind).replace(/^\d+/, spelt.format(number));
  return `${what} would be ${deed === 'decided' ? 'made' : deed}`;
}

/** A type of fact in words: `ProfileTiersChosen` is `profile tiers chosen`. */
export function typeInWords(type: string): string {
  const { kind, deed } = readType(type);
  return `${kind.replaceAll('-', ' ')} ${deed}`;
}

/** The record comes first and the deed last. */
function readType(type: string): { readonly kind: string; readonly deed: string } {
  const words = type.match(/[A-Z][a-z]*/g)?.map((word) => word.toLowerCase()) ?? [type];
  return { kind: words.slice(0, -1).join('-'), deed: words.at(-1) ?? '' };
}

/** How many there are of each kind, in the order in which they are met first. */
export function countedKinds(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, number]) => counted(number, kind)).join(', ');
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
