import { BegunNote, mostOf, PersonField, useWords } from '../../../app/index.ts';
import { DateField, SelectField, TextArea } from '../../../ui/index.ts';
import type { ActionRow } from '../list/wanted.ts';
import { useActionEdit } from './use-action-edit.ts';

export const priorities = ['high', 'medium', 'low'] as const;

interface EditProps {
  readonly row: ActionRow;
  /** Why it cannot be changed. */
  readonly reason: string | undefined;
}

/** Text that is saved when it is left; a title is one line. */
export function EditText({
  row,
  reason,
  member,
}: EditProps & { readonly member: 'title' | 'what' | 'resources' }) {
  const say = useWords('actions');
  const { value, error, begun, onChange, save } = useActionEdit(row, member);
  return (
    <>
      <BegunNote begun={begun} />
      <TextArea
        label={say(`member.${member}`)}
        description={member === 'what' ? say('member.what-says') : undefined}
        rows={member === 'what' ? 3 : 1}
        value={value}
        error={error}
        maxLength={mostOf(member)}
        isBegun={begun !== undefined}
        isReadOnly={reason !== undefined}
        onChange={(text) => onChange(member === 'title' ? text.replaceAll('\n', ' ') : text)}
        onLeave={(text) => save(text.trim())}
      />
    </>
  );
}

export function EditOwner({ row, reason }: EditProps) {
  const say = useWords('actions');
  const { value, error, save } = useActionEdit(row, 'owner');
  return (
    <PersonField
      label={say('member.owner')}
      value={value}
      error={error}
      isDisabled={reason !== undefined}
      none={say('nobody')}
      onChange={save}
    />
  );
}

export function EditDue({ row, reason }: EditProps) {
  const say = useWords('actions');
  const { value, error, save } = useActionEdit(row, 'due');
  return (
    <DateField
      label={say('member.due')}
      value={value}
      error={error}
      isDisabled={reason !== undefined}
      onChange={save}
    />
  );
}

export function EditPriority({ row, reason }: EditProps) {
  const say = useWords('actions');
  const { value, error, save } = useActionEdit(row, 'priority');
  return (
    <SelectField
      label={say('member.priority')}
      none={say('priority.none')}
      options={priorities.map((id) => ({ id, label: say(`priority.${id}`) }))}
      value={value}
      error={error}
      isDisabled={reason !== undefined}
      onChange={(id) => save(priorities.find((each) => each === id))}
    />
  );
}
