import { useWords } from '../../../app/index.ts';
import { Dialog } from '../../../ui/index.ts';
import type { Why } from '../why/node.ts';
import { ClaimForm } from './claim-form.tsx';
import { JudgeForm } from './judge-form.tsx';
import type { OpenDeed } from './open-deed.ts';
import { RelateForm } from './relate-form.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

interface DeedDialogsProps {
  readonly why: Why;
  readonly deed: OpenDeed | undefined;
  readonly onClose: () => void;
}

/** The dialog of what is about to be done; none while nothing is. */
export function DeedDialogs({ why, deed, onClose }: DeedDialogsProps) {
  const say = useWords('requirement');
  if (!deed) return null;
  return (
    <Dialog isOpen onClose={onClose} title={say(titleOf(deed), { id: why.requirement.id })} size="m">
      <DeedForm why={why} deed={deed} onDone={onClose} />
    </Dialog>
  );
}

function titleOf(deed: OpenDeed): string {
  if (deed.deed === 'claim') return deed.joint ? 'claim-joint-title' : 'claim-title';
  if (deed.deed === 'withdraw') return deed.claim.state === 'proposed' ? 'refuse-title' : 'withdraw-title';
  return `${deed.deed}-title`;
}

function DeedForm({ why, deed, onDone }: { why: Why; deed: OpenDeed; onDone: () => void }) {
  switch (deed.deed) {
    case 'claim':
      return <ClaimForm why={why} joint={deed.joint} onDone={onDone} />;
    case 'judge':
      return <JudgeForm why={why} onDone={onDone} />;
    case 'withdraw':
      return <WithdrawForm {...ofClaim(deed.claim)} onDone={onDone} />;
    case 'relate':
      return <RelateForm why={why} onDone={onDone} />;
    case 'unrelate':
      return <WithdrawForm {...ofRelation(deed.relation, deed.says)} onDone={onDone} />;
  }
}

function ofClaim({ id, state, controls }: Extract<OpenDeed, { deed: 'withdraw' }>['claim']) {
  const named = controls.map(({ code }) => code).join(', ');
  return {
    command: 'claims withdraw',
    input: { claim: id },
    named,
    words: state === 'proposed' ? 'refuse' : 'withdraw',
  } as const;
}

function ofRelation(id: string, says: string) {
  return {
    command: 'relations withdraw',
    input: { relationId: id },
    named: says,
    words: 'unrelate',
  } as const;
}
