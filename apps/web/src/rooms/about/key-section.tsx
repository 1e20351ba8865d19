import { useState } from 'react';
import { forgetKeyHere, useUnsent, useWords } from '../../app/index.ts';
import { Button, ConfirmDialog, Note, Row, Section, Stack } from '../../ui/index.ts';

/** Until there is sign-in, whoever has the key can do everything: said plainly, with a way to put it away. */
export function KeySection() {
  const say = useWords('about');
  const [isAsking, setAsking] = useState(false);
  const unsent = useUnsent();
  return (
    <Section title={say('key')}>
      <Stack gap="s">
        <Note tone="part">{say('key.says')}</Note>
        <p>{say('key.where')}</p>
        <Row>
          <Button onPress={() => setAsking(true)}>{say('key.forget')}</Button>
        </Row>
      </Stack>
      <ConfirmDialog
        isOpen={isAsking}
        title={say('key.forget-confirm')}
        deed={say('key.forget')}
        danger={unsent > 0}
        onConfirm={forgetKeyHere}
        onClose={() => setAsking(false)}
      >
        <p>{say('key.forget-says')}</p>
        {unsent > 0 && <p>{say('key.forget-unsent', { count: unsent })}</p>}
      </ConfirmDialog>
    </Section>
  );
}
