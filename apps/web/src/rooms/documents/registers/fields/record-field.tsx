import { PersonField, useWords } from '../../../../app/index.ts';
import {
  CheckboxField,
  DateField,
  DropArea,
  SelectField,
  TextArea,
  TextField,
} from '../../../../ui/index.ts';
import type { Field, RegisterRow } from '../record/register.ts';
import { useRecords } from '../record/use-records.ts';
import { NeedsField } from './needs-field.tsx';
import { RequirementsField } from './requirements-field.tsx';

interface RecordFieldProps {
  readonly field: Field;
  readonly value: unknown;
  readonly row: RegisterRow | undefined;
  readonly onChange: (value: unknown) => void;
}

/** A member of a record, entered as befits its kind. */
export function RecordField(props: RecordFieldProps) {
  const { field, value, onChange } = props;
  const say = useWords('documents');
  const about = { label: say(field.name), name: field.name, isRequired: field.isRequired };
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'text':
      return <TextArea {...about} value={text} onChange={onChange} />;
    case 'choice':
      return (
        <SelectField
          {...about}
          options={(field.values ?? []).map((id) => ({ id, label: say(`kind-${id}`) }))}
          value={text}
          onChange={onChange}
        />
      );
    case 'check':
      return <CheckboxField label={about.label} isSelected={value === true} onChange={onChange} />;
    case 'day':
      return <DateField {...about} value={text || undefined} onChange={onChange} />;
    case 'line':
    case 'link':
      return (
        <TextField
          {...about}
          type={field.kind === 'link' ? 'url' : 'text'}
          value={text}
          onChange={onChange}
        />
      );
    default:
      return <LinkedField {...props} />;
  }
}

/** Members that point at something else. */
function LinkedField({ field, value, row, onChange }: RecordFieldProps) {
  const say = useWords('documents');
  const id = typeof value === 'string' ? value : undefined;
  switch (field.kind) {
    case 'person':
      return <PersonField label={say('owner')} name="owner" value={id} onChange={onChange} />;
    case 'party':
      return <PartyField value={id} onChange={onChange} />;
    case 'file':
      return <FileField value={value} row={row} onChange={onChange} />;
    case 'needs':
      return <NeedsField value={value as never} onChange={onChange} />;
    default:
      return <RequirementsField value={value as never} onChange={onChange} />;
  }
}

interface OneProps {
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

function PartyField({ value, onChange }: OneProps) {
  const say = useWords('documents');
  const options = useRecords('parties').map(({ id, name }) => ({ id, label: String(name) }));
  return (
    <SelectField
      label={say('party')}
      name="party"
      none={say('no-party')}
      options={options}
      value={value}
      onChange={onChange}
    />
  );
}

function FileField({ value, row, onChange }: Pick<RecordFieldProps, 'value' | 'row' | 'onChange'>) {
  const say = useWords('documents');
  const kept = (row?.file as { readonly name?: string } | undefined)?.name;
  const chosen = value instanceof File ? value.name : undefined;
  const hint = chosen
    ? say('file-chosen', { name: chosen })
    : kept
      ? say('file-kept', { name: kept })
      : say('file-hint');
  return <DropArea label={say('file')} hint={hint} onFiles={([file]) => onChange(file)} />;
}
