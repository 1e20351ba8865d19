import { To, useWords } from '../../app/index.ts';
import { StateWord, TextLink } from '../../ui/index.ts';
import css from './guide.module.css';
import { StepDeeds } from './step-deeds.tsx';
import type { GuideStep } from './steps.ts';
import { idleWay } from './ways.ts';

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
            <p>
              {sentenceOf(step, say)} <Beside step={step} />
            </p>
            {step.state !== 'done' && <Why step={step} />}
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

/** What the library has besides, with the way there, and what waits to be taken over. */
function Beside({ step: { count, idle = 0, proposals } }: { readonly step: GuideStep }) {
  const say = useWords('guide');
  const { room, search = {} } = idleWay;
  return (
    <>
      {idle > 0 && (
        <TextLink render={(dress) => <To room={room} search={search} {...dress} />}>
          {say('controls.idle', { count: idle })}
        </TextLink>
      )}{' '}
      {count > 0 &&
        proposals !== undefined &&
        proposals.claims > 0 &&
        say('controls.proposals', {
          count: proposals.claims,
          frameworks: proposals.frameworks.join(', '),
        })}
    </>
  );
}

/** Why it is asked, what it takes, and what of it stays. */
function Why({ step: { name } }: { readonly step: GuideStep }) {
  const say = useWords('guide');
  return (
    <>
      <p className={css.why}>{say(`${name}.why`)}</p>
      <p className={css.why}>
        <b>{say('takes')}</b> {say(`${name}.takes`)}
      </p>
      <p className={css.why}>
        <b>{say('stays')}</b> {say(`${name}.stays`)}
      </p>
    </>
  );
}

type Say = ReturnType<typeof useWords>;

function sentenceOf({ name, count, of, state, works = 0, quote }: GuideStep, say: Say): string {
  if (name === 'scope') return say(`scope.${state}`, { statement: shortened(quote ?? '') });
  if (name === 'class' && of === 0) return say('class.no-entity');
  if (name === 'implementation' && of === 0) return say('implementation.none');
  if (name === 'implementation') return say('implementation.owned', { count, of, works });
  if (name === 'claims' && of === 0) return say('claims.none-works');
  if (name === 'evidence' && of === 0) return say('evidence.none-works');
  if (name === 'claims') return say('claims.stands', { count: of - count, of });
  if (name === 'checks') return say('checks.stands', { count, warnings: of - count });
  return say(`${name}.stands`, { count, of });
}

const mostQuoted = 160;

function shortened(text: string): string {
  return text.length > mostQuoted ? `${text.slice(0, mostQuoted).trimEnd()}…` : text;
}
