import { type ReactNode, useState } from 'react';
import { To, useAddress, useReadOnly, useWords } from '../../app/index.ts';
import { Button, LinkButton } from '../../ui/index.ts';
import { ConfirmClaims } from './claims/confirm-claims.tsx';
import { SayPractice } from './practice/say-practice.tsx';
import { TakeProposals } from './proposals/take-proposals.tsx';
import { StateScope } from './state-scope.tsx';
import type { GuideStep, StepName } from './steps.ts';
import { wayOf } from './ways.ts';

interface StepDeedsProps {
  readonly step: GuideStep;
  readonly isNext: boolean;
}

/** The ways to a step; the next one has the one primary deed of the page. */
export function StepDeeds({ step, isNext }: StepDeedsProps) {
  const say = useWords('guide');
  const { name, state } = step;
  if (name === 'scope') return <ScopeDeed {...{ isNext, state }} />;
  const way = wayOf(step);
  const isOpen = state !== 'done' && step.after === undefined;
  const own = isOpen && isOffered(step) ? ownDeeds[name] : undefined;
  return (
    <>
      {own && <OwnDeed name={name} isNext={isNext} {...own} />}
      {way && (
        <LinkButton
          kind={isNext && !own ? 'primary' : 'quiet'}
          render={(dress) => <To room={way.room} search={way.search ?? {}} {...dress} />}
        >
          {say(state === 'done' ? `${name}.see` : `${name}.deed`)}
        </LinkButton>
      )}
    </>
  );
}

function ScopeDeed({ isNext, state }: { readonly isNext: boolean; readonly state: GuideStep['state'] }) {
  const say = useWords('guide');
  const readOnly = useReadOnly('governance.write');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind={isNext ? 'primary' : 'quiet'} reason={readOnly} onPress={() => setOpen(true)}>
        {say(state === 'done' ? 'scope.see' : 'scope.deed')}
      </Button>
      {isOpen && <StateScope onClose={() => setOpen(false)} />}
    </>
  );
}

interface Own {
  /** Asked for by the address, the dialog stands open. */
  readonly asked: string;
  readonly permission: Parameters<typeof useReadOnly>[0];
  readonly Dialog: (props: { readonly onClose: () => void }) => ReactNode;
}

/** What is done here, beside the way to the room. */
const ownDeeds: Readonly<Partial<Record<StepName, Own>>> = {
  controls: { asked: 'proposals', permission: 'controls.write', Dialog: TakeProposals },
  implementation: { asked: 'practice', permission: 'controls.write', Dialog: SayPractice },
  claims: { asked: 'claims', permission: 'claims.confirm', Dialog: ConfirmClaims },
};

/** Proposals are taken over here only where some wait. */
function isOffered({ name, proposals }: GuideStep): boolean {
  return name !== 'controls' || (proposals?.claims ?? 0) > 0;
}

function OwnDeed({
  name,
  isNext,
  asked,
  permission,
  Dialog,
}: Own & { readonly name: StepName; readonly isNext: boolean }) {
  const say = useWords('guide');
  const readOnly = useReadOnly(permission);
  const [address, change] = useAddress();
  const isOpen = address.do === asked && readOnly === undefined;
  const set = (open: boolean) => change({ do: open ? asked : undefined }, { replace: true });
  return (
    <>
      <Button kind={isNext ? 'primary' : 'plain'} reason={readOnly} onPress={() => set(true)}>
        {say(`${name}.own-deed`)}
      </Button>
      {isOpen && <Dialog onClose={() => set(false)} />}
    </>
  );
}
