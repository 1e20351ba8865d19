import de from '../../data/words/de.json' with { type: 'json' };
import en from '../../data/words/en.json' with { type: 'json' };

/** For tests of other packages: every text that we have in a language, by its key. */
export const catalogues: Readonly<Record<'en' | 'de', Readonly<Record<string, string>>>> = { en, de };
