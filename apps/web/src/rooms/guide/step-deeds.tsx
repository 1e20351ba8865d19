import { useState } from 'react';
import { type Room, type Search, To, useReadOnly, useWords } from '../../app/index.ts';
import { Button, LinkButton } from '../../ui/index.ts';
import { ConfirmClaims } from './confirm-claims.tsx';
import { StateScope } from './state-scope.tsx';
import type { GuideStep, StepName } from './steps.ts';

interface Way {
  readonly room: Room;
  readonly search?: Search;
}

const ways: Readonly<Record<StepName, Way | undefined>> = {
  scope: undefined,
  frameworks: { room: 'frameworks' },
  class: { room: 'nis2', search: { show: 'class' } },
  controls: { room: 'library', search: { do: 'starter' } },
  claims: { room: 'library', search: { unconfirmed: 'true' } },
  applicability: { room: 'statement-of-applicability', search: { applicable: 'undecided' } },
  implementation: { room: 'library', search: { implementation: 'planned' } },
  evidence: { room: 'library', search: { freshness: 'missing' } },
  checks: { room: 'statement-of-applicability', search: { theme: 'findings', checks: 'E' } },
  published: { room: 'statement-of-applicability' },
  profile: { room: 'csf-profile' },
};

/** Where a step that is done is looked at. */
const seen: Readonly<Partial<Record<StepName, Way>>> = {
  class: { room: 'nis2' },
  controls: { room: 'library' },
  claims: { room: 'library' },
  applicability: { room: 'statement-of-applicability' },
  implementation: { room: 'library' },
  evidence: { room: 'evidence' },
  checks: { room: 'statement-of-applicability' },
};

interface StepDeedsProps {
  readonly step: GuideStep;
  readonly isNext: boolean;
}

/** The ways to a step; the next one has the one primary deed of the page. */
export function StepDeeds({ step, isNext }: StepDeedsProps) {
  const say = useWords('guide');
  const { name, state } = step;
  if (name === 'scope') return <ScopeDeed {...{ isNext, state }} />;
  const way = state === 'done' ? (seen[name] ?? ways[name]) : ways[name];
  const isClaims = name === 'claims' && state !== 'done' && step.after === undefined;
  return (
    <>
      {isClaims && <ClaimsDeed isNext={isNext} />}
      {way && (
        <LinkButton
          kind={isNext && !isClaims ? 'primary' : 'quiet'}
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

function ClaimsDeed({ isNext }: { readonly isNext: boolean }) {
  const say = useWords('guide');
  const readOnly = useReadOnly('claims.confirm');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind={isNext ? 'primary' : 'plain'} reason={readOnly} onPress={() => setOpen(true)}>
        {say('claims.confirm-all')}
      </Button>
      {isOpen && <ConfirmClaims onClose={() => setOpen(false)} />}
    </>
  );
}
