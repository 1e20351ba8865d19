import { z } from 'zod';

const unprintable = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

/** Text a person wrote: trimmed, 1…max characters, no control characters, well-formed Unicode. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !unprintable.test(value), 'holds a control character or half a character');

/** A calendar day that exists, YYYY-MM-DD. */
export const localDate = z.iso.date('is not a day of the calendar, written YYYY-MM-DD');

/** A whole number; as text too, because addresses hold nothing else. */
export const count = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
    ],
    'is no whole number',
  )
  .pipe(z.number().int());

export const id = z.string().min(1).max(100);
