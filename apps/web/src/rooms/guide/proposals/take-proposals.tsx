import { useState } from 'react';
import { useAttempt, useDeed, useLanguage, useWords } from '../../../app/index.ts';
import { Button, CheckboxList, Dialog, Note, Stack } from '../../../ui/index.ts';
import { useWaitingProposals } from './use-waiting.ts';

interface TakeProposalsProps {
  readonly onClose: () => void;
}

/**
 * Takes over what the starter library proposes on adopted frameworks for controls that are in the library already: of
 * all these frameworks, or of some. No control is added, and nothing is confirmed by it.
 */
export function TakeProposals({ onClose }: TakeProposalsProps) {
  const say = useWords('guide');
  const language = useLanguage();
  const deed = useDeed('library adopt');
  const waiting = useWaitingProposals();
  const [left, setLeft] = useState<readonly string[]>([]);
  const { isPending, errors, attempt } = useAttempt();
  const chosen = waiting.filter(({ framework }) => !left.includes(framework));
  const count = chosen.reduce((sum, { claims }) => sum + claims, 0);
  const take = async () => {
    const frameworks = chosen.map(({ framework }) => framework);
    const says = say('proposals.taken', { count });
    if (await attempt(() => deed({ input: { present: true, frameworks, language }, says }))) onClose();
  };
  const foot = (
    <>
      <Button
        kind="primary"
        pending={isPending}
        reason={count === 0 ? say('proposals.choose') : undefined}
        onPress={() => void take()}
      >
        {say('proposals.take', { count })}
      </Button>
      <Button onPress={onClose}>{say('cancel')}</Button>
    </>
  );
  return (
    <Dialog isOpen title={say('proposals.dialog')} onClose={onClose} foot={foot}>
      <Stack gap="s">
        <p>{say('proposals.dialog-says')}</p>
        <CheckboxList
          label={say('proposals.frameworks')}
          options={waiting.map(({ framework: id, title, claims }) => ({
            id,
            label: say('proposals.framework', { framework: title, count: claims }),
          }))}
          value={chosen.map(({ framework }) => framework)}
          onChange={(kept) => setLeft(waiting.flatMap(({ framework: id }) => (kept.includes(id) ? [] : id)))}
        />
        {errors.map(({ message }) => (
          <Note key={message} tone="gap" mark="error" title={message} live />
        ))}
      </Stack>
    </Dialog>
  );
}
