import { useState } from 'react';
import { Button, Form, Note, Page, TextField } from '../../ui/index.ts';
import { keepKey } from '../client/index.ts';
import { useUnsent } from '../deeds/kept/store.ts';
import { useWords } from '../words/use-words.ts';
import styles from './gate.module.css';

/** Until there is sign-in, the key that the server printed opens the app. */
export default function KeyGate({ wasWrong }: { wasWrong: boolean }) {
  const say = useWords('app');
  const [key, setKey] = useState('');
  const unsent = useUnsent();
  const open = () => {
    keepKey(keyIn(key));
    window.location.reload();
  };
  return (
    <main className={styles.gate}>
      <Page title={say('key.title')} lead={say('key.lead')}>
        {unsent > 0 && <Note tone="info">{say('key.unsent', { count: unsent })}</Note>}
        <Form onSubmit={open}>
          <TextField
            label={say('key.field')}
            description={say('key.where')}
            error={wasWrong && key === '' ? say('key.wrong') : undefined}
            value={key}
            onChange={setKey}
            autoComplete="off"
            isRequired
          />
          <Button kind="primary" type="submit">
            {say('key.open')}
          </Button>
        </Form>
        <p className={styles.small}>{say('key.plainly')}</p>
      </Page>
    </main>
  );
}

/** The key itself, or the whole address that was printed. */
function keyIn(typed: string): string {
  return /[?&]token=([^&\s]+)/.exec(typed)?.[1] ?? typed.trim();
}
