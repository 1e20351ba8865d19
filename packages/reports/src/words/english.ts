import texts from './en.json' with { type: 'json' };
import { type Say, sayFrom } from './words.ts';

/** The English texts of every document. */
export const sayEnglish: Say = sayFrom(texts, 'en');
