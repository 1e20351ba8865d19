import { languages } from '@concord/catalog';
import { membersOf, rows } from '@concord/operations';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inWords, wordsFor } from './input-words.ts';

function told(schema: z.ZodType, sent: unknown, language: string): readonly string[] {
  const { error } = schema.safeParse(sent, { error: wordsFor(language) });
  return (error?.issues ?? []).map((issue) => inWords(issue, language));
}

const oneToTwo = z.string().min(2).max(3);

describe.each([
  ['a text', z.string(), 1, ['is no text', 'ist kein Text', 'n’est pas un texte']],
  ['a number', z.number(), 'x', ['is no number', 'ist keine Zahl', 'n’est pas un nombre']],
  ['a whole number', z.int(), 1.5, ['is no whole number', 'ist keine ganze Zahl']],
  ['yes or no', z.boolean(), 'x', ['is neither true nor false', 'ist weder wahr noch falsch']],
  ['a list', z.array(z.string()), 'x', ['is no list', 'ist keine Liste', 'n’est pas une liste']],
  ['an object', z.strictObject({}), 'x', ['is no object with named members']],
  ['a record', z.record(z.string(), z.string()), 1, ['is no object with named members']],
  ['a day', z.date(), 'x', ['is not a day of the calendar, written YYYY-MM-DD']],
  ['a symbol', z.symbol(), 'x', ['is not of the kind that is taken here']],
  ['what is missing', z.string(), undefined, ['is missing', 'fehlt', 'manque']],
  [
    'a choice',
    z.enum(['pdf', 'csv']),
    'x',
    ['is none of these: pdf, csv', 'ist keines von diesen: pdf, csv'],
  ],
  ['one value', z.literal('pdf'), 'x', ['can only be pdf', 'kann nur pdf sein']],
  ['a short text', oneToTwo, 'a', ['is shorter than 2 characters', 'ist kürzer als 2 Zeichen']],
  ['a long text', oneToTwo, 'abcd', ['is longer than 3 characters', 'ist länger als 3 Zeichen']],
  ['no text', z.string().min(1), '', ['is empty', 'ist leer', 'est vide']],
  ['an empty list', z.array(z.string()).min(1), [], ['is empty', 'ist leer', 'est vide']],
  ['few', z.array(z.string()).min(2), [], ['has fewer than 2 entries', 'hat weniger als 2 Einträge']],
  ['many', z.array(z.string()).max(1), ['', ''], ['has more than 1 entry', 'hat mehr als 1 Eintrag']],
  ['too much', z.number().max(5), 6, ['is more than 5', 'ist mehr als 5', 'est supérieur à 5']],
  ['too much itself', z.number().lt(5), 5, ['is not less than 5', 'ist nicht weniger als 5']],
  ['too little', z.number().min(5), 4, ['is less than 5', 'ist weniger als 5', 'est inférieur à 5']],
  ['too little itself', z.number().gt(5), 5, ['is not more than 5', 'ist nicht mehr als 5']],
  ['a multiple', z.number().multipleOf(5), 4, ['is no multiple of 5', 'ist kein Vielfaches von 5']],
  ['mail', z.email(), 'x', ['is no mail address', 'ist keine Mail-Adresse']],
  ['a pattern', z.string().regex(/a/), 'x', ['is not in the form that is asked for']],
  ['a union', z.union([z.string(), z.number()]), true, ['fits none of the forms that are taken here']],
  ['a key', z.record(z.string().min(2), z.string()), { a: '' }, ['has a name or a value in it']],
  ['an element', z.map(z.string(), z.string()), new Map([['a', 1]]), ['is no text']],
  ['what we refine', z.string().refine(() => false), 'x', ['is not as it has to be']],
  ['what is unknown', z.strictObject({}), { a: 1 }, ['unknown member', 'unbekannte Angabe']],
] as const)('given %s that is wrong', (_what, schema, sent, said) => {
  it.each(languages)('then it is said in %s, in our words', (language) => {
    const [words = '', ...more] = told(schema, sent, language);
    expect(more).toEqual([]);
    const expected = said[languages.indexOf(language)];
    if (expected !== undefined) expect(words).toContain(expected);
    expect(words).not.toMatch(/invalid|expected|received|input\.|\{\{/i);
    const english = told(schema, sent, 'en')[0];
    if (language !== 'en') expect(words).not.toBe(english);
  });
});

it('given anything wrong in any member of any command or question, then no word of a library is told', () => {
  const wrong = [
    undefined,
    null,
    3.5,
    -1,
    true,
    '',
    ' ',
    'x'.repeat(200_000),
    [],
    [1],
    ['', ''],
    {},
    { a: 1 },
  ];
  for (const one of rows) {
    const { row } = one;
    const members = membersOf(one).map(({ name }) => name);
    for (const sent of wrong) {
      const input = Object.fromEntries(members.map((member) => [member, sent]));
      const english = told(row.input, input, 'en');
      const german = told(row.input, input, 'de');
      const plain = [...english, ...german].filter((words) =>
        /invalid|expected|received|input\./i.test(words),
      );
      expect(plain, `${row.name} ${JSON.stringify(sent)?.slice(0, 40)}`).toEqual([]);
      expect(
        german.filter((words) => english.includes(words)),
        row.name,
      ).toEqual([]);
    }
  }
});
