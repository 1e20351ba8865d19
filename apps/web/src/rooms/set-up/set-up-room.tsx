import { Suspense, useRef } from 'react';
import { AddressBand, useAddress, useExpected, useIsLeaving } from '../../app/index.ts';
import { Skeleton } from '../../ui/index.ts';
import { questionNames } from './answers/answers.ts';
import { useAnswers } from './answers/use-answers.ts';
import { Certificate } from './certificate/certificate.tsx';
import { Creation } from './creation/creation.tsx';
import { Doors } from './doors.tsx';
import { ProposalPage } from './proposal/proposal-page.tsx';
import { Questions } from './questions/questions.tsx';

/** From nothing to a first programme: by seven questions, from a certificate, or by looking at the demo. */
export function SetUpRoom() {
  return (
    <Suspense fallback={<Skeleton lines={8} />}>
      <AddressBand />
      <Stage />
    </Suspense>
  );
}

const reads = { at: [...questionNames, 'proposal', 'creation', 'certificate'] };

/** Which page of the set-up is open stands in the address, so that "back" goes a step back. */
function Stage() {
  const at = useStage();
  const kept = useAnswers();
  useExpected(reads);
  const question = questionNames.find((name) => name === at);
  if (question) return <Questions question={question} kept={kept} />;
  if (at === 'proposal') return <ProposalPage kept={kept} />;
  if (at === 'creation') return <Creation onDone={kept.forget} />;
  if (at === 'certificate') return <Certificate />;
  return <Doors kept={kept} />;
}

/** The page that the address names; while the set-up is being left, the one that is still on screen. */
function useStage(): string | undefined {
  const [{ at }] = useAddress();
  const isLeaving = useIsLeaving();
  const shown = useRef(at);
  if (!isLeaving) shown.current = at;
  return shown.current;
}
