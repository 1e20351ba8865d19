import { useState } from 'react';
import { useFormat, usePlace, useWords } from '../../../app/index.ts';
import {
  Button,
  DropArea,
  FormActions,
  Row,
  Stack,
  type Taken,
  TextField,
  takenFrom,
} from '../../../ui/index.ts';

interface TakeInProps {
  readonly onTake: (taken: Taken) => void;
}

/** Takes a file or an address: dropped, chosen, pasted or typed. */
export function TakeIn({ onTake }: TakeInProps) {
  const say = useWords('evidence');
  const { day } = useFormat();
  const { today } = usePlace();
  const [isLink, setLink] = useState(false);
  const takeText = (text: string) => {
    const taken = takenFrom(text, `${say('take.clipboard', { day: day(today) })}.txt`);
    if (taken) onTake(taken);
  };
  return (
    <Stack>
      <DropArea
        label={say('take.drop')}
        hint={say('take.hint')}
        onFiles={([file]) => file && onTake({ file })}
        onText={takeText}
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
