import { BegunNote, useDraft, useWords } from '../../../app/index.ts';
import { Button, Form, FormActions, TextArea } from '../../../ui/index.ts';
import { useFormDeed } from './use-form-deed.ts';

interface WithdrawFormProps {
  readonly command: 'claims withdraw' | 'relations withdraw';
  readonly input: Readonly<Record<string, string>>;
  /** Codes of the controls, or what the relation says. */
  readonly named: string;
  readonly words: 'withdraw' | 'refuse' | 'unrelate';
  readonly onDone: () => void;
}

/** Takes a claim or a relation back, with the reason that is kept beside it. */
export function WithdrawForm({ command, input, named, words, onDone }: WithdrawFormProps) {
  const say = useWords('requirement');
  const called = `${command} ${Object.values(input).join('/')}`;
  const { draft, change, forget, begun } = useDraft(called, () => ({ reason: '' }));
  const { reason } = draft;
  const { errors, isPending, send } = useFormDeed(command, () => {
    forget();
    onDone();
  });
  const isFinal = command === 'claims withdraw';
  return (
    <Form
      errors={errors}
      onSubmit={() =>
        void send({ input: { ...input, reason }, says: say(`${words}-done`, { named }), isFinal })
      }
    >
      <BegunNote begun={begun} />
      <p>{say(`${words}-say`, { named })}</p>
      <TextArea
        label={say('reason')}
        name="reason"
        value={reason}
        onChange={(typed) => change({ reason: typed })}
        isRequired
        rows={3}
      />
      <FormActions>
        <Button type="submit" kind="primary" pending={isPending}>
          {say(`${words}-do`)}
        </Button>
        <Button onPress={onDone}>{say('leave')}</Button>
      </FormActions>
    </Form>
  );
}
