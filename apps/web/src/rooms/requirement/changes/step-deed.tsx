import { To, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, LinkButton } from '../../../ui/index.ts';
import { type OpenDeed, useOpenDeed } from '../deeds/open-deed.ts';
import type { Why } from '../why/node.ts';
import type { Change, Step } from './suppose.ts';

/** The first step of a change, offered where it is named. */
export function StepDeed({ change, why }: { readonly change: Change; readonly why: Why }) {
  const say = useWords('requirement');
  const isReadOnly = useReadOnly() !== undefined;
  const step = change.steps[0];
  if (!step || step.hidden || isReadOnly) return null;
  const { code } = step;
  if (code === undefined) return <OpenStep step={step} why={why} />;
  if (step.step === 'operate' || step.step === 'accept') {
    return (
      <LinkButton size="s" render={(dress) => <To room="library" search={{ control: code }} {...dress} />}>
        {say('open-control', { code })}
      </LinkButton>
    );
  }
  return (
    <LinkButton size="s" render={(dress) => <To room="evidence" search={{ control: code }} {...dress} />}>
      {say('add-evidence')}
    </LinkButton>
  );
}

/** What is done here, on the requirement itself. */
function OpenStep({ step, why }: { readonly step: Step; readonly why: Why }) {
  const say = useWords('requirement');
  const open = useOpenDeed();
  const deed = deedOf(step, why);
  if (!deed) return null;
  return (
    <Button size="s" onPress={() => open(deed)}>
      {say(`${deed.deed}-open`)}
    </Button>
  );
}

/** None for what is confirmed in the proof itself, and none for another requirement. */
function deedOf(step: Step, why: Why): OpenDeed | undefined {
  if (step.requirement !== undefined && step.requirement !== why.requirement.id) return undefined;
  if (step.step === 'judge' || step.step === 'judge-again') return { deed: 'judge' };
  if (step.step === 'claim') return { deed: 'claim', joint: false };
  const claim = why.claims.find(({ id }) => id === step.claim);
  return step.step === 'withdraw' && claim ? { deed: 'withdraw', claim } : undefined;
}
