import { useState } from 'react';
import { loadDemo, useAddress, useLateAnswer, useOpen, useWords } from '../../app/index.ts';
import { Button, Mark, Note, Progress, Row } from '../../ui/index.ts';
import type { KeptAnswers } from './answers/use-answers.ts';
import { stageOf } from './certificate/start.ts';
import { useStart } from './certificate/use-start.ts';
import { keptRun } from './creation/run.ts';
import css from './doors.module.css';
import { Frame } from './frame/frame.tsx';
import { saidOf } from './frame/said-of.ts';
import { StageTitle } from './frame/stage-title.tsx';

/** The three ways in, and what was begun before. */
export function Doors({ kept }: { readonly kept: KeptAnswers }) {
  const say = useWords('set-up');
  return (
    <Frame rail={<p>{say('doors.rail')}</p>}>
      <div className={css.doors}>
        <StageTitle text={say('doors.title')} dress={css.title} />
        <p className={css.lead}>{say('doors.lead')}</p>
        <Interrupted />
        <ul className={css.list}>
          <SetUpDoor kept={kept} />
          <CertificateDoor />
          <DemoDoor />
        </ul>
      </div>
    </Frame>
  );
}

function Interrupted() {
  const say = useWords('set-up');
  const [, change] = useAddress();
  const run = keptRun(window.localStorage);
  if (!run) return null;
  const { name, came, steps } = run;
  return (
    <Note
      tone="part"
      mark="due"
      title={say('doors.interrupted', { name })}
      actions={
        <Button kind="primary" onPress={() => change({ at: 'creation' })}>
          {say('doors.go-on')}
        </Button>
      }
    >
      {say('doors.interrupted-says', { count: came.length, of: steps.length })}
    </Note>
  );
}

function SetUpDoor({ kept }: { readonly kept: KeptAnswers }) {
  const say = useWords('set-up');
  const [, change] = useAddress();
  const { answers, isBegun, open: first } = kept;
  // While a set-up is being carried out, its answers are used up: to take them up again would make it twice.
  const isUnderWay = keptRun(window.localStorage) !== undefined;
  const isOpen = isBegun && !isUnderWay;
  const anew = () => {
    kept.forget();
    change({ at: 'name' });
  };
  return (
    <li className={css.door}>
      <h2>{say('doors.set-up')}</h2>
      <p>{say('doors.set-up-says')}</p>
      {isOpen && <p>{say('doors.begun', { name: answers.name })}</p>}
      <Row>
        {!isUnderWay && (
          <Button
            kind="primary"
            size="l"
            onPress={() => change({ at: isOpen ? (first ?? 'proposal') : 'name' })}
          >
            {say(isOpen ? 'doors.take-up' : 'doors.begin')}
          </Button>
        )}
        {(isBegun || isUnderWay) && (
          <Button kind="quiet" size="l" onPress={anew}>
            {say('doors.anew')}
          </Button>
        )}
      </Row>
    </li>
  );
}

function CertificateDoor() {
  const say = useWords('set-up');
  const open = useOpen();
  const [, change] = useAddress();
  const { start, anew } = useStart();
  const { name, organisation } = start;
  const isBegun = stageOf(start) !== 'name';
  const begin = (isAnew: boolean) => {
    if (isAnew) anew();
    change({ at: 'certificate' });
  };
  return (
    <li className={css.door}>
      <h2>{say('doors.certificate')}</h2>
      <p>{say('doors.certificate-says')}</p>
      {isBegun && (
        <p>{say(organisation === undefined ? 'certificate.begun' : 'certificate.begun-there', { name })}</p>
      )}
      <Row>
        <Button size="l" onPress={() => begin(false)}>
          {say(isBegun ? 'doors.take-up' : 'doors.certificate-begin')}
        </Button>
        {isBegun && organisation !== undefined && (
          <Button size="l" kind="quiet" onPress={() => void open(organisation)}>
            {say('doors.certificate-open', { name })}
          </Button>
        )}
        {isBegun && (
          <Button size="l" kind="quiet" onPress={() => begin(true)}>
            {say('doors.anew')}
          </Button>
        )}
      </Row>
    </li>
  );
}

function DemoDoor() {
  const say = useWords('set-up');
  const [isPending, setPending] = useState(false);
  const [refused, setRefused] = useState<string>();
  const open = useOpen();
  const demo = useLateAnswer('me').data?.organisations.find((each) => each.demo === true);
  const look = async () => {
    setPending(true);
    setRefused(undefined);
    try {
      await open(await loadDemo());
    } catch (error) {
      setPending(false);
      setRefused(saidOf(error, say));
    }
  };
  return (
    <li className={css.door}>
      <h2>{say('doors.demo')}</h2>
      <p>{say('doors.demo-says')}</p>
      {demo ? (
        <Button size="l" onPress={() => void open(demo.id)}>
          {say('doors.demo-open')}
        </Button>
      ) : (
        <Button size="l" pending={isPending} onPress={() => void look()}>
          {say('doors.demo-load')}
        </Button>
      )}
      {isPending && <Progress label={say('doors.demo-loading')} value={undefined} />}
      {refused !== undefined && (
        <Note tone="gap" title={say('doors.demo-failed')} live>
          <Mark name="error" /> {refused}
        </Note>
      )}
    </li>
  );
}
