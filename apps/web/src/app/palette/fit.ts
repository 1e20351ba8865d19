/** Without capitals and without what stands over or under letters. */
function plainly(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Something that has a name of its own, and what people call it besides. */
export interface Called {
  readonly title: string;
  readonly also: readonly string[];
}

/** How well a text fits a name, 0 best: it begins one; its words begin words of the name, or of all of them. */
function fitOf({ title, also }: Called, text: string): number | undefined {
  const wanted = plainly(text);
  const names = [title, ...also].map(plainly);
  if (names.some((name) => name.startsWith(wanted))) return 0;
  const words = wanted.split(/\s+/);
  if (words.every((word) => beginsWord(names[0] ?? '', word))) return 1;
  return words.every((word) => names.some((name) => beginsWord(name, word))) ? 2 : undefined;
}

/** Those that the text fits, best first, else as they stand; all of them where there is no text. */
export function fitting<Each extends Called>(all: readonly Each[], text: string): readonly Each[] {
  const ranked = all.flatMap((each) => {
    const fit = fitOf(each, text);
    return fit === undefined ? [] : [{ each, fit }];
  });
  return ranked.sort((one, other) => one.fit - other.fit).map(({ each }) => each);
}

function beginsWord(name: string, word: string): boolean {
  return name.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word));
}
