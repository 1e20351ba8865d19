import { isName } from '@concord/operations/client';
import { useWords } from '../../../app/index.ts';
import { Button, Form } from '../../../ui/index.ts';
import { OrganisationName } from '../frame/organisation-name.tsx';
import { whyNoName } from '../frame/why-no-name.ts';
import type { Started } from './use-start.ts';

/** What the organisation is called: kept here until there is something to be taken in. */
export function NameStage({ start, set }: Started) {
  const say = useWords('set-up');
  const reason = isName(start.name) ? undefined : say(whyNoName(start.name));
  return (
    <Form
      onSubmit={() => (reason === undefined ? set({ isNamed: true }) : undefined)}
      label={say('certificate.step-name')}
    >
      <OrganisationName name={start.name} onChange={(name) => set({ name })} />
      <div>
        <Button size="l" kind="primary" type="submit" reason={reason}>
          {say('certificate.keep-name')}
        </Button>
      </div>
    </Form>
  );
}
