import { entityClassLaw, phraseIn } from '@concord/catalog';
import { figureIn, type InLanguage, languageOf, type Say, sayIn } from '../../language/say.ts';
import type { EntityClass } from './criteria.ts';
import { inGroup, inUnion, type Said, type Situation } from './situation.ts';

/** A duty to register, with what is told, and within what time a change of it. */
export interface Registration {
  readonly provision: string;
  readonly says: string;
}

/** How an entity of the class is supervised, and what the highest fine must at least allow. */
export interface Supervision {
  readonly article: string;
  readonly mode: string;
  readonly measures: string;
  /** Absent where national law alone decides. */
  readonly fine?: FineFound;
}

export interface FineFound {
  readonly provision: string;
  /** Euros: the higher of the sum and of the share of turnover; the sum where turnover is not known. */
  readonly atLeast: number;
  readonly says: string;
}

/** Which Member State is competent for an activity (Article 26). */
export interface Jurisdiction {
  readonly activity: string;
  readonly provision: string;
  readonly says: string;
  /** Codes of the Member States that come into question, of those recorded. */
  readonly states: readonly string[];
}

const government = ['centralGovernment', 'regionalGovernment', 'localGovernment'] as const;

const inScope = (possible: readonly EntityClass[]) => possible.some((each) => each !== 'out-of-scope');

/** Articles 3(4) and 27(2): what has to be told to the authority; empty where nothing can have to be. */
export function registrationOf(
  possible: readonly EntityClass[],
  situations: readonly Situation[],
  say: Say,
): readonly Registration[] {
  if (!inScope(possible) || situations.length === 0) return [];
  const listed = { provision: '3(4)', says: say('nis2.registration-listed') };
  const digital = situations.some(({ is }) => is('digital'));
  return digital
    ? [listed, { provision: '27(2), 27(3)', says: say('nis2.registration-registry') }]
    : [listed];
}

/** Articles 32 to 34; undefined where the class is open, or has no supervision of this kind. */
export function supervisionOf(
  found: EntityClass | 'undetermined',
  situations: readonly Situation[],
  { turnover, ...by }: InLanguage & { readonly turnover: number | undefined },
): Supervision | undefined {
  if (found !== 'essential' && found !== 'important') return undefined;
  const say = sayIn(by);
  const ofState = situations.some(({ is }) => government.some(is));
  const measures = say(`nis2.measures-${found}${ofState ? '-government' : ''}`);
  return {
    article: found === 'essential' ? '32' : '33',
    mode: say(`nis2.mode-${found}`),
    measures,
    ...(ofState ? {} : { fine: fineOf(found, turnover, by) }),
  };
}

function fineOf(found: 'essential' | 'important', turnover: number | undefined, by: InLanguage): FineFound {
  const floor = entityClassLaw().fines.find((each) => each.class === found);
  const { provision = '', amount = 0, percent = 0 } = floor ?? {};
  const atLeast = Math.max(amount, Math.round(((turnover ?? 0) * percent) / 100));
  const key = turnover === undefined ? 'nis2.fine-unknown' : 'nis2.fine';
  const params = { amount: figureIn(amount, by), percent, atLeast: figureIn(atLeast, by) };
  return { provision, atLeast, says: sayIn(by)(key, params) };
}

/** Article 26: by what the entity does, the Member State under whose law it comes. */
export function jurisdictionOf(
  said: Said,
  situations: readonly Situation[],
  by: InLanguage,
): readonly Jurisdiction[] {
  const say = sayIn(by);
  const [situation] = situations;
  const established = said.establishedIn.filter(inUnion);
  const served = said.servesIn.filter(inUnion);
  return (situation?.activities ?? []).map(({ id, name }) => {
    const rule = ruleOf(id, said, established);
    const states = rule.words === 'served' || rule.words === 'representative' ? served : established;
    return {
      activity: phraseIn(languageOf(by), name),
      provision: rule.provision,
      says: say(`nis2.under-${rule.words}`),
      states,
    };
  });
}

function ruleOf(activity: string, said: Said, established: readonly string[]) {
  if (inGroup('telecom', activity)) return { provision: '26(1)(a)', words: 'served' };
  if (inGroup('digital', activity)) {
    const outside = said.establishedIn.length > 0 && established.length === 0;
    return outside
      ? { provision: '26(3)', words: 'representative' }
      : { provision: '26(1)(b), 26(2)', words: 'main-establishment' };
  }
  if (government.some((group) => inGroup(group, activity)))
    return { provision: '26(1)(c)', words: 'government' };
  return { provision: '26(1)', words: established.length > 1 ? 'several' : 'established' };
}
