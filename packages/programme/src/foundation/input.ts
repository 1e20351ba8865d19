import { z } from 'zod';

const unprintable = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

/** Text a person wrote: trimmed, 1…max characters with something to see, no control characters, well-formed Unicode. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !unprintable.test(value), 'holds a control character or half a character')
    .refine((value) => /[^\p{Cf}\p{Z}\s]/u.test(value), 'has nothing in it that can be seen');

// Never seen; and what only shapes an emoji, an ideograph, a flag or letters that join (none with cases), beside none.
const unseen =
  /[\n\r\t]|(?![\u200c-\u200d\u{e0020}-\u{e007f}]|\p{VS})\p{DI}|(?<!\p{ExtPict}|\p{sc=Han}|\p{sc=Mong}|[\d#*](?=\ufe0f\u20e3))\p{VS}|(?<!\u{1f3f4}|[\u{e0020}-\u{e007e}])[\u{e0020}-\u{e007f}]|(?<!\p{M}|\p{Lo}|\p{ExtPict}|\p{EMod})[\u200c-\u200d]|(?<!\u094d|\u09cd|\u0a4d|\u0acd|\u0b4d|\u0bcd|\u0c4d|\u0ccd|\u0d4d|\u0dca)[\u200c-\u200d](?!\p{M}|\p{Lo}|\p{ExtPict})/u;

/** A text of one line, for names: nothing in it that cannot be seen, so that two that look the same are the same. */
export const line = (max: number) =>
  text(max).refine((name) => !unseen.test(name), 'is no name: one line, something to see, nothing hidden');

/** A calendar day that exists, YYYY-MM-DD. */
export const localDate = z.iso.date('is not a day of the calendar, written YYYY-MM-DD');

const digits = z.string().regex(/^\d{1,15}$/);

/** A whole number; as text too, because addresses hold nothing else. */
export const count = z
  .union([z.number(), digits.transform(Number)], 'is no whole number, 0 or more')
  .pipe(z.number().int());

export const id = z.string().min(1).max(100);

/** A member that a change may take away. */
export const clearable = <T extends z.ZodType>(member: T) =>
  member.nullable().optional().describe(`${member.description}; null takes it away`);
