import { useState } from 'react';
import { useWords } from '../../../app/index.ts';
import { SelectField, TextArea } from '../../../ui/index.ts';
import { type Outcome, priorities } from '../profile/view.ts';
import { useSaving } from './use-saving.ts';

interface StatusFieldsProps {
  readonly row: Outcome;
  readonly profile: string;
  readonly reason: string | undefined;
}

/** What is said of an outcome as it is today, beside what is known of it. */
export function StatusFields({ row, profile, reason }: StatusFieldsProps) {
  const say = useWords('csf-profile');
  const { saveField, errorOf, errorBeside } = useSaving('profiles status');
  const [text, setText] = useState<string>();
  const { status } = row;
  const send = (changed: object) =>
    saveField({
      input: { profile, requirement: row.id, ...changed },
      ifMatch: row.statusRevision || undefined,
      says: say('status-done', { id: row.id }),
    });
  const leave = async (said: string) => {
    if (said === (status?.text ?? '')) return setText(undefined);
    const isDone = await send({ status: said === '' ? null : said });
    if (isDone) setText((now) => (now === said ? undefined : now));
  };
  return (
    <>
      <TextArea
        label={say('status')}
        description={say('status-help')}
        value={text ?? status?.text ?? ''}
        onChange={setText}
        onLeave={(said) => void leave(said)}
        error={errorOf('status') ?? errorBeside(['status', 'priority'])}
        reason={reason}
      />
      <SelectField
        label={say('priority-today')}
        description={status?.priorityText || undefined}
        none={say('none')}
        options={priorities.map((id) => ({ id, label: say(`priority-${id}`) }))}
        value={status?.priority}
        onChange={(priority) => void send({ priority: priority ?? null })}
        error={errorOf('priority')}
        reason={reason}
      />
    </>
  );
}
