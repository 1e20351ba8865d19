import { useAddress, useWords } from '../../../app/index.ts';
import { Button, Stack, Stepper } from '../../../ui/index.ts';
import { Frame } from '../frame/frame.tsx';
import { StageTitle } from '../frame/stage-title.tsx';
import css from '../proposal/proposal.module.css';
import { AlsoStage } from './also-stage.tsx';
import { FileStage } from './file-stage.tsx';
import { NameStage } from './name-stage.tsx';
import { certificateStages, stageOf } from './start.ts';
import { useStart } from './use-start.ts';

/** From a certificate: its Statement of Applicability and its controls are taken in, then others are laid beside. */
export function Certificate() {
  const say = useWords('set-up');
  const [, change] = useAddress();
  const started = useStart();
  const stage = stageOf(started.start);
  const at = certificateStages.indexOf(stage);
  const steps = certificateStages.map((id, index) => ({
    id,
    label: say(`certificate.step-${id}`),
    state: index < at ? ('done' as const) : index === at ? ('current' as const) : ('todo' as const),
  }));
  const rail = (
    <>
      <p>{say('certificate.rail')}</p>
      <Stepper label={say('certificate.steps')} steps={steps} />
      <div>
        <Button kind="quiet" onPress={() => change({ at: undefined })}>
          {say('way.stop')}
        </Button>
      </div>
    </>
  );
  return (
    <Frame rail={rail}>
      <div className={css.page}>
        <p className={css.says}>
          {say('certificate.progress', { at: at + 1, of: certificateStages.length })}
        </p>
        <StageTitle
          key={stage}
          text={say(`certificate.title-${stage}`)}
          dress={css.title}
          isSilent={stage === 'name'}
        />
        <Stack>
          <p className={css.lead}>{say(`certificate.says-${stage}`)}</p>
          {stage === 'name' && <NameStage {...started} />}
          {stage === 'statement' && <FileStage key={stage} which={stage} {...started} />}
          {stage === 'controls' && <FileStage key={stage} which={stage} {...started} />}
          {stage === 'also' && <AlsoStage {...started} />}
        </Stack>
      </div>
    </Frame>
  );
}
