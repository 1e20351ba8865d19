import type { ReactNode } from 'react';
import { Checkbox, CheckboxGroup, Radio, RadioGroup, Switch } from 'react-aria-components';
import { type FieldAbout, FieldFrame } from '../fields/field-frame.tsx';
import { aboutOf } from '../fields/text-field.tsx';
import { cx, given } from '../props.ts';
import css from './choices.module.css';
import type { Option } from './option.ts';

interface YesOrNo {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly description?: ReactNode;
  readonly hideLabel?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly reason?: string | undefined;
  readonly name?: string | undefined;
}

function Said({ label, description, hideLabel, reason }: Omit<YesOrNo, 'isSelected' | 'onChange'>) {
  return (
    <span className={cx(hideLabel && 'visually-hidden')}>
      {label}
      {description !== undefined && <small className={css.under}>{description}</small>}
      {reason !== undefined && <small className={css.under}>{reason}</small>}
    </span>
  );
}

/** A box to tick. */
export function CheckboxField(props: YesOrNo & { readonly isIndeterminate?: boolean | undefined }) {
  const { isSelected, onChange, isIndeterminate = false, isDisabled, reason, name } = props;
  return (
    <Checkbox
      className={css.choice ?? ''}
      isSelected={isSelected}
      isIndeterminate={isIndeterminate}
      onChange={onChange}
      isDisabled={isDisabled === true || reason !== undefined}
      {...given({ name })}
    >
      <Tick isIndeterminate={isIndeterminate} />
      <Said {...props} />
    </Checkbox>
  );
}

/** The drawn box of a checkbox. */
export function Tick({ isIndeterminate = false }: { readonly isIndeterminate?: boolean | undefined }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" className={css.tick} aria-hidden="true">
      <rect x="0.5" y="0.5" width="15" height="15" rx="2.5" />
      <path d={isIndeterminate ? 'M4 8h8' : 'M4 8.3l2.8 2.8L12 5.4'} />
    </svg>
  );
}

/** On or off, at once. */
export function SwitchField(props: YesOrNo) {
  const { isSelected, onChange, isDisabled, reason, name } = props;
  return (
    <Switch
      className={css.choice ?? ''}
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled === true || reason !== undefined}
      {...given({ name })}
    >
      <span className={css.switch} />
      <Said {...props} />
    </Switch>
  );
}

interface RadioListProps extends FieldAbout {
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
  readonly name?: string | undefined;
}

/** One of several, all of them in sight with what they mean. */
export function RadioList(props: RadioListProps) {
  const { options, value, onChange, name } = props;
  return (
    <FieldFrame {...aboutOf(props)} as="group">
      {({ labelled, described }) => (
        <RadioGroup
          aria-labelledby={labelled}
          aria-describedby={described}
          value={value ?? null}
          onChange={onChange}
          isInvalid={props.error !== undefined}
          isDisabled={props.isDisabled === true || props.reason !== undefined}
          isRequired={props.isRequired === true}
          className={css.choices ?? ''}
          {...given({ name })}
        >
          {options.map(({ id, label, description }) => (
            <Radio key={id} value={id} className={css.choice ?? ''}>
              <span className={css.radio} />
              <Said label={label} description={description} />
            </Radio>
          ))}
        </RadioGroup>
      )}
    </FieldFrame>
  );
}

interface CheckboxListProps extends FieldAbout {
  readonly options: readonly Option[];
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly name?: string | undefined;
}

/** Any of several. */
export function CheckboxList(props: CheckboxListProps) {
  const { options, value, onChange, name } = props;
  return (
    <FieldFrame {...aboutOf(props)} as="group">
      {({ labelled, described }) => (
        <CheckboxGroup
          aria-labelledby={labelled}
          aria-describedby={described}
          value={[...value]}
          onChange={onChange}
          isInvalid={props.error !== undefined}
          isDisabled={props.isDisabled === true || props.reason !== undefined}
          className={css.choices ?? ''}
          {...given({ name })}
        >
          {options.map(({ id, label, description }) => (
            <Checkbox key={id} value={id} className={css.choice ?? ''}>
              <Tick />
              <Said label={label} description={description} />
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    </FieldFrame>
  );
}
