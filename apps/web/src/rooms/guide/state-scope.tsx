import { Suspense } from 'react';
import {
  BegunNote,
  useAnswer,
  useAsOpened,
  useAttempt,
  useDeed,
  useDraft,
  useWords,
} from '../../app/index.ts';
import { Button, Dialog, Form, Skeleton, TextArea } from '../../ui/index.ts';

interface StateScopeProps {
  readonly onClose: () => void;
}

const whole = 'organisation';
const form = 'scope-statement';

/** What the programme covers, said or said anew. */
export function StateScope(props: StateScopeProps) {
  return (
    <Suspense fallback={<Skeleton lines={2} />}>
      <Open {...props} />
    </Suspense>
  );
}

function Open({ onClose }: StateScopeProps) {
  const say = useWords('guide');
  const deed = useDeed('scopes state');
  const scope = useAsOpened(useAnswer('scopes list').rows.find(({ id }) => id === whole));
  const before = scope?.statement ?? '';
  const called = `scope of the programme at ${scope?.revision ?? 0}`;
  const { draft, change, forget, begun } = useDraft(called, () => ({ statement: before }));
  const { statement } = draft;
  const { isPending, errors, attempt } = useAttempt();
  const isSame = statement.trim() === '' || statement.trim() === before;
  const save = async () => {
    const input = { scope: whole, statement: statement.trim() };
    const ifMatch = before === '' ? undefined : scope?.revision;
    if (isSame || !(await attempt(() => deed({ input, ifMatch, says: say('scope.said') })))) return;
    forget();
    onClose();
  };
  const foot = (
    <>
      <Button
        kind="primary"
        type="submit"
        form={form}
        pending={isPending}
        reason={isSame ? say('scope.nothing-new') : undefined}
      >
        {say('scope.deed')}
      </Button>
      <Button onPress={onClose}>{say('cancel')}</Button>
    </>
  );
  return (
    <Dialog isOpen title={say('scope.dialog')} onClose={onClose} foot={foot}>
      <Form id={form} onSubmit={() => void save()} errors={errors}>
        <BegunNote begun={begun} />
        <TextArea
          label={say('scope.statement')}
          description={say('scope.statement-says')}
          value={statement}
          onChange={(typed) => change({ statement: typed })}
          rows={5}
          maxLength={10_000}
          name="statement"
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
