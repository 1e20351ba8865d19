import { type HTMLInputTypeAttribute, type ReactNode, type Ref, useId } from 'react';
import { cx } from '../props.ts';
import { type FieldAbout, FieldFrame } from './field-frame.tsx';
import css from './fields.module.css';
import { useLeave } from './use-leave.ts';

export interface TextEntry extends FieldAbout {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Called when the field is left after the person changed it: save it then. */
  readonly onLeave?: ((value: string) => void) | undefined;
  /** Ties the field to an error of the form. */
  readonly name?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

interface TextFieldProps extends TextEntry {
  readonly type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'password' | 'url' | 'tel'> | undefined;
  readonly autoComplete?: string | undefined;
  /** A unit or a remark inside the field. */
  readonly suffix?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** The members of a native field, the same for one line and for many. */
export function nativeEntry(props: TextEntry, id: string, described: string) {
  const { value, onChange, name, placeholder, maxLength, isReadOnly, isDisabled, reason, error } = props;
  return {
    id,
    name,
    value,
    placeholder,
    maxLength,
    disabled: isDisabled,
    readOnly: isReadOnly === true || reason !== undefined,
    required: props.isRequired,
    autoFocus: props.autoFocus,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': described,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  };
}

export function boxClass({ error, isDisabled, reason, size }: FieldAbout, ...more: (string | undefined)[]) {
  const off = isDisabled === true || reason !== undefined;
  return cx(css.box, size === 'l' && css.big, error !== undefined && css.wrong, off && css.off, ...more);
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const leave = useLeave(props.value, props.onLeave, props.error !== undefined);
  const { type = 'text', autoComplete, suffix, inputRef } = props;
  return (
    <FieldFrame {...aboutOf(props)} as="field" htmlFor={id}>
      {({ described }) => (
        <span className={boxClass(props)}>
          <input
            {...nativeEntry(props, id, described)}
            {...leave}
            ref={inputRef}
            type={type}
            autoComplete={autoComplete ?? 'off'}
            className={css.input}
          />
          {suffix !== undefined && <span className={css.suffix}>{suffix}</span>}
        </span>
      )}
    </FieldFrame>
  );
}

/** Only what a field says of itself. */
export function aboutOf(props: FieldAbout): FieldAbout {
  const { label, description, error, hideLabel, isRequired, isDisabled, reason, size } = props;
  return { label, description, error, hideLabel, isRequired, isDisabled, reason, size };
}
