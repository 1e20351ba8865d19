import { type StarterControl, starterFamilies, starterLibrary } from '@concord/catalog';
import { languageOf, type Say, sayIn } from '../language/say.ts';
import { answerTo, type FactAnswer, type SetUpAnswers, type SetUpFact } from './answers.ts';

/** What a proposal rests on: it is of use to everybody, it follows from an answer, or the answer is not known. */
export type ControlBasis = 'always' | 'answer' | 'unsure';

export interface ControlProposed
  extends Pick<StarterControl, 'code' | 'name' | 'family' | 'priority' | 'effort'> {
  readonly proposed: boolean;
  readonly basis: ControlBasis;
  readonly why: string;
}

export interface LibraryProposed {
  readonly total: number;
  readonly proposed: number;
  readonly families: readonly {
    readonly family: string;
    readonly proposed: number;
    readonly total: number;
  }[];
  readonly controls: readonly ControlProposed[];
  /** Conditions that do not hold here, as `library adopt` takes them. */
  readonly without: readonly string[];
}

/** Which fact answers which condition of the starter library. */
const factBehind: Readonly<Record<string, SetUpFact>> = {
  cloud: 'cloud',
  'develops-software': 'developsSoftware',
  'own-premises': 'ownPremises',
  'remote-work': 'remoteWork',
  suppliers: 'suppliers',
};

/** The starter library control by control: which are proposed, and why; what is not known keeps them in. */
export function libraryProposed(answers: SetUpAnswers, askedByNis2: FactAnswer): LibraryProposed {
  const say = sayIn(answers);
  const language = languageOf(answers);
  const holds = (condition: string): FactAnswer => {
    if (condition === 'nis2-entity') return askedByNis2;
    const fact = factBehind[condition];
    return fact === undefined ? 'unsure' : answerTo(answers, fact);
  };
  const { controls: all, conditions } = starterLibrary(language);
  const controls = all.map((control) => controlProposed(control, holds, say));
  return {
    total: controls.length,
    proposed: controls.filter(({ proposed }) => proposed).length,
    families: starterFamilies(language).map((family) => {
      const within = controls.filter((each) => each.family === family);
      return { family, proposed: within.filter(({ proposed }) => proposed).length, total: within.length };
    }),
    controls,
    without: conditions.map(({ id }) => id).filter((id) => holds(id) === 'no'),
  };
}

const keys = {
  yes: 'set-up.control-holds',
  no: 'set-up.control-not',
  unsure: 'set-up.control-unsure',
} as const;

function controlProposed(
  { code, name, family, priority, effort, condition }: StarterControl,
  holds: (condition: string) => FactAnswer,
  say: Say,
): ControlProposed {
  const row = { code, name, family, priority, effort };
  if (condition === undefined)
    return { ...row, proposed: true, basis: 'always', why: say('set-up.control-always') };
  const answer = holds(condition);
  const why = say(keys[answer], { condition: say(`set-up.condition-${condition}`) });
  return { ...row, proposed: answer !== 'no', basis: answer === 'unsure' ? 'unsure' : 'answer', why };
}
