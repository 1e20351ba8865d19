import { PersonField, useWords } from '../../../app/index.ts';
import { SelectField, ToggleGroup } from '../../../ui/index.ts';
import type { LibraryRow } from '../control/row.ts';
import { designs, frequencies, implementations } from '../find/filters.ts';
import type { LabelOf } from '../find/use-labels.ts';
import type { Names } from '../find/use-names.ts';
import type { EditProps } from './edit-text.tsx';
import { type Member, useControlEdit } from './use-control-edit.ts';

export interface EditChoiceProps extends EditProps {
  readonly names: Names;
  readonly labelOf: LabelOf;
}

function useChoice<T extends string>({ sheet }: EditProps, member: Member) {
  const say = useWords('library');
  const label = say(`member.${member}`);
  const edit = useControlEdit<T | undefined>(
    sheet,
    member,
    say('changed', { code: sheet.code, member: label }),
  );
  return { ...edit, label };
}

export function EditOwner(props: EditChoiceProps) {
  const say = useWords('library');
  const { label, value, error, save } = useChoice<string>(props, 'owner');
  return (
    <PersonField
      {...{ label, value, error }}
      isDisabled={props.reason !== undefined}
      none={say('none.owner')}
      onChange={save}
    />
  );
}

export function EditFrequency(props: EditChoiceProps) {
  const say = useWords('library');
  const { labelOf, reason } = props;
  const { label, value, error, save } = useChoice<string>(props, 'frequency');
  const options = frequencies.map((id) => ({ id, label: labelOf('frequency', id) }));
  return (
    <SelectField
      {...{ label, value, error, options }}
      isDisabled={reason !== undefined}
      none={say('none.frequency')}
      onChange={save}
    />
  );
}

/** Whether it is in place: yes, partly, no. */
export function EditImplementation(props: EditChoiceProps) {
  const say = useWords('library');
  const { reason } = props;
  const { label, value, error, save } = useChoice<LibraryRow['implementation']>(props, 'implementation');
  const options = [...implementations]
    .reverse()
    .map((each) => ({ value: each, label: say(`in-place.${each}`) }));
  return (
    <ToggleGroup
      label={label}
      value={value}
      error={error}
      isDisabled={reason !== undefined}
      options={options}
      onChange={save}
    />
  );
}

export function EditDesign(props: EditChoiceProps) {
  const say = useWords('library');
  const { labelOf, reason } = props;
  const { label, value, error, save } = useChoice<LibraryRow['design']>(props, 'design');
  const options = designs.map((id) => ({ id, label: labelOf('design', id) }));
  return (
    <SelectField
      {...{ label, value, error, options }}
      isDisabled={reason !== undefined}
      description={say('design.says')}
      onChange={(id) => id && save(id as LibraryRow['design'])}
    />
  );
}
