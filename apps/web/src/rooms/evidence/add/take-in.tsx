import { useEffect, useEffectEvent, useState } from 'react';
import { useFormat, usePlace, useWords } from '../../../app/index.ts';
import { Button, DropArea, FormActions, Row, Stack, TextField } from '../../../ui/index.ts';
import { type Taken, takenFrom } from './taken.ts';

interface TakeInProps {
  readonly onTake: (taken: Taken) => void;
}

/** Takes a file or an address: dropped, chosen, pasted or typed. */
export function TakeIn({ onTake }: TakeInProps) {
  const say = useWords('evidence');
  const [isLink, setLink] = useState(false);
  usePastedText(onTake);
  return (
    <Stack>
      <DropArea
        label={say('take.drop')}
        hint={say('take.hint')}
        onFiles={([file]) => file && onTake({ file })}
      />
      {isLink ? (
        <LinkField onTake={onTake} />
      ) : (
        <Row>
          <Button mark="link" onPress={() => setLink(true)}>
            {say('take.link')}
          </Button>
        </Row>
      )}
    </Stack>
  );
}

function LinkField({ onTake }: TakeInProps) {
  const say = useWords('evidence');
  const [link, setLink] = useState('');
  const [error, setError] = useState<string>();
  const take = () => {
    const taken = takenFrom(link, '');
    if (taken && 'link' in taken) onTake(taken);
    else setError(say('take.link-wrong'));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <Stack gap="s">
        <TextField
          label={say('take.address')}
          type="url"
          value={link}
          onChange={setLink}
          error={error}
          autoFocus
          maxLength={2000}
        />
        <FormActions>
          <Button type="submit">{say('take.use-link')}</Button>
        </FormActions>
      </Stack>
    </form>
  );
}

/** Text pasted anywhere but into a field; pasted files are the matter of the drop area. */
function usePastedText(onTake: (taken: Taken) => void) {
  const say = useWords('evidence');
  const { day } = useFormat();
  const { today } = usePlace();
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (event.target instanceof Element && event.target.closest('input, textarea')) return;
    if ((event.clipboardData?.files.length ?? 0) > 0) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const taken = takenFrom(text, `${say('take.clipboard', { day: day(today) })}.txt`);
    if (!taken) return;
    event.preventDefault();
    onTake(taken);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => paste(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
}
