import { useState } from 'react';
import { useDeed, useLanguage, useLateAnswer, useReadOnly, useWords } from '../../../app/index.ts';
import { CheckboxField } from '../../../ui/index.ts';
import type { FrameworkRow } from '../catalogue/catalogue.ts';

interface Proposals {
  /** Claims that the starter library proposes on it for controls that are here. */
  readonly count: number;
  /** Why they can not be taken over. */
  readonly reason: string | undefined;
  readonly isTaken: boolean;
  readonly choose: (isTaken: boolean) => void;
  /** Takes them over, once the framework is adopted, where that was chosen. */
  readonly take: () => Promise<void>;
}

/** What would be proposed on a framework for what was taken from the starter library before; taken over unless unticked. */
export function useProposals({ id }: FrameworkRow): Proposals {
  const say = useWords('frameworks');
  const language = useLanguage();
  const deed = useDeed('library adopt');
  const reason = useReadOnly('controls.write');
  const { data } = useLateAnswer('library proposals');
  const count = data?.rows.find(({ framework }) => framework === id)?.claims ?? 0;
  const [isWanted, choose] = useState(true);
  const isTaken = isWanted && count > 0 && reason === undefined;
  const take = async () => {
    if (!isTaken) return;
    const input = { present: true, frameworks: [id], language };
    await deed({ input, says: say('adopt-taken', { count }) });
  };
  return { count, reason, isTaken, choose, take };
}

/** Says how many there are, and asks whether to take them over; nothing where there are none. */
export function ProposalsField({ count, reason, isTaken, choose }: Proposals) {
  const say = useWords('frameworks');
  if (count === 0) return null;
  return (
    <CheckboxField
      label={say('adopt-proposals', { count })}
      description={say('adopt-proposals-says')}
      isSelected={isTaken}
      onChange={choose}
      reason={reason}
    />
  );
}
