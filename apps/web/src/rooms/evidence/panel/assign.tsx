import { useState } from 'react';
import { useAttempt, useDeed, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, Form, FormActions, Stack } from '../../../ui/index.ts';
import { ControlPicker, type Picked } from '../names/control-picker.tsx';
import type { Piece } from '../pieces/filters.ts';

/** Lets the piece serve further controls: it is never recorded a second time. */
export function Assign({ piece }: { readonly piece: Piece }) {
  const say = useWords('evidence');
  const reason = useReadOnly('evidence.assign');
  const [picked, setPicked] = useState<readonly Picked[]>();
  const deed = useDeed('evidence assign');
  const { attempt, errors, isPending } = useAttempt();
  if (picked === undefined) {
    return (
      <Button
        size="s"
        kind="quiet"
        mark="plus"
        reason={reason}
        reasonAs="tooltip"
        onPress={() => setPicked([])}
      >
        {say('assign')}
      </Button>
    );
  }
  const assign = async () => {
    const input = { evidence: piece.id, controls: picked.map(({ id }) => id) };
    const says = say('assigned', { codes: picked.map(({ code }) => code).join(', ') });
    if (await attempt(() => deed({ input, says, isFinal: true }))) setPicked(undefined);
  };
  return (
    <Form onSubmit={() => void assign()} errors={errors} label={say('assign')}>
      <Stack gap="s">
        <ControlPicker label={say('assign.controls')} picked={picked} onChange={setPicked} />
        <small>{say('assign.final')}</small>
        <FormActions>
          <Button
            type="submit"
            kind="primary"
            pending={isPending}
            reason={picked.length === 0 ? say('assign.none') : undefined}
          >
            {say('assign.deed')}
          </Button>
          <Button onPress={() => setPicked(undefined)}>{say('cancel')}</Button>
        </FormActions>
      </Stack>
    </Form>
  );
}
