import { type HTMLInputTypeAttribute, type ReactNode, type Ref, useId } from 'react';
import { cx } from '../props.ts';
import { type FieldAbout, FieldFrame } from './field-frame.tsx';
import css from './fields.module.css';
import { useLeave } from './use-leave.ts';
import { isTooLong, useLength } from './use-length.ts';

export interface TextEntry extends FieldAbout {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Called when the field is left after the person changed it: save it then. */
  readonly onLeave?: ((value: string) => void) | undefined;
  /** It was typed before the field was there: leaving it saves it, as if it had been typed now. */
  readonly isBegun?: boolean | undefined;
  /** Ties the field to an error of the form. */
  readonly name?: string | undefined;
  readonly placeholder?: string | undefined;
  /** Characters at most. Nothing is cut: what is longer stays, is told at the field, and neither saved nor sent. */
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

/** Whether what stands there is to be saved when it is left, though it was not typed just now. */
export function isUnsaved({ error, isBegun = false }: TextEntry): boolean {
  return isBegun || error !== undefined;
}

/** The members of a native field, the same for one line and for many. */
export function nativeEntry(props: TextEntry, id: string, described: string) {
  const { value, onChange, name, placeholder, isReadOnly, isDisabled, reason, error } = props;
  return {
    id,
    name,
    value,
    placeholder,
    'data-unread': isTooLong(props) ? true : undefined,
    disabled: isDisabled,
    readOnly: isReadOnly === true || reason !== undefined,
    required: props.isRequired,
    autoFocus: props.autoFocus,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': described,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  };
}

export function boxClass(
  { error, isDisabled, reason, size }: FieldAbout,
  ...more: (string | false | undefined)[]
) {
  const off = isDisabled === true || reason !== undefined;
  return cx(css.box, size === 'l' && css.big, error !== undefined && css.wrong, off && css.off, ...more);
}

/** One line of text. */
export function TextField(entry: TextFieldProps) {
  const id = useId();
  const props = useLength(entry);
  const leave = useLeave(props.value, props.onLeave, isUnsaved(props));
  const { type = 'text', autoComplete, suffix, inputRef } = props;
  return (
    <FieldFrame {...aboutOf(props)} as="field" htmlFor={id}>
      {({ described, isMissing }) => (
        <span className={boxClass(props, isMissing && css.wrong)}>
          <input
            {...nativeEntry(props, id, described)}
            {...(isMissing ? { 'aria-invalid': true } : {})}
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
  const { label, description, error, hideLabel, isRequired, isDisabled, reason, size, isWaiting } = props;
  return { label, description, error, hideLabel, isRequired, isDisabled, reason, size, isWaiting };
}
