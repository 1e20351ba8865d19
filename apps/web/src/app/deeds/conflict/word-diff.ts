/** A run of words: in both texts, or only in the second, or only in the first. */
export interface Run {
  readonly text: string;
  readonly is: 'same' | 'added' | 'left-out';
}

/** Beyond so many words the part that differs is told as one: a table of them all would take too long. */
const mostCompared = 600;

/** What makes one text another, by whole words and the spaces between them. */
export function diffWords(before: string, after: string): readonly Run[] {
  const [one, other] = [wordsIn(before), wordsIn(after)];
  let head = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head += 1;
  let tail = 0;
  const most = Math.min(one.length, other.length) - head;
  while (tail < most && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  const middle = between(one.slice(head, one.length - tail), other.slice(head, other.length - tail));
  const runs = [
    ...one.slice(0, head).map((text): Run => ({ text, is: 'same' })),
    ...middle,
    ...other.slice(other.length - tail).map((text): Run => ({ text, is: 'same' })),
  ];
  return joined(tail === 0 ? runs.slice(0, head + middle.length) : runs);
}

function wordsIn(text: string): readonly string[] {
  return text.match(/\S+|\s+/g) ?? [];
}

function between(one: readonly string[], other: readonly string[]): readonly Run[] {
  if (one.length * other.length > mostCompared ** 2) return [...one.map(leftOut), ...other.map(added)];
  const lengths = commonLengths(one, other);
  const runs: Run[] = [];
  let [at, beside] = [0, 0];
  while (at < one.length || beside < other.length) {
    const [mine, theirs] = [one[at], other[beside]];
    if (mine !== undefined && mine === theirs) {
      runs.push({ text: mine, is: 'same' });
      at += 1;
      beside += 1;
    } else if (
      theirs === undefined ||
      (mine !== undefined && of(lengths, at + 1, beside) >= of(lengths, at, beside + 1))
    ) {
      runs.push(leftOut(mine ?? ''));
      at += 1;
    } else {
      runs.push(added(theirs));
      beside += 1;
    }
  }
  return runs;
}

/** How many words two ends have in common, by where they begin. */
function commonLengths(one: readonly string[], other: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: one.length + 1 }, () => Array<number>(other.length + 1).fill(0));
  for (let at = one.length - 1; at >= 0; at -= 1)
    for (let beside = other.length - 1; beside >= 0; beside -= 1) {
      const row = lengths[at] as number[];
      row[beside] =
        one[at] === other[beside]
          ? of(lengths, at + 1, beside + 1) + 1
          : Math.max(of(lengths, at + 1, beside), of(lengths, at, beside + 1));
    }
  return lengths;
}

function of(lengths: readonly (readonly number[])[], at: number, beside: number): number {
  return lengths[at]?.[beside] ?? 0;
}

function leftOut(text: string): Run {
  return { text, is: 'left-out' };
}

function added(text: string): Run {
  return { text, is: 'added' };
}

function joined(runs: readonly Run[]): readonly Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last?.is === run.is) all[all.length - 1] = { ...last, text: last.text + run.text };
    else all.push(run);
  }
  return all;
}
