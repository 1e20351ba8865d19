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
  const counted = useRef<string>(undefined);
  useEffect(() => {
    setTold(undefined);
    // What is still being typed is rewritten only when the field is left.
    if (counted.current === undefined || counted.current !== props.value)
      setTyped(writeDay(props.value, language));
    counted.current = undefined;
  }, [props.value, language]);
  const error = props.error ?? told;
  const about = { ...aboutOf(props), error };
  const blocked = props.isReadOnly === true || props.reason !== undefined;
  const take = (text: string) => {
    const read = readDay(text, language);
    const wrong = wrongWith(read, props, { say, language });
    if (wrong !== undefined) return setTold(wrong);
    setTold(undefined);
    const day = read.kind === 'day' ? read.day : undefined;
    setTyped(writeDay(day, language));
    if (day !== props.value) props.onChange(day);
  };
  const isUnread = !blocked && wrongWith(readDay(typed, language), props, { say, language }) !== undefined;
  // A form sends all together: there a day counts once it is complete. Elsewhere each is recorded, when it is left.
  const type = ({ value: text, form }: HTMLInputElement) => {
    setTyped(text);
    const day = form ? dayIn(text, language) : undefined;
    if (day === undefined || day === props.value) return;
    if (wrongWith({ kind: 'day', day }, props, { say, language }) !== undefined) return;
    counted.current = day;
    props.onChange(day);
  };
  return (
    <FieldFrame {...about} as="field" htmlFor={id}>
      {({ described, isMissing }) => (
        <span className={boxClass(about, css.holder, isMissing && css.wrong)}>
          <input
            id={id}
            name={props.name}
            value={typed}
            placeholder={say('day-pattern')}
            autoComplete="off"
            disabled={props.isDisabled}
            readOnly={blocked}
            required={props.isRequired}
            aria-invalid={error === undefined && !isMissing ? undefined : true}
            aria-describedby={described}
            data-unread={isUnread || undefined}
            onChange={(event) => type(event.target)}
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

/** The day that a text says in full, its year in four figures: what ends before may be the beginning of another. */
function dayIn(text: string, language: string): string | undefined {
  const read = readDay(text, language);
  return read.kind === 'day' && /\d{4}/.test(text) ? read.day : undefined;
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
