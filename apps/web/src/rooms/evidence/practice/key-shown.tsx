import { useState } from 'react';
import { useWords } from '../../../app/index.ts';
import { Button, FormActions, Note, Stack, TextField } from '../../../ui/index.ts';

interface KeyShownProps {
  readonly name: string;
  readonly value: string;
  readonly onClose: () => void;
}

/** A key that was made: it stands here once, and nowhere else afterwards. */
export function KeyShown({ name, value, onClose }: KeyShownProps) {
  const say = useWords('evidence');
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  return (
    <Stack>
      <Note tone="part" mark="warning" title={say('key.once')}>
        {say('key.once-says', { name })}
      </Note>
      <TextField label={say('key.label')} value={value} onChange={() => undefined} isReadOnly />
      <FormActions>
        <Button kind="primary" mark="file" onPress={() => void copy()}>
          {say('key.copy')}
        </Button>
        <Button onPress={onClose}>{say('key.close')}</Button>
      </FormActions>
      <p role="status">{copied !== undefined && say(`key.copied-${copied}`)}</p>
    </Stack>
  );
}
