import { contradictions } from '@concord/catalog';
import type { ScopeFacts, SizeFigures } from '@concord/programme';
import type { InLanguage } from '../language/say.ts';

/** What is asked of a scope at the start; other conditions of the starter library may be answered too. */
export const setUpFacts = ['developsSoftware', 'ownPremises', 'remoteWork', 'cloud', 'suppliers'] as const;
export type SetUpFact = (typeof setUpFacts)[number];

/** `unsure` says the same as saying nothing: nobody knows yet. */
export const factAnswers = ['yes', 'no', 'unsure'] as const;
export type FactAnswer = (typeof factAnswers)[number];

/** What somebody answers before there is an organisation; whatever is left out is not known. */
export interface SetUpAnswers extends InLanguage {
  readonly name?: string | undefined;
  readonly activities: readonly string[];
  readonly designations: readonly string[];
  readonly alone: SizeFigures;
  /** With linked and partner enterprises; given at all, it has some. */
  readonly group?: SizeFigures | undefined;
  /** Nobody said whether there are any. */
  readonly linkedUnknown?: boolean | undefined;
  readonly establishedIn: readonly string[];
  readonly servesIn: readonly string[];
  /** What the programme is to cover. */
  readonly statement?: string | undefined;
  /** It covers the whole organisation: stated in our words where there are no others. */
  readonly coversWhole?: boolean | undefined;
  readonly facts: Readonly<Partial<Record<SetUpFact, FactAnswer | undefined>>>;
  /** Id of the framework that leads, and of those that are kept beside it. */
  readonly lead?: string | undefined;
  readonly reference: readonly string[];
}

export function answerTo({ facts }: Pick<SetUpAnswers, 'facts'>, fact: SetUpFact): FactAnswer {
  return facts[fact] ?? 'unsure';
}

/** As the statement of a scope takes them; what nobody knows is left out. */
export function scopeFactsOf(answers: Pick<SetUpAnswers, 'facts'>): ScopeFacts {
  const known = setUpFacts.filter((fact) => answerTo(answers, fact) !== 'unsure');
  return Object.fromEntries(known.map((fact) => [fact, answerTo(answers, fact) === 'yes']));
}

/** The facts that speak against leaving a requirement of Annex A out. */
export function factsConcerning(requirement: string): readonly SetUpFact[] {
  return contradictions().flatMap(({ fact, requirements }) =>
    requirements.includes(requirement) ? fact : [],
  );
}
