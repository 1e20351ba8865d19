import { useState } from 'react';
import {
  download,
  tell,
  useAttempt,
  useDeed,
  useFormat,
  usePlace,
  useReadOnly,
  useWords,
} from '../../app/index.ts';
import { Button, DateField, Dialog, Form, Note, Row, Stack, TextField } from '../../ui/index.ts';

/** Takes the list into a calendar: as a file, or as an address that a calendar program follows. */
export function CalendarDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords('actions');
  const { organisation } = usePlace();
  const { attempt, errors, isPending } = useAttempt();
  const take = () => void attempt(() => download(organisation, 'calendar', {}));
  return (
    <Dialog isOpen title={say('calendar.title')} onClose={onClose}>
      <Stack gap="l">
        <p>{say('calendar.says')}</p>
        <Form onSubmit={take} errors={errors}>
          <Button type="submit" mark="download" pending={isPending}>
            {say('calendar.file')}
          </Button>
        </Form>
        <Share />
      </Stack>
    </Dialog>
  );
}

/** The key of an address opens one list and nothing else; it is shown once. */
function Share() {
  const say = useWords('actions');
  const { day } = useFormat();
  const { organisation, today } = usePlace();
  const reason = useReadOnly('calendar.share');
  const [until, setUntil] = useState<string>();
  const [key, setKey] = useState<string>();
  const share = useDeed('calendar share');
  const unshare = useDeed('calendar unshare');
  const { attempt, errors, isPending } = useAttempt();
  const make = () =>
    void attempt(async () => {
      const { told } = await share({ input: until === undefined ? {} : { until }, isFinal: true });
      setKey(told?.key);
    });
  const end = () =>
    void attempt(async () => {
      await unshare({ input: {}, isFinal: true, says: say('calendar.ended') });
      setKey(undefined);
    });
  return (
    <Form onSubmit={make} errors={errors} label={say('calendar.share')}>
      <Stack>
        <p>{say('calendar.share-says')}</p>
        <DateField label={say('calendar.until')} name="until" min={today} value={until} onChange={setUntil} />
        <Row>
          <Button type="submit" pending={isPending} reason={reason}>
            {say('calendar.make')}
          </Button>
          <Button kind="danger" onPress={end} reason={reason} reasonAs="tooltip">
            {say('calendar.end')}
          </Button>
        </Row>
        {key !== undefined && (
          <Address
            address={`${window.location.origin}/api/v1/organisations/${organisation}/calendar.ics?share=${key}`}
            says={
              until === undefined ? say('calendar.year') : say('calendar.opens-until', { day: day(until) })
            }
          />
        )}
      </Stack>
    </Form>
  );
}

function Address({ address, says }: { readonly address: string; readonly says: string }) {
  const say = useWords('actions');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      tell({ says: say('calendar.copied'), tone: 'done' });
    } catch {
      tell({ says: say('calendar.not-copied'), tone: 'failed' });
    }
  };
  return (
    <Note tone="ok" title={say('calendar.once')} live>
      <Stack gap="s">
        <TextField label={say('calendar.address')} value={address} onChange={() => undefined} isReadOnly />
        <p>{says}</p>
        <Row>
          <Button onPress={() => void copy()}>{say('calendar.copy')}</Button>
        </Row>
      </Stack>
    </Note>
  );
}
