import { useState } from 'react';
import { useDeed, useOpen, useWords } from '../../../app/index.ts';
import { Button, CheckboxList, Note, Row } from '../../../ui/index.ts';
import { forgetStart } from './start.ts';
import { useOrganisation } from './use-organisation.ts';
import type { Started } from './use-start.ts';
import { useTry } from './use-try.ts';

const others = ['nist-csf-2.0', 'nis2-directive'] as const;

/** What is laid beside the certificate; the page that opens then shows what each of them adds. */
export function AlsoStage({ start, set }: Started) {
  const say = useWords('set-up');
  const open = useOpen();
  const createOnce = useOrganisation({ start, set });
  const adopt = useDeed('frameworks adopt');
  const profile = useDeed('profiles create');
  const { isPending, fault, attempt } = useTry();
  const [chosen, setChosen] = useState<readonly string[]>(others);
  const finish = () =>
    attempt(async () => {
      const organisation = await createOnce();
      for (const framework of chosen) {
        await adopt({ input: { framework }, organisation, key: `${start.id}-${framework}` });
      }
      if (chosen.includes('nist-csf-2.0')) {
        const input = { name: say('certificate.profile'), framework: 'nist-csf-2.0' };
        await profile({ input, organisation, key: `${start.id}-profile` });
      }
      forgetStart(window.localStorage);
      await open(organisation, 'guide', { from: 'certificate' });
    });
  return (
    <>
      <CheckboxList
        label={say('certificate.beside')}
        options={others.map((id) => ({
          id,
          label: say(`certificate.${id}`),
          description: say(`frameworks.${id}`),
        }))}
        value={chosen}
        onChange={setChosen}
      />
      {fault && <Note tone="gap" mark="error" title={fault.detail} live />}
      <Row>
        <Button size="l" kind="primary" pending={isPending} onPress={() => void finish()}>
          {say('certificate.finish')}
        </Button>
      </Row>
    </>
  );
}
