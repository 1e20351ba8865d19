import { useEffect, useId, useRef, useState } from 'react';
import { Mark } from '../marks/mark.tsx';
import { type Say, useSay } from '../say.ts';
import { type DayRead, readDay, writeDay } from './day-text.ts';
import { type FieldAbout, FieldFrame } from './field-frame.tsx';
import css from './fields.module.css';
import { aboutOf, boxClass } from './text-field.tsx';

interface DateFieldProps extends FieldAbout {
  /** Local date, YYYY-MM-DD. */
  readonly value: string | undefined;
  /** Called when a day was entered or chosen, with undefined when the field was cleared. */
  readonly onChange: (day: string | undefined) => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly name?: string | undefined;
  readonly isReadOnly?: boolean | undefined;
}

/** A day, typed as the language writes it or picked from the calendar. An entry that is no day is kept and told. */
export function DateField(props: DateFieldProps) {
  const id = useId();
  const { language, say } = useSay();
  const [typed, setTyped] = useState(() => writeDay(props.value, language));
  const [told, setTold] = useState<string>();
  useEffect(() => {
    setTyped(writeDay(props.value, language));
    setTold(undefined);
  }, [props.value, language]);
  const error = props.error ?? told;
  const about = { ...aboutOf(props), error };
  const blocked = props.isReadOnly === true || props.reason !== undefined;
  const take = (text: string) => {
    const read = readDay(text, language);
    const wrong = wrongWith(read, props, { say, language });
    if (wrong !== undefined) return setTold(wrong);
    // A press on a button takes the focus away first: what it aims at must not move before it is let go.
    window.setTimeout(() => setTold(undefined), 250);
    const day = read.kind === 'day' ? read.day : undefined;
    setTyped(writeDay(day, language));
    if (day !== props.value) props.onChange(day);
  };
  return (
    <FieldFrame {...about} as="field" htmlFor={id}>
      {({ described }) => (
        <span className={boxClass(about, css.holder)}>
          <input
            id={id}
            name={props.name}
            value={typed}
            placeholder={say('day-pattern')}
            autoComplete="off"
            disabled={props.isDisabled}
            readOnly={blocked}
            required={props.isRequired}
            aria-invalid={error === undefined ? undefined : true}
            aria-describedby={described}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={() => blocked || take(typed)}
            onKeyDown={(event) => event.key === 'Enter' && take(typed)}
            className={css.input}
          />
          {!blocked && props.isDisabled !== true && <Calendar {...props} onPick={take} />}
        </span>
      )}
    </FieldFrame>
  );
}

function wrongWith(
  read: DayRead,
  { min, max }: Pick<DateFieldProps, 'min' | 'max'>,
  { say, language }: { readonly say: Say; readonly language: string },
): string | undefined {
  if (read.kind === 'unreadable') return say('day-unreadable', { example: writeDay('2027-01-15', language) });
  if (read.kind === 'no-such-day') return say('no-such-day', { month: read.month, count: read.days });
  if (read.kind === 'none') return undefined;
  if (min && read.day < min) return say('day-too-early', { day: writeDay(min, language) });
  if (max && read.day > max) return say('day-too-late', { day: writeDay(max, language) });
  return undefined;
}

interface CalendarProps extends Pick<DateFieldProps, 'value' | 'min' | 'max' | 'label'> {
  readonly onPick: (day: string) => void;
}

/** The calendar of the device, behind a button. */
function Calendar({ value, min, max, label, onPick }: CalendarProps) {
  const { say } = useSay();
  const native = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={css.in}
        aria-label={say('open-calendar', { label })}
        onClick={() => native.current?.showPicker()}
      >
        <Mark name="calendar" />
      </button>
      <input
        ref={native}
        type="date"
        className={css.native}
        tabIndex={-1}
        aria-hidden="true"
        value={value ?? ''}
        min={min}
        max={max}
        onChange={(event) => onPick(event.target.value)}
      />
    </>
  );
}
