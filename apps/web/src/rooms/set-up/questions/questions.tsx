import { type ReactNode, useEffect, useRef } from 'react';
import { useAddress, useFormat, useWords } from '../../../app/index.ts';
import { Button, Form, Stepper } from '../../../ui/index.ts';
import { isAnswered, type QuestionName, questionNames } from '../answers/answers.ts';
import { skipped } from '../answers/skipped.ts';
import type { KeptAnswers } from '../answers/use-answers.ts';
import { Follows } from '../follows/follows.tsx';
import { Frame } from '../frame/frame.tsx';
import { ActivitiesFields } from './activities-fields.tsx';
import { FactsFields } from './facts-fields.tsx';
import { FrameworksFields } from './frameworks-fields.tsx';
import { NameFields } from './name-fields.tsx';
import { PlacesFields } from './places-fields.tsx';
import css from './questions.module.css';
import { ScopeFields } from './scope-fields.tsx';
import { SizeFields } from './size-fields.tsx';
import { summaryOf } from './summary.ts';

interface QuestionsProps {
  readonly question: QuestionName;
  readonly kept: KeptAnswers;
}

const fieldsOf = {
  name: NameFields,
  activities: ActivitiesFields,
  size: SizeFields,
  places: PlacesFields,
  scope: ScopeFields,
  facts: FactsFields,
  frameworks: FrameworksFields,
};

/** One question at a time: what is asked, why, and on the side what follows so far. */
export function Questions({ question, kept }: QuestionsProps) {
  const { answers, set } = kept;
  const Fields = fieldsOf[question];
  return (
    <Frame rail={<Way question={question} kept={kept} />} aside={<Follows answers={answers} />}>
      <Asked key={question} question={question} kept={kept}>
        <Fields answers={answers} set={set} />
      </Asked>
    </Frame>
  );
}

function Way({ question, kept: { answers } }: QuestionsProps) {
  const say = useWords('set-up');
  const format = useFormat();
  const [, change] = useAddress();
  const steps = questionNames.map((name) => {
    const isDone = isAnswered(name, answers);
    return {
      id: name,
      label: say(`${name}.step`),
      meta: isDone ? summaryOf(name, answers, { say, format }) : undefined,
      state: name === question ? ('current' as const) : isDone ? ('done' as const) : ('todo' as const),
      onSelect: answers.name.trim() === '' ? undefined : () => change({ at: name }),
    };
  });
  return (
    <>
      <p>{say('way.lead')}</p>
      <Stepper label={say('way.label')} steps={steps} />
      <div>
        <Button kind="quiet" onPress={() => change({ at: undefined })}>
          {say('way.stop')}
        </Button>
      </div>
    </>
  );
}

function Asked({ question, kept, children }: QuestionsProps & { readonly children: ReactNode }) {
  const say = useWords('set-up');
  const [, change] = useAddress();
  const { answers, set } = kept;
  const at = questionNames.indexOf(question);
  const next = questionNames[at + 1] ?? 'proposal';
  const before = questionNames[at - 1];
  const isBlocked = question === 'name' && answers.name.trim() === '';
  const goOn = () => (isBlocked ? undefined : change({ at: next }));
  const skip = () => {
    set(skipped(question, answers));
    change({ at: next });
  };
  return (
    <article className={css.asked}>
      <p className={css.progress}>{say('way.progress', { at: at + 1, of: questionNames.length })}</p>
      <Title text={say(`${question}.title`)} isFirst={at === 0} />
      <Form onSubmit={goOn} label={say(`${question}.step`)}>
        {children}
        <aside className={css.why} aria-label={say('why')}>
          <h2>{say('why')}</h2>
          <p>{say(`${question}.why`)}</p>
        </aside>
        <div className={css.deeds}>
          <Button size="l" onPress={() => change({ at: before })}>
            {say('back')}
          </Button>
          <span className={css.space} />
          {question !== 'name' && !isAnswered(question, answers) && (
            <Button size="l" kind="quiet" onPress={skip}>
              {say('not-known-yet')}
            </Button>
          )}
          <Button size="l" kind="primary" type="submit" reason={isBlocked ? say('name.missing') : undefined}>
            {say(`${question}.next`)}
          </Button>
        </div>
      </Form>
    </article>
  );
}

/** Takes the focus when the question opens, so that it is read out and Tab leads into its fields. */
function Title({ text, isFirst }: { readonly text: string; readonly isFirst: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
  }, [isFirst]);
  return (
    <h1 ref={heading} tabIndex={-1} className={css.title}>
      {text}
    </h1>
  );
}
