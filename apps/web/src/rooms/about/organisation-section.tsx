import { useState } from 'react';
import {
  changedFrom,
  isRefusal,
  useAnswer,
  useAsOpened,
  useDeed,
  usePlace,
  useReadOnly,
  useWords,
} from '../../app/index.ts';
import { Button, ComboField, Facts, Form, Section, Stack, TextField } from '../../ui/index.ts';

/** What the organisation is called and when its days begin; who keeps its programme may change both. */
export function OrganisationSection() {
  const say = useWords('about');
  const place = usePlace();
  const { organisation: read } = useAnswer('organisations show');
  // Of one reading: the revision guards the name and the zone that stood beside it.
  const seen = { name: read.name ?? '', zone: read.zone ?? place.zone, revision: read.revision };
  const readOnly = useReadOnly('governance.write');
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={say('organisation')}>
      <Stack gap="m">
        <Facts
          facts={[
            { term: say('organisation.name'), children: place.name },
            { term: say('organisation.id'), children: place.organisation },
            { term: say('zone'), children: place.zone },
          ]}
        />
        {isOpen ? (
          <Change {...seen} onClose={() => setOpen(false)} />
        ) : (
          <span>
            <Button reason={readOnly} onPress={() => setOpen(true)}>
              {say('organisation.change')}
            </Button>
          </span>
        )}
      </Stack>
    </Section>
  );
}

interface ChangeProps {
  readonly name: string;
  readonly zone: string;
  readonly revision: number;
  readonly onClose: () => void;
}

function Change({ onClose, ...now }: ChangeProps) {
  const say = useWords('about');
  const { name, setName, zone, setZone, isPending, failed, submit, zones } = useChange(now, onClose);
  return (
    <Form onSubmit={submit} errors={failed === undefined ? [] : [{ message: failed }]}>
      <Stack gap="s">
        <TextField
          size="l"
          label={say('organisation.name')}
          description={say('organisation.name-says')}
          value={name}
          onChange={setName}
          maxLength={200}
          isRequired
          autoFocus
        />
        <ComboField
          size="l"
          label={say('zone')}
          description={say('zone.says')}
          options={zones}
          value={zone}
          onChange={(chosen) => chosen !== undefined && setZone(chosen)}
        />
        <span>
          <Button kind="primary" pending={isPending} onPress={submit}>
            {say('organisation.save')}
          </Button>{' '}
          <Button onPress={onClose}>{say('cancel')}</Button>
        </span>
      </Stack>
    </Form>
  );
}

function useChange(read: Omit<ChangeProps, 'onClose'>, onClose: () => void) {
  const say = useWords('about');
  const deed = useDeed('organisations change');
  const { revision, name: called, zone: within } = useAsOpened(read);
  const [name, setName] = useState(called);
  const [zone, setZone] = useState(within);
  const [isPending, setPending] = useState(false);
  const [failed, setFailed] = useState<string>();
  const change = async () => {
    if (name.trim() === '') return setFailed(say('organisation.no-name'));
    setPending(true);
    try {
      const input = changedFrom({ name: called, zone: within }, { name: name.trim(), zone });
      const isChanged = Object.keys(input).length > 0;
      if (isChanged) await deed({ input, ifMatch: revision, says: say('organisation.changed') });
      onClose();
    } catch (refused) {
      if (!isRefusal(refused)) throw refused;
      setFailed(refused.problem.detail);
    } finally {
      setPending(false);
    }
  };
  const zones = [...new Set(['UTC', within, ...Intl.supportedValuesOf('timeZone')])].sort();
  return {
    name,
    setName,
    zone,
    setZone,
    isPending,
    failed,
    zones: zones.map((id) => ({ id, label: id.replaceAll('_', ' ') })),
    submit: () => void change(),
  };
}
