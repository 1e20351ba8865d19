import { useState } from 'react';
import {
  download,
  useAttempt,
  useDeed,
  useFormat,
  usePlace,
  useReadOnly,
  useWords,
} from '../../../app/index.ts';
import { Button, ConfirmDialog, type Fact, Facts, Note, Row, TextLink } from '../../../ui/index.ts';
import type { RegisterRow } from './record/register.ts';

/** What a document is beside its fields: where it lies, who approved it, and its approval now. */
export function DocumentDeeds({ row }: { readonly row: RegisterRow }) {
  const say = useWords('documents');
  const format = useFormat();
  const { organisation } = usePlace();
  const { approvedOn, approvedByName, link, file, version, status } = row;
  const facts: Fact[] = [];
  if (typeof approvedOn === 'string') {
    const by = { day: format.day(approvedOn), name: String(approvedByName ?? '') };
    facts.push({ term: say('approved'), children: say('approved-by', by) });
  }
  if (typeof link === 'string') {
    facts.push({
      term: say('link'),
      children: (
        <TextLink external href={link}>
          {link}
        </TextLink>
      ),
    });
  }
  return (
    <>
      <Facts facts={facts} />
      <Row>
        {file !== undefined && (
          <Button
            size="s"
            mark="download"
            onPress={() => void download(organisation, 'documents file', { document: row.id })}
          >
            {say('take-file')}
          </Button>
        )}
        {status === 'draft' && <Approve row={row} version={String(version ?? '')} />}
      </Row>
    </>
  );
}

function Approve({ row, version }: { readonly row: RegisterRow; readonly version: string }) {
  const say = useWords('documents');
  const [isOpen, setOpen] = useState(false);
  const denied = useReadOnly('governance.write');
  const approve = useDeed('documents approve');
  const { attempt, isPending, errors } = useAttempt();
  const named = String(row.title);
  const save = async () => {
    const deed = { input: { document: row.id, version }, ifMatch: row.revision, isFinal: true };
    if (await attempt(() => approve({ ...deed, says: say('now-approved', { named, version }) })))
      setOpen(false);
  };
  return (
    <>
      <Button size="s" mark="check" onPress={() => setOpen(true)} reason={denied} reasonAs="tooltip">
        {say('approve', { version })}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={say('approve-title', { named, version })}
        deed={say('approve', { version })}
        onConfirm={() => void save()}
        pending={isPending}
      >
        <p>{say('approve-say')}</p>
        {errors.map(({ message }) => (
          <Note key={message} tone="gap" live>
            {message}
          </Note>
        ))}
      </ConfirmDialog>
    </>
  );
}
