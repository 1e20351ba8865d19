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

/** A text of one line, for names: with something to see, and nothing that turns the direction of writing. */
export const line = (max: number) =>
  text(max).refine(
    (value) =>
      /^(?!.*[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\n\r\t])(?=.*[^\p{Cf}\p{Z}])/su.test(value),
    'is no name: one line, something to see, no direction marks',
  );

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
