import { useState } from 'react';
import {
  BegunNote,
  type Far,
  useAttempt,
  useDeed,
  useDraft,
  useFormat,
  useLanguage,
  useLateAnswer,
  useWords,
} from '../app/index.ts';
import { Button, Dialog, FieldRow, Form, Note, Progress, SelectField, Stack, TextArea } from '../ui/index.ts';
import { choicesOf, formatsOfAll, type ReportChoices, type ReportName } from './reports.ts';

interface PublishDialogProps {
  readonly report: ReportName;
  readonly choices?: ReportChoices | undefined;
  /** The version that it will be. */
  readonly version: number;
  readonly onClose: () => void;
}

const languages = ['en', 'de', 'fr'] as const;

/** Hands a report out as its next version. It says what is frozen, and that it cannot be taken back. */
export function PublishDialog({ isOpen, ...props }: PublishDialogProps & { readonly isOpen: boolean }) {
  return isOpen && <Publishing {...props} />;
}

function Publishing(props: PublishDialogProps) {
  const { report, choices = {}, version, onClose } = props;
  const say = useWords('publishing');
  const spoken = useLanguage();
  const called = `version of ${report} ${choices.scope ?? ''} ${choices.profile ?? ''}`;
  const { draft, change, forget, begun } = useDraft<Said>(called, () => ({
    format: 'pdf',
    language: choices.language ?? spoken,
    note: '',
  }));
  const { format, language, note } = draft;
  const { publish, isPending, far, errors } = usePublish(props, forget);
  const name = say(`report-${report}`);
  const foot = (
    <>
      <Button kind="primary" pending={isPending} onPress={() => void publish(draft)}>
        {say('publish-version', { version })}
      </Button>
      <Button onPress={onClose}>{say('not-yet')}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={say('publish-title', { name, version })} foot={foot}>
      <Form onSubmit={() => void publish(draft)} errors={errors} label={name}>
        <Stack>
          <BegunNote begun={begun} />
          {isPending && <Underway far={far} />}
          <Frozen report={report} scope={choices.scope} />
          <FieldRow>
            <SelectField
              label={say('format')}
              options={formatsOfAll.map((id) => ({ id, label: say(`format-${id}`) }))}
              value={format}
              onChange={(id) => change({ format: id ?? 'pdf' })}
            />
            <SelectField
              label={say('language')}
              options={languages.map((id) => ({ id, label: say(`language-${id}`) }))}
              value={language}
              onChange={(id) => change({ language: id ?? 'en' })}
            />
          </FieldRow>
          <TextArea
            label={say('note')}
            description={say('note-for')}
            value={note}
            onChange={(typed) => change({ note: typed })}
            name="note"
          />
        </Stack>
      </Form>
    </Dialog>
  );
}

/** At which of its stages the document is: it is set whole before the version is recorded. */
function Underway({ far: { done = 0, of } }: { readonly far: Far }) {
  const say = useWords('publishing');
  const value = of === undefined ? undefined : { value: done, max: of };
  return (
    <Progress
      label={say('underway')}
      value={value?.value}
      max={value?.max}
      valueText={say(done === 0 ? 'stage-view' : done === 1 ? 'stage-document' : 'stage-written')}
    >
      {say('underway-leave')}
    </Progress>
  );
}

interface Said {
  readonly format: string;
  readonly language: string;
  readonly note: string;
}

function Frozen({ report, scope }: { readonly report: ReportName; readonly scope: string | undefined }) {
  const say = useWords('publishing');
  return (
    <>
      <p>{say('frozen')}</p>
      <p>{say('final')}</p>
      {report === 'statement-of-applicability' && <OpenFindings scope={scope} />}
    </>
  );
}

/** A version can be published with findings open, and lists them: who publishes it is told before. */
function OpenFindings({ scope }: { readonly scope: string | undefined }) {
  const say = useWords('publishing');
  const { data } = useLateAnswer('view statement-of-applicability', scope ? { scope } : {});
  const { E = 0, W = 0 } = data?.checked ?? {};
  const found = [
    ...(E > 0 ? [say('open-errors', { count: E })] : []),
    ...(W > 0 ? [say('open-warnings', { count: W })] : []),
  ];
  if (found.length === 0) return null;
  return (
    <Note tone="part" mark="warning" title={say('before')}>
      {say('open', { found: found.join(', ') })}
    </Note>
  );
}

function usePublish({ report, choices = {}, version, onClose }: PublishDialogProps, forget: () => void) {
  const say = useWords('publishing');
  const format = useFormat();
  const deed = useDeed('reports publish');
  const { attempt, isPending, errors } = useAttempt();
  const [far, setFar] = useState<Far>({});
  const publish = async (said: Said) => {
    const { language, note } = said;
    const input = {
      ...choicesOf(report, { ...choices, language }),
      format: said.format,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    };
    const says = say('published', { name: say(`report-${report}`), version: format.number(version) });
    setFar({});
    if (!(await attempt(() => deed({ input, says, saysAll: true, isFinal: true, hear: setFar })))) return;
    forget();
    onClose();
  };
  return { publish, isPending, far, errors };
}
