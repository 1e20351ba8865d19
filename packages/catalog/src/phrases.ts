import de from '../data/words/phrases-de.json' with { type: 'json' };
import fr from '../data/words/phrases-fr.json' with { type: 'json' };

/** By language, a short text of the tables that we ship → our translation of it. */
const PHRASES: Readonly<Record<string, Readonly<Record<string, string>>>> = { de, fr };

/**
 * A short text of a table that we ship (an edition, a deadline, a tier, an attribute, a frequency, an activity) in a
 * language; as it is where that language has none, so that what somebody imported keeps its own words.
 */
export function phraseIn(language: string, own: string): string {
  const phrases = PHRASES[language] ?? {};
  return Object.hasOwn(phrases, own) ? (phrases[own] ?? own) : own;
}
