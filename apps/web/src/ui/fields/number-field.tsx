import { useEffect, useId, useState } from 'react';
import { cx } from '../props.ts';
import { type Say, useSay } from '../say.ts';
import { type FieldAbout, FieldFrame } from './field-frame.tsx';
import css from './fields.module.css';
import { readQuantity, writeBroken, writeQuantity } from './number-text.ts';
import { aboutOf, boxClass } from './text-field.tsx';

interface NumberFieldProps extends FieldAbout {
  readonly value: number | undefined;
  /** Called when the field is left; undefined when it was cleared. Never called with what can not be read for sure. */
  readonly onChange: (value: number | undefined) => void;
  readonly minValue?: number | undefined;
  readonly maxValue?: number | undefined;
  /** Told when the field is left with what can not be read, and when that is over: the value is then not the entry. */
  readonly onUnread?: ((isUnread: boolean) => void) | undefined;
  /** How many places after the decimal mark it may have; none when left out. */
  readonly decimals?: number | undefined;
  readonly name?: string | undefined;
  readonly isReadOnly?: boolean | undefined;
  /** A unit inside the field, heard with it. */
  readonly suffix?: string | undefined;
  /** Ids and years stand at the start, quantities at the end. */
  readonly align?: 'start' | 'end' | undefined;
}

/** A quantity. An entry that is none, or that could be two, is kept and told; a form does not go on with it. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, name, suffix, align = 'start', decimals } = props;
  const id = useId();
  const { language, say } = useSay();
  const written = writeQuantity(value, language, decimals);
  const [typed, setTyped] = useState(written);
  const [told, setTold] = useState<string>();
  useEffect(() => {
    setTyped(written);
    setTold(undefined);
  }, [written, props.isDisabled]);
  const error = props.error ?? told;
  const about = { ...aboutOf(props), error };
  const blocked = props.isReadOnly === true || props.reason !== undefined;
  const type = (text: string) => {
    setTyped(text);
    // What was told goes as the entry becomes right: gone only on leaving, it would move what is being clicked on.
    if (wrongWith(text, props, { say, language }) === undefined) setTold(undefined);
  };
  const take = () => {
    const wrong = blocked || typed === written ? undefined : wrongWith(typed, props, { say, language });
    setTold(wrong);
    props.onUnread?.(wrong !== undefined);
    if (blocked || typed === written || wrong !== undefined) return;
    const read = readQuantity(typed, decimals ?? 0);
    const taken = read.kind === 'number' ? read.value : undefined;
    setTyped(writeQuantity(taken, language, decimals));
    if (taken !== value) onChange(taken);
  };
  return (
    <FieldFrame {...about} as="field" htmlFor={id}>
      {({ described, isMissing }) => (
        <span className={boxClass(about, isMissing && css.wrong)}>
          <input
            id={id}
            name={name}
            value={typed}
            inputMode={decimals === undefined ? 'numeric' : 'decimal'}
            autoComplete="off"
            disabled={props.isDisabled}
            readOnly={blocked}
            required={props.isRequired}
            aria-invalid={error === undefined && !isMissing ? undefined : true}
            aria-describedby={suffix === undefined ? described : `${id}-unit ${described}`}
            data-unread={told === undefined ? undefined : true}
            onChange={(event) => type(event.target.value)}
            onBlur={take}
            onKeyDown={(event) => event.key === 'Enter' && take()}
            className={cx(css.input, align === 'end' && css.number)}
          />
          {suffix !== undefined && (
            <span id={`${id}-unit`} className={css.suffix}>
              {suffix}
            </span>
          )}
        </span>
      )}
    </FieldFrame>
  );
}

type Bounds = Pick<NumberFieldProps, 'minValue' | 'maxValue' | 'decimals'>;

interface Telling {
  readonly say: Say;
  readonly language: string;
}

function wrongWith(text: string, bounds: Bounds, { say, language }: Telling): string | undefined {
  const { minValue = -Infinity, maxValue = Infinity, decimals = 0 } = bounds;
  const read = readQuantity(text, decimals);
  const write = (number: number) => writeQuantity(number, language, decimals);
  if (read.kind === 'none') return undefined;
  if (read.kind === 'unreadable') return say('number-unreadable', { example: write(1200) });
  if (read.kind === 'two-ways') {
    const [whole, broken] = [String(read.whole), writeBroken(read.broken, language)];
    return say('number-two-ways', { whole, broken });
  }
  if (read.value < minValue) return say('number-too-small', { number: write(minValue) });
  if (read.value > maxValue) return say('number-too-large', { number: write(maxValue) });
  if (read.decimals > decimals) return say('number-too-fine', { count: decimals });
  return undefined;
}
