import { useWords } from '../../app/index.ts';
import { StateWord } from '../../ui/index.ts';
import css from './guide.module.css';
import { StepDeeds } from './step-deeds.tsx';
import type { GuideStep } from './steps.ts';

interface StepListProps {
  readonly steps: readonly GuideStep[];
  readonly next: GuideStep | undefined;
}

const looks = {
  done: { mark: 'met', tone: 'ok' },
  begun: { mark: 'partly', tone: 'part' },
  todo: { mark: 'unknown', tone: 'unk' },
} as const;

/** The steps in their order: how each stands, why it is asked, and the way to it. */
export function StepList({ steps, next }: StepListProps) {
  const say = useWords('guide');
  return (
    <ol className={css.steps}>
      {steps.map((step) => (
        <li
          key={step.name}
          className={step === next ? css.next : css.step}
          {...(step === next ? { 'aria-current': 'step' as const } : {})}
        >
          <span className={css.state}>
            <StateWord {...looks[step.state]}>{say(`state.${step.state}`)}</StateWord>
          </span>
          <div className={css.words}>
            <h3>{say(`${step.name}.title`)}</h3>
            <p>{sentenceOf(step, say)}</p>
            {step.state !== 'done' && <p className={css.why}>{say(`${step.name}.why`)}</p>}
            {step.after !== undefined && (
              <p className={css.why}>{say('after', { step: say(`${step.after}.title`) })}</p>
            )}
          </div>
          <div className={css.deeds}>
            <StepDeeds step={step} isNext={step === next} />
          </div>
        </li>
      ))}
    </ol>
  );
}

type Say = ReturnType<typeof useWords>;

function sentenceOf({ name, count, of, state }: GuideStep, say: Say): string {
  if (name === 'scope') return say(`scope.${state}`);
  if (name === 'class' && of === 0) return say('class.no-entity');
  if (name === 'claims') return say('claims.stands', { count: of - count, of });
  if (name === 'checks') return say('checks.stands', { count, warnings: of - count });
  return say(`${name}.stands`, { count, of });
}
