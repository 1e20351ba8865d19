import { usePlace, useWords } from '../../../app/index.ts';
import { Button, Columns, Note, Progress, Row, Section, Stack } from '../../../ui/index.ts';
import css from '../history.module.css';
import { KeepOutside } from './keep-outside.tsx';
import { Outcome } from './outcome.tsx';
import { useVerify } from './use-verify.ts';

/** Verify, as a person would trust it: what was checked, what would be found, what not, and what to keep elsewhere. */
export function TrustTab() {
  const say = useWords('history');
  const { permissions } = usePlace();
  const { verified, failed, isPending, verify } = useVerify();
  const denied = permissions.includes('ledger.verify') ? undefined : say('trust.denied');
  return (
    <Columns of="6-6">
      <Stack gap="l">
        <Section title={say('trust.title')}>
          <Stack>
            <p>{say('trust.says')}</p>
            <Row>
              <Button kind="primary" pending={isPending} reason={denied} onPress={() => void verify()}>
                {say(verified ? 'trust.again' : 'trust.deed')}
              </Button>
            </Row>
            {isPending && <Progress label={say('trust.working')} value={undefined} />}
            {failed !== undefined && (
              <Note tone="gap" title={say('trust.failed')} live>
                {failed}
              </Note>
            )}
            {verified && !isPending && <Outcome verified={verified} />}
          </Stack>
        </Section>
        <KeepOutside denied={denied} isPending={isPending} onCheck={(kept) => void verify(kept)} />
      </Stack>
      <Stack gap="l">
        <Explained part="found" count={5} />
        <Explained part="not" count={4} />
      </Stack>
    </Columns>
  );
}

/** In plain words; the sentences are numbered in the words. */
function Explained({ part, count }: { readonly part: 'found' | 'not'; readonly count: number }) {
  const say = useWords('history');
  return (
    <Section title={say(`explained.${part}`)}>
      <ul className={css.list}>
        {Array.from({ length: count }, (_, at) => (
          <li key={at}>{say(`explained.${part}-${at + 1}`)}</li>
        ))}
      </ul>
    </Section>
  );
}
