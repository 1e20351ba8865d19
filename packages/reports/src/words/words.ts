/** Values put into a text: `{{name}}`. */
export type Params = Readonly<Record<string, string | number>>;

/** Answers the text of a key in one language. `count` chooses between `key_one`, `key_other` and so on. */
export type Say = (key: string, params?: Params) => string;

/**
 * Reads texts from a flat map. Values are put in once and never searched for places again, so a value that
 * contains `{{…}}` stays as it was typed. An unknown key or a missing value is a bug and throws.
 */
export function sayFrom(texts: Readonly<Record<string, string>>, language: string): Say {
  const plural = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const write = (value: string | number): string =>
    typeof value === 'number' ? numbers.format(value) : value;
  return (key, params = {}) => {
    const counted = typeof params.count === 'number' ? `${key}_${plural.select(params.count)}` : key;
    const text = texts[counted] ?? texts[key];
    if (text === undefined) throw new Error(`No text for "${key}" in ${language}.`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = params[name];
      if (value === undefined) throw new Error(`The text "${key}" needs a value for "${name}".`);
      return write(value);
    });
  };
}

/** A local date, `YYYY-MM-DD`, as people of that language write it. English is written the European way. */
export function writeDate(date: string, language: string): string {
  const locale = language === 'en' ? 'en-GB' : language;
  const form = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return form.format(new Date(`${date}T00:00:00Z`)).replace('Sept', 'Sep');
}
