import type { LongWork } from './long-work.ts';

/** How far a file is: the key of the words, their holes, and the share of a bar where there is one. */
export interface HowFar {
  readonly key: string;
  readonly params: { readonly done?: number; readonly of?: number };
  readonly bar?: { readonly value: number; readonly max: number } | undefined;
}

/** Steps that make the one file whole: nobody can tell how much is left once its bytes come. */
const whole: ReadonlySet<string> = new Set(['rows', 'document']);

/**
 * Undefined while nobody can tell. Tables, reports and files are told as the one in the making, rows as those taken in:
 * once all are, or bytes come, the file is being written.
 */
export function howFar({
  step = 'tables',
  done,
  of,
  size,
}: Pick<LongWork, 'step' | 'done' | 'of' | 'size'>): HowFar | undefined {
  if (done === undefined || of === undefined || of === 0) return undefined;
  const isWritten = whole.has(step) && (size > 0 || done >= of);
  if (isWritten) return { key: 'long-work.written', params: {} };
  if (step === 'document') return { key: 'long-work.document', params: {}, bar: { value: done, max: of } };
  const shown = step === 'rows' ? done : Math.min(done + 1, of);
  return { key: `long-work.${step}`, params: { done: shown, of }, bar: { value: done, max: of } };
}
