import { useState } from 'react';
import { removeDemo, useMaybePlace, useWords } from '../../app/index.ts';
import { Button, ConfirmDialog, Row, Section, Stack } from '../../ui/index.ts';

/** The demo organisation can be taken away again, with everything in it. */
export function DemoSection() {
  const say = useWords('about');
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const place = useMaybePlace();
  if (!place?.isDemo) return null;
  const remove = async () => {
    setPending(true);
    await removeDemo(place.organisation);
    setAsking(false);
    // "Back" must not lead to what is gone, so nothing of this page is left in the browser.
    window.location.replace('/');
  };
  return (
    <Section title={say('demo')}>
      <Stack gap="s">
        <p>{say('demo.says')}</p>
        <Row>
          <Button kind="danger" onPress={() => setAsking(true)}>
            {say('demo.remove')}
          </Button>
        </Row>
      </Stack>
      <ConfirmDialog
        isOpen={isAsking}
        title={say('demo.confirm')}
        deed={say('demo.remove')}
        danger
        pending={isPending}
        onConfirm={() => void remove()}
        onClose={() => setAsking(false)}
      >
        {say('demo.confirm-says', { name: place.name })}
      </ConfirmDialog>
    </Section>
  );
}
