/** Work that can be laid down between two of its parts, each of a few milliseconds for a programme of ordinary size. */
export type InParts<T> = Generator<undefined, T, undefined>;

/** What is not worth dividing, as the one part that it is. */
export function* inOnePart<T>(make: () => T): InParts<T> {
  const made = make();
  yield;
  return made;
}

/** All of it in one go: for who is not waited for by others. */
export function atOnce<T>(work: InParts<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The same, part by part; between two of them `pause` lets others be answered. */
export async function withPauses<T>(work: InParts<T>, pause: () => Promise<void>): Promise<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await pause();
  }
}
