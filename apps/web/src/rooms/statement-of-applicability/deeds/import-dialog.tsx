import { useState } from 'react';
import {
  AddStrangers,
  BegunNote,
  foretell,
  isRefusal,
  type Stranger,
  sendFile,
  Unreachable,
  useAttempt,
  useDeed,
  useDraft,
  usePlace,
  useWords,
} from '../../../app/index.ts';
import {
  Button,
  Dialog,
  DropArea,
  Note,
  SelectField,
  SimpleTable,
  Stack,
  TextField,
} from '../../../ui/index.ts';
import type { Statement } from '../statement/line.ts';

interface ImportDialogProps {
  readonly view: Statement;
  readonly onClose: () => void;
}

/** What a file would decide, or what in it cannot be read, each at its cell. */
interface Read {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly notices: readonly string[];
  readonly faults: readonly { readonly at: string; readonly detail: string }[];
  readonly strangers: readonly Stranger[];
  readonly refused?: string;
  readonly unchanged: boolean;
}

const kinds = ['risk', 'law', 'contract', 'business'] as const;

const blank = { kind: 'business', otherwise: '' };

/** Takes in a statement that there is already: first what it would do, then all of it or nothing. */
export function ImportDialog({ view, onClose }: ImportDialogProps) {
  const say = useWords('statement');
  const called = `what a file leaves out for ${view.scope.id}`;
  const { draft, change, forget, begun } = useDraft(called, () => blank);
  const { kind, otherwise } = draft;
  const { read, look, isLooking } = useRead(view);
  const { take, isPending, errors } = useTake(() => {
    forget();
    onClose();
  });
  const [file, setFile] = useState<File>();
  const again = (next: { file?: File | undefined; kind?: string; otherwise?: string }) => {
    const from = next.file ?? file;
    if (from) void look(from, { kind: next.kind ?? kind, otherwise: next.otherwise ?? otherwise });
  };
  const reason =
    read && !read.refused ? (read.unchanged ? say('import-same') : undefined) : say('import-first');
  const foot = (
    <>
      <Button kind="primary" pending={isPending} reason={reason} onPress={() => read && void take(read)}>
        {say('import-take')}
      </Button>
      <Button onPress={onClose}>{say('close')}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={say('import')} foot={foot} size="l">
      <Stack>
        <BegunNote begun={begun} />
        <p>{say('import-say')}</p>
        <DropArea
          label={say('import-drop')}
          hint={read?.name ?? say('import-hint')}
          accept={['.xlsx', '.csv', '.tsv']}
          isPending={isLooking}
          onFiles={([dropped]) => {
            setFile(dropped);
            again({ file: dropped });
          }}
        />
        <Otherwise kind={kind} otherwise={otherwise} onChange={change} onSettled={again} />
        {read && <Reading read={read} />}
        {read && <AddStrangers key={read.name} strangers={read.strangers} onAdded={() => again({})} />}
        {errors.map(({ message }) => (
          <Note key={message} tone="gap" live>
            {message}
          </Note>
        ))}
        <small>{say('decision-stays')}</small>
      </Stack>
    </Dialog>
  );
}

interface Said {
  readonly kind?: string;
  readonly otherwise?: string;
}

interface OtherwiseProps {
  readonly kind: string;
  readonly otherwise: string;
  readonly onChange: (said: Said) => void;
  /** Something is said anew, and the file is to be read by it. */
  readonly onSettled: (said: Said) => void;
}

/** What is meant where the file does not say. */
function Otherwise({ kind, otherwise, onChange, onSettled }: OtherwiseProps) {
  const say = useWords('statement');
  return (
    <>
      <SelectField
        label={say('import-kind')}
        options={kinds.map((id) => ({ id, label: say(`reason-${id}`) }))}
        value={kind}
        onChange={(id = 'business') => {
          onChange({ kind: id });
          onSettled({ kind: id });
        }}
      />
      <TextField
        label={say('import-otherwise')}
        description={say('import-otherwise-say')}
        value={otherwise}
        onChange={(text) => onChange({ otherwise: text })}
        onLeave={(text) => onSettled({ otherwise: text })}
      />
    </>
  );
}

function Reading({ read }: { readonly read: Read }) {
  const say = useWords('statement');
  if (!read.refused) {
    return (
      <Note tone="sup" title={say('import-would', { name: read.name })} live>
        <ul>
          {read.notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      </Note>
    );
  }
  return (
    <>
      <Note tone="gap" title={read.refused} live>
        <p>{say('import-nothing')}</p>
        {read.notices.map((notice) => (
          <p key={notice}>{notice}</p>
        ))}
      </Note>
      {read.faults.length > 0 && (
        <SimpleTable
          caption={say('import-faults', { count: read.faults.length })}
          columns={[
            { id: 'at', header: say('import-cell'), isRowHeader: true, cell: ({ at }) => at },
            { id: 'detail', header: say('import-fault'), cell: ({ detail }) => detail },
          ]}
          rows={read.faults}
          keyOf={({ at, detail }) => `${at} ${detail}`}
        />
      )}
    </>
  );
}

/** Sends the file ahead and asks what it would decide; nothing is recorded. */
function useRead(view: Statement) {
  const { organisation } = usePlace();
  const sayOfApp = useWords('app');
  const [read, setRead] = useState<Read>();
  const [isLooking, setLooking] = useState(false);
  const look = async (file: File, { kind, otherwise }: { kind: string; otherwise: string }) => {
    setLooking(true);
    const about = { name: file.name, input: {}, notices: [], faults: [], strangers: [], unchanged: false };
    try {
      const sent = await sendFile(organisation, file, 'applicability import');
      const input = {
        ...{ framework: 'iso27001-2022', file: sent.file, scope: view.scope.id, reasonKind: kind },
        ...(otherwise.trim() === '' ? {} : { reasonOtherwise: otherwise.trim() }),
      };
      const {
        notices = [],
        strangers = [],
        unchanged,
      } = await foretell(organisation, 'applicability import', input);
      setRead({ ...about, input, notices, strangers, unchanged });
    } catch (error) {
      if (error instanceof Unreachable) return setRead({ ...about, refused: sayOfApp('unreachable') });
      if (!isRefusal(error)) throw error;
      const { detail, notices = [], errors = [], strangers = [] } = error.problem;
      setRead({ ...about, refused: detail, notices, faults: errors, strangers });
    } finally {
      setLooking(false);
    }
  };
  return { read, look, isLooking };
}

function useTake(onDone: () => void) {
  const say = useWords('statement');
  const deed = useDeed('applicability import');
  const { attempt, isPending, errors } = useAttempt();
  const take = async ({ input, name }: Read) => {
    if (await attempt(() => deed({ input, says: say('imported', { name }), isFinal: true }))) onDone();
  };
  return { take, isPending, errors };
}
