import { BegunNote, useWords } from '../../../app/index.ts';
import { SelectField, TextArea } from '../../../ui/index.ts';
import { type Outcome, priorities } from '../profile/view.ts';
import { useFieldSaving } from './use-field-saving.ts';
import { useTypedText } from './use-typed-text.ts';

interface StatusFieldsProps {
  readonly row: Outcome;
  readonly profile: string;
  readonly reason: string | undefined;
}

/** What is said of an outcome as it is today, beside what is known of it. */
export function StatusFields({ row, profile, reason }: StatusFieldsProps) {
  const say = useWords('csf-profile');
  const of = { profile, requirement: row.id };
  const { saveField, shown, isWaiting, errorOf, errorBeside } = useFieldSaving('profiles status', of);
  const { status } = row;
  const there = shown('status', status?.text) ?? '';
  const send = (changed: Readonly<Record<string, unknown>>, revision = row.statusRevision) =>
    saveField({ ifMatch: revision, says: say('status-done', { id: row.id }) }, changed);
  const typed = useTypedText(`status of ${row.id} in ${profile}`, { there, revision: row.statusRevision });
  return (
    <>
      <BegunNote begun={typed.begun} />
      <TextArea
        label={say('status')}
        description={say('status-help')}
        value={typed.text}
        isBegun={typed.begun !== undefined}
        isWaiting={isWaiting('status')}
        onChange={typed.type}
        onLeave={typed.leave((said, at) => send({ status: said === '' ? null : said }, at))}
        error={errorOf('status') ?? errorBeside(['status', 'priority'])}
        reason={reason}
      />
      <SelectField
        label={say('priority-today')}
        description={status?.priorityText || undefined}
        none={say('none')}
        options={priorities.map((id) => ({ id, label: say(`priority-${id}`) }))}
        value={shown('priority', status?.priority)}
        isWaiting={isWaiting('priority')}
        onChange={(priority) => void send({ priority: priority ?? null })}
        error={errorOf('priority')}
        reason={reason}
      />
    </>
  );
}
