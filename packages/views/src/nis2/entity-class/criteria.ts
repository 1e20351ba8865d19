import type { Situation } from './situation.ts';
import type { Size } from './size.ts';

/** Weakest first. */
export const entityClasses = ['out-of-scope', 'registration-only', 'important', 'essential'] as const;
export type EntityClass = (typeof entityClasses)[number];

/** One provision of the directive that brings an entity into scope, or makes it essential. */
export interface Criterion {
  /** As the directive numbers it. */
  readonly article: string;
  /** Key of the words that say what was looked at, without its prefix. */
  readonly words: string;
  /** Whether it has anything to do with this entity, so that the trail need not tell of what never could hold. */
  readonly concerns: (situation: Situation) => boolean;
  readonly holds: (situation: Situation, size: Size) => boolean;
}

/** Designations of Article 2(2)(b) to (e). */
const named = ['sole-provider', 'public-safety', 'systemic-risk', 'critical-importance'];
const essentialByState = 'essential-by-state';
const formerOperator = 'former-operator-of-essential-services';

/** Article 2: what brings an entity into scope. Any one of them is enough. */
export const scopeCriteria: readonly Criterion[] = [
  {
    article: '2(1)',
    words: 'size-cap',
    concerns: ({ annexes }) => annexes.size > 0,
    holds: ({ annexes }, size) => annexes.size > 0 && size !== 'small',
  },
  {
    article: '2(2)(a)',
    words: 'any-size',
    concerns: ({ is }) => is('anySize'),
    holds: ({ is }) => is('anySize'),
  },
  {
    article: '2(2)(b)–(e)',
    words: 'designated',
    concerns: ({ annexes }) => annexes.size > 0,
    holds: ({ annexes, designated }) => annexes.size > 0 && [...named, essentialByState].some(designated),
  },
  {
    article: '2(2)(f)',
    words: 'government',
    concerns: ({ is }) => is('centralGovernment') || is('regionalGovernment'),
    holds: ({ is, designated }) =>
      is('centralGovernment') || (is('regionalGovernment') && designated('regional-risk')),
  },
  {
    article: '2(3)',
    words: 'critical',
    concerns: ({ designated }) => designated('critical-entity'),
    holds: ({ designated }) => designated('critical-entity'),
  },
  {
    article: '2(4)',
    words: 'registrar',
    concerns: ({ is }) => is('registrar'),
    holds: ({ is }) => is('registrar'),
  },
  {
    article: '2(5)',
    words: 'national-choice',
    concerns: ({ is }) => is('localGovernment') || is('education'),
    holds: ({ is, designated }) =>
      (is('localGovernment') && designated('local-government-extended')) ||
      (is('education') && designated('education-extended')),
  },
];

/** Article 3(1): what makes an entity in scope essential. Any one of them is enough. */
export const essentialCriteria: readonly Criterion[] = [
  {
    article: '3(1)(a)',
    words: 'large',
    concerns: ({ annexes }) => annexes.has('I'),
    holds: ({ annexes }, size) => annexes.has('I') && size === 'large',
  },
  {
    article: '3(1)(b)',
    words: 'essential-any-size',
    concerns: ({ is }) => is('anySize'),
    holds: ({ is, designated }) =>
      is('essentialAnySize') || (is('trust') && designated('qualified-trust-service')),
  },
  {
    article: '3(1)(c)',
    words: 'telecom',
    concerns: ({ is }) => is('telecom'),
    holds: ({ is }, size) => is('telecom') && size !== 'small',
  },
  {
    article: '3(1)(d)',
    words: 'central-government',
    concerns: ({ is }) => is('centralGovernment'),
    holds: ({ is }) => is('centralGovernment'),
  },
  {
    article: '3(1)(e)',
    words: 'named-essential',
    concerns: ({ annexes }) => annexes.size > 0,
    holds: ({ annexes, designated }) => annexes.size > 0 && designated(essentialByState),
  },
  {
    article: '3(1)(f)',
    words: 'critical-essential',
    concerns: ({ designated }) => designated('critical-entity'),
    holds: ({ designated }) => designated('critical-entity'),
  },
  {
    article: '3(1)(g)',
    words: 'former-operator',
    concerns: ({ designated }) => designated(formerOperator),
    holds: ({ annexes, designated }) => annexes.size > 0 && designated(formerOperator),
  },
];

/** Articles 2 and 3 for one size: the strictest class that any activity or designation leads to. */
export function classAt(situation: Situation, size: Size): EntityClass {
  const holds = ({ holds: does }: Criterion) => does(situation, size);
  if (situation.outside || situation.excluded) return 'out-of-scope';
  const reasons = scopeCriteria.filter(holds);
  if (reasons.length === 0) return 'out-of-scope';
  if (essentialCriteria.some(holds)) return 'essential';
  return reasons.every(({ words }) => words === 'registrar') ? 'registration-only' : 'important';
}
