type Words = Readonly<Record<string, string>>;

/**
 * French counts nothing as it counts one: a text for one that does not say the number would tell of one where there is
 * none. The catalogue has the same rule for its own words (words.ts): the app may not import it, because with the rule
 * all its data would come into the browser.
 */
export function withZero(words: Words): Words {
  const zero = Object.entries(words).flatMap(([key, text]) => {
    const [name, others] = [key.replace(/_one$/, '_zero'), words[key.replace(/_one$/, '_other')]];
    const isApart = name !== key && !Object.hasOwn(words, name) && !text.includes('{{count}}');
    return isApart && others !== undefined ? [[name, others]] : [];
  });
  return { ...Object.fromEntries(zero), ...words };
}
