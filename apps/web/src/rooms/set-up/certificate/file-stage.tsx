import type { Foretold } from '@concord/operations/client';
import { useState } from 'react';
import { ChooseStrangers, foretell, sendFile, useDeed, useWords } from '../../../app/index.ts';
import {
  Button,
  DropArea,
  Note,
  Row,
  SimpleTable,
  Stack,
  SwitchField,
  TextField,
} from '../../../ui/index.ts';
import { useOrganisation } from './use-organisation.ts';
import type { Started } from './use-start.ts';
import { type Fault, useTry } from './use-try.ts';

type Which = 'statement' | 'controls';
type FileStageProps = Started & { readonly which: Which };

interface Sent {
  readonly file: string;
  readonly name: string;
}

const operations = { statement: 'applicability import', controls: 'controls import' } as const;

/** A file is dropped, tried with every fault at its cell, then taken in whole; or it comes later. */
export function FileStage({ which, start, set }: FileStageProps) {
  const say = useWords('set-up');
  const { sent, told, isPending, fault, choose, tryWith, takeIn } = useFile({ which, start, set });
  const { otherwise = '' } = start;
  const [confirm, setConfirm] = useState(false);
  const extra =
    which === 'controls' ? { confirm } : otherwise.trim() === '' ? {} : { reasonOtherwise: otherwise };
  return (
    <Stack>
      {start.organisation === undefined && (
        <Note tone="info">{say('certificate.creates', { name: start.name.trim() })}</Note>
      )}
      <DropArea
        label={say(`certificate.drop-${which}`)}
        hint={say('certificate.kinds')}
        accept={['.xlsx', '.csv', '.tsv']}
        isPending={isPending}
        onFiles={([file]) => file && choose(file, extra)}
      />
      {fault && <Faults fault={fault} />}
      {told && sent && <Clean name={sent.name} told={told} />}
      {sent && (
        <ChooseStrangers
          key={sent.file}
          strangers={told?.strangers ?? fault?.strangers ?? []}
          organisation={start.organisation}
          onAdded={() => tryWith(sent, extra)}
        />
      )}
      {which === 'statement' ? (
        <TextField
          label={say('certificate.otherwise')}
          description={say('certificate.otherwise-says')}
          value={otherwise}
          onChange={(text) => set({ otherwise: text })}
          onLeave={() => sent && tryWith(sent, extra)}
        />
      ) : (
        <SwitchField
          label={say('certificate.confirm')}
          description={say('certificate.confirm-says')}
          isSelected={confirm}
          onChange={(next) => {
            setConfirm(next);
            if (sent) tryWith(sent, { confirm: next });
          }}
        />
      )}
      <Row>
        <Button
          size="l"
          kind="primary"
          pending={isPending}
          reason={told ? undefined : say(`certificate.${firstTo(fault)}`)}
          onPress={() => sent && takeIn(sent, extra)}
        >
          {say(`certificate.take-in-${which}`)}
        </Button>
        <Button size="l" kind="quiet" onPress={() => set({ files: { ...start.files, [which]: 'later' } })}>
          {say('certificate.later')}
        </Button>
      </Row>
    </Stack>
  );
}

/** What is to be done before anything can be taken in. */
function firstTo(fault: Fault | undefined): string {
  if (!fault) return 'drop-first';
  return fault.strangers.length > 0 ? 'add-or-mend' : 'mend-first';
}

function useFile({ which, start, set }: FileStageProps) {
  const createOnce = useOrganisation({ start, set });
  const deed = useDeed(operations[which]);
  const { isPending, fault, attempt } = useTry();
  const [sent, setSent] = useState<Sent>();
  const [told, setTold] = useState<Foretold>();
  const inputOf = ({ file }: Sent, extra: object) =>
    which === 'statement' ? { framework: 'iso27001-2022', file, ...extra } : { file, ...extra };
  const foresee = async (chosen: Sent, extra: object) =>
    setTold(await foretell(await createOnce(), operations[which], inputOf(chosen, extra)));
  const tryWith = (chosen: Sent, extra: object) => {
    setTold(undefined);
    void attempt(() => foresee(chosen, extra));
  };
  const choose = (file: File, extra: object) => {
    setTold(undefined);
    void attempt(async () => {
      const organisation = await createOnce();
      const chosen = { file: (await sendFile(organisation, file, operations[which])).file, name: file.name };
      setSent(chosen);
      setTold(await foretell(organisation, operations[which], inputOf(chosen, extra)));
    });
  };
  const takeIn = (chosen: Sent, extra: object) =>
    void attempt(async () => {
      const asked = encodeURIComponent(JSON.stringify(extra)).slice(0, 80);
      const key = `${start.id}-${which}-${chosen.file.slice(0, 16)}-${asked}`;
      const organisation = await createOnce();
      await deed({ input: inputOf(chosen, extra), organisation, key });
      set({ files: { ...start.files, [which]: 'taken-in' } });
    });
  return { sent, told, isPending, fault, choose, tryWith, takeIn };
}

function Clean({ name, told: { facts, notices = [] } }: { readonly name: string; readonly told: Foretold }) {
  const say = useWords('set-up');
  return (
    <Note tone="ok" mark="met" title={say('certificate.clean', { name, count: facts })} live>
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
    </Note>
  );
}

function Faults({ fault: { detail, errors } }: { readonly fault: Fault }) {
  const say = useWords('set-up');
  return (
    <>
      <Note tone="gap" mark="error" title={say('certificate.nothing-taken')} live>
        {detail}
      </Note>
      {errors.length > 0 && (
        <SimpleTable
          caption={say('certificate.faults', { count: errors.length })}
          showCaption
          stacks
          columns={[
            { id: 'at', header: say('certificate.fault-at'), isRowHeader: true, cell: ({ at }) => at },
            { id: 'detail', header: say('certificate.fault-what'), cell: (row) => row.detail },
          ]}
          rows={errors.map((error, index) => ({ ...error, index }))}
          keyOf={({ index }) => String(index)}
        />
      )}
    </>
  );
}
