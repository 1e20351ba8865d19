import { useState } from 'react';
import {
  ask,
  isRefusal,
  saveAs,
  tell,
  Unreachable,
  useAnswer,
  useFormat,
  usePlace,
  useWords,
} from '../../../app/index.ts';
import { Button, DropArea, Facts, Note, Row, Section, Stack } from '../../../ui/index.ts';
import css from '../history.module.css';
import { grouped, type Kept, keptIn } from './kept-head.ts';

interface KeepOutsideProps {
  readonly denied: string | undefined;
  readonly isPending: boolean;
  readonly onCheck: (kept: Kept) => void;
}

/** What only proves something when it lies elsewhere: the signed head and the public key; and checking them again. */
export function KeepOutside({ denied, isPending, onCheck }: KeepOutsideProps) {
  const say = useWords('history');
  return (
    <>
      <Section title={say('keep.title')}>
        <Stack>
          <p>{say('keep.says')}</p>
          <Downloads denied={denied} />
        </Stack>
      </Section>
      <Section title={say('kept.title')}>
        <Check {...{ denied, isPending, onCheck }} />
      </Section>
    </>
  );
}

function Downloads({ denied }: { readonly denied: string | undefined }) {
  const say = useWords('history');
  const sayOfApp = useWords('app');
  const { organisation, today } = usePlace();
  const { pem, fingerprint } = useAnswer('public-key');
  const head = async () => {
    try {
      const signed = await ask(organisation, 'head');
      const text = `${JSON.stringify(signed, undefined, 2)}\n`;
      saveAs(
        new Blob([text], { type: 'application/json' }),
        `concord-head-${today}-at-${signed.position}.json`,
      );
    } catch (error) {
      if (!isRefusal(error) && !(error instanceof Unreachable)) throw error;
      const reason = isRefusal(error) ? error.problem.detail : sayOfApp('unreachable');
      tell({ says: say('keep.not'), notices: [reason], tone: 'failed' });
    }
  };
  const key = () => saveAs(new Blob([pem], { type: 'application/x-pem-file' }), 'concord-public-key.pem');
  return (
    <>
      <Row>
        <Button mark="download" reason={denied} reasonAs="tooltip" onPress={() => void head()}>
          {say('keep.head')}
        </Button>
        <Button mark="download" onPress={key}>
          {say('keep.key')}
        </Button>
      </Row>
      <Facts
        facts={[
          {
            term: say('keep.fingerprint'),
            children: <code className={css.seal}>{grouped(fingerprint)}</code>,
          },
        ]}
      />
    </>
  );
}

function Check({ denied, isPending, onCheck }: KeepOutsideProps) {
  const say = useWords('history');
  const { number } = useFormat();
  const [kept, setKept] = useState<Kept>({});
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const take = async (files: readonly File[]) => {
    const read = await Promise.all(files.map(async (file) => ({ file, kept: keptIn(await file.text()) })));
    setUnknown(read.filter((each) => each.kept === undefined).map(({ file }) => file.name));
    setKept(Object.assign({}, kept, ...read.map((each) => each.kept)));
  };
  const { head, publicKey } = kept;
  return (
    <Stack>
      <DropArea
        label={say('kept.drop')}
        hint={say('kept.hint')}
        multiple
        accept={['.json', '.pem', 'application/json']}
        onFiles={(files) => void take(files)}
        reason={denied}
      />
      {unknown.length > 0 && <Note tone="part">{say('kept.unknown', { files: unknown.join(', ') })}</Note>}
      {head && <p>{say('kept.head', { entry: number(head.position) })}</p>}
      {publicKey !== undefined && <p>{say('kept.key')}</p>}
      {head && publicKey === undefined && <p className={css.meta}>{say('kept.no-key')}</p>}
      <Row>
        <Button
          pending={isPending}
          reason={denied ?? (head ? undefined : say('kept.needs-head'))}
          onPress={() => onCheck(kept)}
        >
          {say('kept.deed')}
        </Button>
      </Row>
    </Stack>
  );
}
