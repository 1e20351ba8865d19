import { useCallback } from 'react';
import { useAddress, useLateAnswer, useOpen, useWords } from '../../../app/index.ts';
import { Button, EmptyState, Note, Progress, Row, Stack, StateWord } from '../../../ui/index.ts';
import { Frame } from '../frame/frame.tsx';
import { StageTitle } from '../frame/stage-title.tsx';
import css from '../proposal/proposal.module.css';
import type { PlannedStep } from './plan.ts';
import type { Run } from './run.ts';
import { useCreation } from './use-creation.ts';

/** Makes the programme step by step. Interrupted, it goes on where it stood, and nothing is done twice. */
export function Creation({ onDone }: { readonly onDone: () => void }) {
  const say = useWords('set-up');
  const [, change] = useAddress();
  const open = useOpen();
  const finish = useCallback(
    ({ organisation }: Run) => {
      if (organisation !== undefined) void open(organisation, 'guide').then(onDone);
    },
    [onDone, open],
  );
  const creation = useCreation(finish);
  const { run } = creation;
  const back = <Button onPress={() => change({ at: undefined })}>{say('creation.to-doors')}</Button>;
  return (
    <Frame rail={<p>{say('creation.rail')}</p>}>
      <div className={css.page}>
        <StageTitle
          text={run ? say('creation.title', { name: run.name }) : say('creation.none')}
          dress={css.title}
        />
        {run ? (
          <UnderWay {...creation} run={run} />
        ) : (
          <EmptyState title={say('creation.none-says')} actions={back} />
        )}
      </div>
    </Frame>
  );
}

type UnderWayProps = Omit<ReturnType<typeof useCreation>, 'run'> & { readonly run: Run };

function UnderWay({ run, refused, isGoing, retry, leaveOut, giveUp }: UnderWayProps) {
  const say = useWords('set-up');
  const open = useOpen();
  const [, change] = useAddress();
  const { came, steps } = run;
  const mends = refused && run.organisation === undefined ? questionOf(refused.member) : undefined;
  const back = (question: string) => {
    giveUp();
    change({ at: question });
  };
  return (
    <Stack>
      <Progress
        label={say('creation.progress')}
        value={came.length}
        max={steps.length}
        valueText={say('creation.so-far', { count: came.length, of: steps.length })}
      />
      {refused !== undefined && (
        <Note tone="gap" mark="error" title={say('creation.stopped', { step: came.length + 1 })} live>
          <p>{refused.says}</p>
          <p>{say(run.organisation === undefined ? 'creation.kept-nothing' : 'creation.kept')}</p>
          <Row>
            {mends !== undefined && (
              <Button kind="primary" onPress={() => back(mends)}>
                {say('creation.change-answer')}
              </Button>
            )}
            <Button kind={mends === undefined ? 'primary' : 'plain'} onPress={retry}>
              {say('creation.retry')}
            </Button>
            {leaveOut && <Button onPress={leaveOut}>{say('creation.leave-out')}</Button>}
            {run.organisation === undefined ? (
              <Button kind="quiet" onPress={giveUp}>
                {say('creation.give-up')}
              </Button>
            ) : (
              <Button kind="quiet" onPress={() => void open(run.organisation ?? '', 'guide')}>
                {say('creation.open')}
              </Button>
            )}
          </Row>
        </Note>
      )}
      <Steps run={run} isGoing={isGoing} />
    </Stack>
  );
}

function Steps({ run, isGoing }: { readonly run: Run; readonly isGoing: boolean }) {
  const say = useWords('set-up');
  const frameworks = useLateAnswer('frameworks').data?.rows ?? [];
  const titleOf = ({ input }: PlannedStep) =>
    frameworks.find(({ id }) => id === input.framework)?.title ?? String(input.framework ?? '');
  return (
    <ol className={css.list} aria-label={say('creation.steps')}>
      {run.steps.map((step, index) => {
        const came = run.came[index];
        const state = came ?? (index === run.came.length && isGoing ? 'going' : 'todo');
        return (
          <li key={index}>
            <StateWord mark={marks[state]} tone={state === 'done' ? 'ok' : 'quiet'} wraps>
              {say(`step.${step.operation}`, {
                framework: titleOf(step),
                count: countOf(step),
                name: run.name,
              })}{' '}
              · {say(`creation.state-${state}`)}
            </StateWord>
          </li>
        );
      })}
    </ol>
  );
}

/** The question that mends what the organisation was not created for; nothing is recorded then, and it is begun anew. */
function questionOf(member: string | undefined) {
  return member === 'name' || member === 'zone' ? ('name' as const) : undefined;
}

const marks = { done: 'met', 'left-out': 'excluded', going: 'clock', todo: 'unknown' } as const;

/** How many things a step is about, where it says so. */
function countOf({ input }: PlannedStep): number {
  const list = input.controls ?? input.decisions;
  return Array.isArray(list) ? list.length : 1;
}
