import { isName } from '@concord/operations/client';

/** What somebody knows, or knows that nobody knows it yet. */
export type YesNo = 'yes' | 'no' | 'unsure';
export type Figure = number | 'unsure';

export const facts = ['developsSoftware', 'ownPremises', 'remoteWork', 'cloud', 'suppliers'] as const;
export type FactName = (typeof facts)[number];

export const questionNames = [
  'name',
  'activities',
  'size',
  'places',
  'scope',
  'facts',
  'frameworks',
] as const;
export type QuestionName = (typeof questionNames)[number];

/** What was answered so far; whatever is absent was not asked yet. Money in millions of euros. */
export interface Answers {
  readonly name: string;
  /** IANA zone. */
  readonly zone: string;
  /** Ids of activities. */
  readonly activities: readonly string[];
  readonly persons?: Figure | undefined;
  readonly turnover?: Figure | undefined;
  readonly balance?: Figure | undefined;
  readonly linked?: YesNo | undefined;
  readonly groupPersons?: Figure | undefined;
  readonly groupTurnover?: Figure | undefined;
  readonly groupBalance?: Figure | undefined;
  /** ISO 3166, two capitals each. */
  readonly establishedIn: readonly string[];
  readonly servesIn: readonly string[];
  readonly designations: readonly string[];
  readonly covers?: 'whole' | 'part' | undefined;
  readonly statement: string;
  readonly facts: Readonly<Partial<Record<FactName, YesNo>>>;
  readonly lead?: string | undefined;
  readonly reference: readonly string[];
  /** Questions that were passed over as not known yet. */
  readonly passed: readonly QuestionName[];
  /** What was chosen otherwise in the proposal: frameworks left out or added, controls left out, requirements left open. */
  readonly notAdopted: readonly string[];
  readonly alsoAdopted: readonly string[];
  readonly notTaken: readonly string[];
  readonly leftOpen: readonly string[];
  /** Requirements that an answer left open and that were decided all the same. */
  readonly looked: readonly string[];
}

export const noAnswers: Answers = {
  name: '',
  zone: '',
  activities: [],
  establishedIn: [],
  servesIn: [],
  designations: [],
  statement: '',
  facts: {},
  reference: [],
  passed: [],
  notAdopted: [],
  alsoAdopted: [],
  notTaken: [],
  leftOpen: [],
  looked: [],
};

const place = 'concord.set-up.answers';

/** Where answers are kept: the browser's storage, or another like it. */
export type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The answers kept before; what can not be read counts as not answered. */
export function keptAnswers(keeper: Keeper): Answers {
  try {
    const found: unknown = JSON.parse(keeper.getItem(place) ?? '{}');
    const isRecord = typeof found === 'object' && found !== null && !Array.isArray(found);
    return isRecord ? { ...noAnswers, ...sound(found) } : noAnswers;
  } catch {
    return noAnswers;
  }
}

/** Only members whose kind is that of the answer before: what another edition kept may look otherwise. */
function sound(found: object): Partial<Answers> {
  const kinds: Readonly<Record<string, unknown>> = { ...noAnswers };
  return Object.fromEntries(
    Object.entries(found).filter(([member, value]) => {
      const first = kinds[member];
      if (first === undefined) return value === null || typeof value !== 'object';
      return typeof first === typeof value && Array.isArray(first) === Array.isArray(value);
    }),
  );
}

export function keepAnswers(keeper: Keeper, answers: Answers): void {
  keeper.setItem(place, JSON.stringify(answers));
}

export function forgetAnswers(keeper: Keeper): void {
  keeper.removeItem(place);
}

/** The first question that was not answered; undefined when all were. */
export function firstOpen(answers: Answers): QuestionName | undefined {
  return questionNames.find((question) => !isAnswered(question, answers));
}

/** "Not sure" is an answer, too. */
export function isAnswered(question: QuestionName, answers: Answers): boolean {
  const { name, activities, persons, turnover, balance, linked } = answers;
  const answered: Record<QuestionName, boolean> = {
    name: isName(name),
    activities: activities.length > 0,
    size: [persons, turnover, balance, linked].every((each) => each !== undefined),
    places: answers.establishedIn.length + answers.servesIn.length > 0,
    scope: answers.covers === 'whole' || (answers.covers === 'part' && answers.statement.trim() !== ''),
    facts: facts.every((fact) => answers.facts[fact] !== undefined),
    frameworks: answers.lead !== undefined,
  };
  return answered[question] || (question !== 'name' && answers.passed.includes(question));
}
