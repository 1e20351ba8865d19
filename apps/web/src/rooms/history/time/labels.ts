interface Placed {
  /** From 0 at the beginning to 1 at the end. */
  readonly share: number;
  readonly word: string;
}

/** Share of the whole that a letter takes, where the slider is as narrow as labels are drawn at. */
const letter = 0.011;
const gap = 0.015;

/** Which marks get their word: from the latest back, each that overlaps neither the one after it nor the end. */
export function labelled<Each extends Placed>(
  marks: readonly Each[],
): readonly (Each & { readonly isLabelled: boolean })[] {
  let free = 1.08;
  return marks
    .toReversed()
    .map((mark) => {
      const isLabelled = mark.share + mark.word.length * letter <= free;
      if (isLabelled) free = mark.share - gap;
      return { ...mark, isLabelled };
    })
    .reverse();
}
