import { useState } from 'react';
import { useFileCheck, useFormat, usePlace, useWords } from '../../../app/index.ts';
import {
  Button,
  DropArea,
  Form,
  FormActions,
  Note,
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
  const { check, refused, isPending } = useFileCheck((file) => onTake({ file }));
  const takeText = (text: string) => {
    const taken = takenFrom(text, `${say('take.clipboard', { day: day(today) })}.txt`);
    if (taken && 'file' in taken) void check(taken.file);
    else if (taken) onTake(taken);
  };
  return (
    <Stack>
      <DropArea
        label={say('take.drop')}
        hint={say('take.hint')}
        onFiles={([file]) => file && void check(file)}
        onText={takeText}
        isPending={isPending}
      />
      {refused !== undefined && <Note tone="gap" mark="error" title={refused} live />}
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
    <Form onSubmit={take}>
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
    </Form>
  );
}
