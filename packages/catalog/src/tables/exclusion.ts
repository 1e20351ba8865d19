import shipped from '../../data/exclusions.json' with { type: 'json' };

/** A fact of a scope, and the controls of Annex A that nobody of whom it is true is likely to do without. */
export interface Contradiction {
  readonly fact: 'developsSoftware' | 'ownPremises' | 'suppliers' | 'cloud' | 'remoteWork';
  readonly requirements: readonly string[];
}

// The compiler widens the names of the facts; tables.test.ts checks them.
const CONTRADICTIONS = shipped.contradicted as readonly Contradiction[];

/** Which exclusions from Annex A do not go with what a scope says of itself. */
export function contradictions(): readonly Contradiction[] {
  return CONTRADICTIONS;
}

/** Likewise what is proposed to be left out where the fact is not true: practice, and to be looked at. */
export function fallingAway(): readonly Contradiction[] {
  return shipped.fallsAway as readonly Contradiction[];
}

/** Fewest words of a reason that says something (practice). */
export const fewestWords = shipped.fewestWords;

const phrases = new Set(shipped.phrases);

/** Whether a reason is one of the phrases that only say again that something is excluded, whatever its capitals and dots. */
export function isTemplatePhrase(reason: string): boolean {
  return phrases.has(wordsIn(reason).join(' '));
}

/** The words of a text in lower case, without what stands around them. */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}’'/-]*/gu) ?? [];
}
