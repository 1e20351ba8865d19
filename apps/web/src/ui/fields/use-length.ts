import { useSay } from '../say.ts';

/** What decides whether a text is longer than its field takes. */
interface Measured {
  readonly value: string;
  readonly maxLength?: number | undefined;
}

interface Bounded extends Measured {
  readonly error?: string | undefined;
  readonly onLeave?: ((value: string) => void) | undefined;
}

/** Whether it is longer than is taken; the ends, which are cut off when it is sent, do not count. */
export function isTooLong({ value, maxLength }: Measured): boolean {
  return maxLength !== undefined && value.trim().length > maxLength;
}

/** A text field that says when its text is too long, and does not save it then. The browser itself would cut it unsaid. */
export function useLength<Entry extends Bounded>(entry: Entry): Entry {
  const { say, language } = useSay();
  if (!isTooLong(entry)) return entry;
  const figure = new Intl.NumberFormat(language);
  const [count, most] = [figure.format(entry.value.trim().length), figure.format(entry.maxLength ?? 0)];
  return { ...entry, error: say('text-too-long', { count, most }), onLeave: undefined };
}
