import { Button, Popover, Select, SelectValue } from 'react-aria-components';
import { type FieldAbout, FieldFrame } from '../fields/field-frame.tsx';
import { aboutOf, boxClass } from '../fields/text-field.tsx';
import { Mark } from '../marks/mark.tsx';
import { given } from '../props.ts';
import { useSay } from '../say.ts';
import css from './choices.module.css';
import type { Option } from './option.ts';
import { OptionList } from './option-list.tsx';

interface SelectFieldProps extends FieldAbout {
  readonly options: readonly Option[];
  /** Id of the chosen one. */
  readonly value: string | undefined;
  /** undefined only when `none` is offered. */
  readonly onChange: (id: string | undefined) => void;
  /** Offers to choose nothing, in these words. */
  readonly none?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly name?: string | undefined;
}

const nothing = '';

/** One of up to some twenty; of more, use a ComboField. */
export function SelectField(props: SelectFieldProps) {
  const { options, value, onChange, none, placeholder, name } = props;
  const { say } = useSay();
  const about = aboutOf(props);
  const all = none === undefined ? options : [{ id: nothing, label: none }, ...options];
  const chosen = value ?? (none === undefined ? null : nothing);
  return (
    <FieldFrame {...about} as="group">
      {({ labelled, described }) => (
        <Select
          aria-labelledby={labelled}
          aria-describedby={described}
          value={chosen}
          onChange={(key) => onChange(key === nothing || key === null ? undefined : String(key))}
          isInvalid={props.error !== undefined}
          isDisabled={props.isDisabled === true || props.reason !== undefined}
          isRequired={props.isRequired === true}
          placeholder={placeholder ?? say('choose')}
          {...given({ name })}
        >
          <Button className={boxClass(props, css.trigger)}>
            <SelectValue className={css.value ?? ''}>
              {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
            </SelectValue>
            <Mark name="down" />
          </Button>
          <Popover className={css.popover ?? ''} offset={4}>
            <OptionList options={all} empty={say('nothing-to-choose')} />
          </Popover>
        </Select>
      )}
    </FieldFrame>
  );
}
