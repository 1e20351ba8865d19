import { useState } from 'react';
import { useAttempt, useDeed, useFormat, useLanguage, useWords } from '../app/index.ts';
import { Button, Dialog, FieldRow, Form, Note, SelectField, Stack, TextArea } from '../ui/index.ts';
import { choicesOf, formatsOfAll, type ReportChoices, type ReportName } from './reports.ts';

interface PublishDialogProps {
  readonly report: ReportName;
  readonly choices?: ReportChoices | undefined;
  /** The version that it will be. */
  readonly version: number;
  /** What should be known before: findings that are open. */
  readonly warning?: string | undefined;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const languages = ['en', 'de', 'fr'] as const;

/** Hands a report out as its next version. It says what is frozen, and that it cannot be taken back. */
export function PublishDialog(props: PublishDialogProps) {
  const { report, choices = {}, version, warning, isOpen, onClose } = props;
  const say = useWords('publishing');
  const spoken = useLanguage();
  const [format, setFormat] = useState<string>('pdf');
  const [language, setLanguage] = useState<string>(choices.language ?? spoken);
  const [note, setNote] = useState('');
  const { publish, isPending, errors } = usePublish(props);
  const name = say(`report-${report}`);
  const foot = (
    <>
      <Button kind="primary" pending={isPending} onPress={() => void publish({ format, language, note })}>
        {say('publish-version', { version })}
      </Button>
      <Button onPress={onClose}>{say('not-yet')}</Button>
    </>
  );
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={say('publish-title', { name, version })} foot={foot}>
      <Form onSubmit={() => void publish({ format, language, note })} errors={errors} label={name}>
        <Stack>
          <Frozen warning={warning} />
          <FieldRow>
            <SelectField
              label={say('format')}
              options={formatsOfAll.map((id) => ({ id, label: say(`format-${id}`) }))}
              value={format}
              onChange={(id) => setFormat(id ?? 'pdf')}
            />
            <SelectField
              label={say('language')}
              options={languages.map((id) => ({ id, label: say(`language-${id}`) }))}
              value={language}
              onChange={(id) => setLanguage(id ?? 'en')}
            />
          </FieldRow>
          <TextArea
            label={say('note')}
            description={say('note-for')}
            value={note}
            onChange={setNote}
            name="note"
          />
        </Stack>
      </Form>
    </Dialog>
  );
}

function Frozen({ warning }: { readonly warning: string | undefined }) {
  const say = useWords('publishing');
  return (
    <>
      <p>{say('frozen')}</p>
      <p>{say('final')}</p>
      {warning && (
        <Note tone="part" mark="warning" title={say('before')}>
          {warning}
        </Note>
      )}
    </>
  );
}

function usePublish({ report, choices = {}, version, onClose }: PublishDialogProps) {
  const say = useWords('publishing');
  const format = useFormat();
  const deed = useDeed('reports publish');
  const { attempt, isPending, errors } = useAttempt();
  const publish = async (said: { format: string; language: string; note: string }) => {
    const { language, note } = said;
    const input = {
      ...choicesOf(report, { ...choices, language }),
      format: said.format,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    };
    const says = say('published', { name: say(`report-${report}`), version: format.number(version) });
    if (await attempt(() => deed({ input, says, saysAll: true, isFinal: true }))) onClose();
  };
  return { publish, isPending, errors };
}
