import { NumberField as AriaNumberField, Input } from 'react-aria-components';
import { cx, given } from '../props.ts';
import { type FieldAbout, FieldFrame } from './field-frame.tsx';
import css from './fields.module.css';
import { aboutOf, boxClass } from './text-field.tsx';

interface NumberFieldProps extends FieldAbout {
  readonly value: number | undefined;
  /** Called when the field is left; undefined when it was cleared. */
  readonly onChange: (value: number | undefined) => void;
  readonly minValue?: number | undefined;
  readonly maxValue?: number | undefined;
  readonly step?: number | undefined;
  readonly formatOptions?: Intl.NumberFormatOptions | undefined;
  readonly name?: string | undefined;
  readonly isReadOnly?: boolean | undefined;
  /** A unit inside the field. */
  readonly suffix?: string | undefined;
  /** Ids and years stand at the start, quantities at the end. */
  readonly align?: 'start' | 'end' | undefined;
}

/** A quantity, written as the language writes it. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, minValue, maxValue, step, formatOptions, name, suffix, align = 'start' } = props;
  const about = aboutOf(props);
  return (
    <FieldFrame {...about} as="group">
      {({ labelled, described }) => (
        <AriaNumberField
          aria-labelledby={labelled}
          aria-describedby={described}
          value={value ?? Number.NaN}
          onChange={(entered) => onChange(Number.isNaN(entered) ? undefined : entered)}
          isInvalid={props.error !== undefined}
          isDisabled={props.isDisabled === true}
          isReadOnly={props.isReadOnly === true || props.reason !== undefined}
          isRequired={props.isRequired === true}
          {...given({ minValue, maxValue, step, formatOptions, name })}
        >
          <span className={boxClass(props)}>
            <Input className={cx(css.input, align === 'end' && css.number)} />
            {suffix && <span className={css.suffix}>{suffix}</span>}
          </span>
        </AriaNumberField>
      )}
    </FieldFrame>
  );
}
