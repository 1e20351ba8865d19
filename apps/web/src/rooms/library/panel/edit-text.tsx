import { BegunNote, mostOf, useWords } from '../../../app/index.ts';
import { TextArea } from '../../../ui/index.ts';
import type { ControlSheet } from '../control/row.ts';
import { type Member, useControlEdit } from './use-control-edit.ts';

export interface EditProps {
  readonly sheet: ControlSheet;
  /** Why nothing can be changed. */
  readonly reason: string | undefined;
}

interface EditTextProps extends EditProps {
  readonly member: Extract<Member, 'name' | 'code' | 'statement' | 'family' | 'test'>;
  readonly rows: number;
  readonly hideLabel?: boolean | undefined;
}

const oneLine = new Set<string>(['name', 'code', 'family']);

/** Words of a control, recorded when they are left. */
export function EditText({ sheet, reason, member, rows, hideLabel }: EditTextProps) {
  const say = useWords('library');
  const label = say(`member.${member}`);
  const {
    value = '',
    error,
    begun,
    onChange,
    save,
  } = useControlEdit<string>(sheet, member, say('changed', { code: sheet.code, member: label }));
  return (
    <>
      <BegunNote begun={begun} />
      <TextArea
        label={label}
        hideLabel={hideLabel}
        rows={rows}
        value={value}
        error={error}
        maxLength={mostOf(member)}
        isBegun={begun !== undefined}
        isReadOnly={reason !== undefined}
        onChange={(text) => onChange(oneLine.has(member) ? text.replaceAll('\n', ' ') : text)}
        onLeave={(text) => save(text.trim())}
      />
    </>
  );
}
