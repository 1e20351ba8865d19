import { isName } from '@concord/operations/client';
import { useAddress, useLateAnswer, useWords } from '../../../app/index.ts';
import { Button, Note, Section, Skeleton, Stack } from '../../../ui/index.ts';
import { inputOf } from '../answers/input.ts';
import type { KeptAnswers } from '../answers/use-answers.ts';
import { planOf } from '../creation/plan.ts';
import { begin, keepRun } from '../creation/run.ts';
import { ClassFound } from '../follows/class-found.tsx';
import { Frame } from '../frame/frame.tsx';
import { saidOf } from '../frame/said-of.ts';
import { StageTitle } from '../frame/stage-title.tsx';
import { whyNoName } from '../frame/why-no-name.ts';
import { ApplicabilityProposed } from './applicability-proposed.tsx';
import { FrameworksProposed } from './frameworks-proposed.tsx';
import { LibraryProposed } from './library-proposed.tsx';
import css from './proposal.module.css';
import type { Proposal } from './proposal.ts';

/** Everything that the answers lead to, to be ticked through; nothing of it is recorded until it is created. */
export function ProposalPage({ kept }: { readonly kept: KeptAnswers }) {
  const say = useWords('set-up');
  const [, change] = useAddress();
  const { data, error } = useLateAnswer('set-up propose', inputOf(kept.answers));
  const rail = (
    <>
      <p>{say('proposal.rail')}</p>
      <div>
        <Button kind="quiet" onPress={() => change({ at: 'frameworks' })}>
          {say('proposal.to-questions')}
        </Button>
      </div>
    </>
  );
  return (
    <Frame rail={rail}>
      <div className={css.page}>
        <StageTitle text={say('proposal.title', { name: kept.answers.name })} dress={css.title} />
        {error && !data && <Note tone="gap" title={saidOf(error, say)} live />}
        {!data && !error && <Skeleton lines={10} />}
        {data && <Proposed kept={kept} proposal={data} />}
      </div>
    </Frame>
  );
}

interface ProposedProps {
  readonly kept: KeptAnswers;
  readonly proposal: Proposal;
}

function Proposed({ kept, proposal }: ProposedProps) {
  const say = useWords('set-up');
  const choosing = { answers: kept.answers, set: kept.set, proposal };
  return (
    <Stack>
      <p className={css.lead}>{say('proposal.lead')}</p>
      <Section title={say('follows.frameworks')}>
        <FrameworksProposed {...choosing} />
      </Section>
      <Section title={say('proposal.nis2')}>
        <div className={css.narrow}>
          <ClassFound nis2={proposal.nis2} />
        </div>
      </Section>
      <LibraryProposed {...choosing} />
      <ApplicabilityProposed {...choosing} />
      <Create {...{ kept, proposal }} />
    </Stack>
  );
}

function Create({ kept: { answers }, proposal }: ProposedProps) {
  const say = useWords('set-up');
  const [, change] = useAddress();
  const steps = planOf(proposal, answers);
  const create = () => {
    keepRun(window.localStorage, begin(crypto.randomUUID(), answers.name.trim(), steps));
    change({ at: 'creation' });
  };
  return (
    <Section title={say('proposal.create-title')}>
      <p>{say('proposal.create-says')}</p>
      <Button
        size="l"
        kind="primary"
        reason={isName(answers.name) ? undefined : say(whyNoName(answers.name))}
        onPress={create}
      >
        {say('proposal.create')}
      </Button>
    </Section>
  );
}
