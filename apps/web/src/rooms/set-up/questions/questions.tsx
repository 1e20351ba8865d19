import { isName } from '@concord/operations/client';
import { type ReactNode, Suspense, useState } from 'react';
import { useAddress, useFormat, useLanguage, useWords } from '../../../app/index.ts';
import { Button, Form, Skeleton, Stepper } from '../../../ui/index.ts';
import { type Answers, isAnswered, type QuestionName, questionNames } from '../answers/answers.ts';
import { skipped } from '../answers/skipped.ts';
import type { KeptAnswers } from '../answers/use-answers.ts';
import { Follows } from '../follows/follows.tsx';
import { Frame } from '../frame/frame.tsx';
import { StageTitle } from '../frame/stage-title.tsx';
import { whyNoName } from '../frame/why-no-name.ts';
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
  const { known, tellUnread } = useKnown(question, answers);
  const Fields = fieldsOf[question];
  return (
    <Frame
      rail={<Way question={question} kept={{ ...kept, answers: known }} />}
      aside={<Follows answers={known} />}
    >
      <Asked key={question} question={question} kept={kept}>
        <Fields {...{ answers, set, tellUnread }} />
      </Asked>
    </Frame>
  );
}

/** The answers without those in whose field something stands that can not be read: they are not known as long as it does. */
function useKnown(question: QuestionName, answers: Answers) {
  const [unread, setUnread] = useState<Unread>({ question, names: [] });
  const names = unread.question === question ? unread.names : [];
  const tellUnread = (name: keyof Answers, isUnread: boolean) =>
    setUnread(({ names: before, question: asked }) => {
      const others = asked === question ? before.filter((each) => each !== name) : [];
      return { question, names: isUnread ? [...others, name] : others };
    });
  return { known: { ...answers, ...Object.fromEntries(names.map((name) => [name, undefined])) }, tellUnread };
}

interface Unread {
  readonly question: QuestionName;
  readonly names: readonly (keyof Answers)[];
}

function Way({ question, kept: { answers } }: QuestionsProps) {
  const say = useWords('set-up');
  const format = useFormat();
  const language = useLanguage();
  const [, change] = useAddress();
  const steps = questionNames.map((name) => {
    const isDone = isAnswered(name, answers);
    return {
      id: name,
      label: say(`${name}.step`),
      meta: isDone ? summaryOf(name, answers, { say, format, language }) : undefined,
      state: name === question ? ('current' as const) : isDone ? ('done' as const) : ('todo' as const),
      onSelect: isName(answers.name) ? () => change({ at: name }) : undefined,
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
  const missing = missingIn(question, answers);
  const goOn = () => (missing === undefined ? change({ at: next }) : undefined);
  const skip = () => {
    set(skipped(question, answers));
    change({ at: next });
  };
  return (
    <article className={css.asked}>
      <p className={css.progress}>{say('way.progress', { at: at + 1, of: questionNames.length })}</p>
      <StageTitle text={say(`${question}.title`)} dress={css.title} isSilent={at === 0} />
      <Form onSubmit={goOn} label={say(`${question}.step`)}>
        <Suspense fallback={<Skeleton lines={6} />}>{children}</Suspense>
        <aside className={css.why} aria-label={say('why')}>
          <h2>{say('why')}</h2>
          <p>{say(`${question}.why`)}</p>
        </aside>
        <div className={css.deeds}>
          <Button size="l" onPress={() => change({ at: before })}>
            {say('back')}
          </Button>
          <span className={css.space} />
          {missing === undefined && !isAnswered(question, answers) && (
            <Button size="l" kind="quiet" onPress={skip}>
              {say('not-known-yet')}
            </Button>
          )}
          <Button size="l" kind="primary" type="submit" reason={missing && say(missing)}>
            {say(`${question}.next`)}
          </Button>
        </div>
      </Form>
    </article>
  );
}

/** What has to be said before going on, where the question cannot be left as it is. */
function missingIn(question: QuestionName, answers: KeptAnswers['answers']): string | undefined {
  if (question === 'name' && !isName(answers.name)) return whyNoName(answers.name);
  const isPart = question === 'scope' && answers.covers === 'part';
  return isPart && answers.statement.trim() === '' ? 'scope.missing' : undefined;
}
