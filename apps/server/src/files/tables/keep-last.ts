import type { SentFile } from './index.ts';

const keptFor = 60_000;

/**
 * Reads as `read` does, and keeps the last answer for a minute: who looks at a preview asks for the same file again.
 * The name counts too, because a CSV file names its sheet after it.
 */
export function keepingLast<T>(read: (file: SentFile) => Promise<T>): (file: SentFile) => Promise<T> {
  let last:
    | { readonly key: string; readonly answer: Promise<T>; readonly forget: NodeJS.Timeout }
    | undefined;
  return (file) => {
    const key = `${file.hash} ${file.name}`;
    if (last?.key === key) return last.answer;
    clearTimeout(last?.forget);
    const answer = read(file);
    const forget = setTimeout(() => {
      last = undefined;
    }, keptFor);
    forget.unref();
    last = { key, answer, forget };
    // What failed for a reason of ours is tried again.
    answer.catch(() => {
      if (last?.answer === answer) last = undefined;
    });
    return answer;
  };
}
