/** What was typed into a list so far, and when the last letter of it came: milliseconds. */
export interface Typed {
  readonly text: string;
  readonly at: number;
}

/** Letters that follow each other within a second are one word. */
const pauseMs = 1000;

/** What is typed with one more key; undefined for a key that writes nothing. */
export function typeOn(before: Typed | undefined, key: string, now: number): Typed | undefined {
  if ([...key].length !== 1 || key === ' ') return undefined;
  const goesOn = before !== undefined && now - before.at < pauseMs;
  return { text: goesOn ? before.text + key : key, at: now };
}

/**
 * Index of the row that is meant: the one so called, else the next one from where the focus is that begins so; -1 where
 * none does. The letters before an id may be left out: 8.5 finds A.8.5. One letter alone leads on from row to row.
 */
export function seek(ids: readonly (string | undefined)[], typed: string, from: number): number {
  const text = typed.toLowerCase();
  const names = ids.map((id) => namesOf(id?.toLowerCase() ?? ''));
  const exact = names.findIndex((each) => each.includes(text));
  if (exact !== -1) return exact;
  const first = Math.max(0, from) + (text.length === 1 && from >= 0 ? 1 : 0);
  const order = names.map((_, step) => (first + step) % names.length);
  return order.find((at) => names[at]?.some((name) => name.startsWith(text))) ?? -1;
}

/** An id, and the same without the letters before it. */
function namesOf(id: string): readonly string[] {
  const short = id.replace(/^[a-z]+[.-]/, '');
  return short === id || short === '' ? [id] : [id, short];
}
