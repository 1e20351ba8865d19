import type { SizeFigures } from '@concord/programme';
import { figureIn, type InLanguage, type Say, sayIn } from '../../language/say.ts';
import { type Criterion, classAt, essentialCriteria, scopeCriteria } from './criteria.ts';
import type { Side, SideSize } from './possible.ts';
import { doraExempt, type Said, type Situation, securityExempt } from './situation.ts';
import { type Figure, figures, type Size } from './size.ts';

/** One thing looked at on the way to the class: where it is written, what was looked at, what came of it. */
export interface TrailStep {
  readonly article: string;
  readonly looked: string;
  /** `open` where what is not known could make it either. */
  readonly result: 'yes' | 'no' | 'open';
  readonly says: string;
  /** Nobody has said what the result rests on: it is taken to be so. */
  readonly isAssumed?: true;
}

export interface TrailAsked extends InLanguage {
  readonly said: Said;
  readonly situations: readonly Situation[];
  readonly side: Side;
  readonly size: SideSize;
}

/** Every step that has to do with this entity, in the order in which the directive is read. */
export function trailOf(asked: TrailAsked): readonly TrailStep[] {
  const [situation] = asked.situations;
  const say = sayIn(asked);
  if (!situation) return [step({ article: '2(1)', words: 'activities-unknown', say }, 'open')];
  const scope = criteriaSteps(scopeCriteria, asked);
  const reached = asked.situations.some((each) =>
    asked.size.possible.some((size) => classAt(each, size) !== 'out-of-scope'),
  );
  return [
    territoryStep(asked),
    ...exclusionSteps(asked.said, situation, say),
    ...sizeSteps(asked),
    ...scope,
    ...(reached ? [...criteriaSteps(essentialCriteria, asked), importantStep(asked)] : []),
  ];
}

interface Looked {
  readonly article: string;
  /** Key of the words for what was looked at, without its prefix. */
  readonly words: string;
  readonly say: Say;
}

function step(
  { article, words, say }: Looked,
  result: TrailStep['result'],
  says = say(`nis2.result-${result}`),
): TrailStep {
  return { article, looked: say(`nis2.looked-${words}`), result, says };
}

function territoryStep({ said, situations, language }: TrailAsked): TrailStep {
  const say = sayIn({ language });
  const outside = situations.map((each) => each.outside);
  const result = outside.every((each) => each) ? 'no' : outside.some((each) => each) ? 'open' : 'yes';
  const article = '2(1), 26';
  if (said.establishedIn.length > 0)
    return step({ article, words: 'union', say }, result, say(`nis2.union-${result}`));
  const looked = { article, words: 'union-assumed', say };
  return { ...step(looked, result, say('nis2.union-assumed')), isAssumed: true };
}

function exclusionSteps(said: Said, situation: Situation, say: Say): readonly TrailStep[] {
  const steps: TrailStep[] = [];
  const { designated, excluded, activities } = situation;
  if (designated(securityExempt)) {
    const result = excluded ? 'yes' : 'no';
    steps.push(
      step({ article: '2(7), 2(9)', words: 'security', say }, result, say(`nis2.security-${result}`)),
    );
  } else if (activities.length < said.activities.length)
    steps.push(
      step(
        { article: say('nis2.article-annexes'), words: 'side-line', say },
        'yes',
        say('nis2.side-line-yes'),
      ),
    );
  if (designated(doraExempt))
    steps.push(step({ article: '2(10)', words: 'dora-exempt', say }, 'yes', say('nis2.excluded')));
  if (designated('national-exemption'))
    steps.push(
      step({ article: '2(8)', words: 'national-exemption', say }, 'yes', say('nis2.national-exemption-yes')),
    );
  return steps;
}

function sizeSteps(asked: TrailAsked): readonly TrailStep[] {
  const { side, size } = asked;
  const say = sayIn(asked);
  const named = { sizes: sizesSaid(size.possible, say) };
  const result = size.size ? 'yes' : 'open';
  const counted = side.earlier ?? side.figures;
  const key = side.earlier ? 'nis2.looked-size-before' : 'nis2.looked-size';
  const looked = say(key, { figures: figuresSaid(counted, asked) });
  const article = say('nis2.article-size', { article: '2' });
  const own = { article, looked, result, says: say(`nis2.size-${result}`, named) } as const;
  if (!side.earlier) return [own];
  const lasting = size.now ? 'changed' : 'kept';
  const params = { now: size.now ? sizesSaid([size.now], say) : '', ...named };
  return [
    own,
    {
      article: say('nis2.article-size', { article: '4(2)' }),
      looked: say('nis2.looked-periods', { figures: figuresSaid(side.figures, asked) }),
      result: size.now ? 'yes' : 'no',
      says: say(`nis2.periods-${lasting}`, params),
    },
  ];
}

function criteriaSteps(criteria: readonly Criterion[], asked: TrailAsked): readonly TrailStep[] {
  const say = sayIn(asked);
  const told = criteria.filter(({ concerns }) => asked.situations.some(concerns));
  return told.map((criterion) => {
    const result = over(asked, criterion.holds);
    const kind = criteria === essentialCriteria ? 'essential' : 'scope';
    const says = result === 'yes' ? say(`nis2.result-${kind}`) : undefined;
    return step({ ...criterion, say }, result, says);
  });
}

/** Article 3(2): in scope, and none of the reasons to be essential. */
function importantStep(asked: TrailAsked): TrailStep {
  const say = sayIn(asked);
  const result = over(asked, (situation, size) => classAt(situation, size) === 'important');
  return step(
    { article: '3(2)', words: 'important', say },
    result,
    result === 'yes' ? say('nis2.result-important') : undefined,
  );
}

function over(
  { situations, size }: TrailAsked,
  holds: (situation: Situation, size: Size) => boolean,
): TrailStep['result'] {
  const found = situations.flatMap((each) => size.possible.map((possible) => holds(each, possible)));
  if (found.every((each) => each)) return 'yes';
  return found.some((each) => each) ? 'open' : 'no';
}

export function sizesSaid(possible: readonly Size[], say: Say): string {
  return possible.map((size) => say(`nis2.size-word-${size}`)).join(say('nis2.or'));
}

function figuresSaid(known: SizeFigures, by: InLanguage): string {
  return figures.map((figure) => figureSaid(figure, known[figure], by)).join(', ');
}

function figureSaid(figure: Figure, value: number | undefined, by: InLanguage): string {
  const say = sayIn(by);
  if (value === undefined) return say(`nis2.figure-${figure}-unknown`);
  return say(`nis2.figure-${figure}`, { value: figureIn(value, by) });
}
