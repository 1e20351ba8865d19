import { useId } from 'react';
import { Mark } from '../marks/mark.tsx';
import { useSay } from '../say.ts';
import { FieldFrame } from './field-frame.tsx';
import css from './fields.module.css';
import { boxClass } from './text-field.tsx';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit?: ((value: string) => void) | undefined;
  /** Stands in the empty field; the label when it is not given. */
  readonly placeholder?: string | undefined;
  readonly showLabel?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** Narrows a list by a word. Escape clears it. */
export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, onSubmit, placeholder = label, showLabel = false, autoFocus } = props;
  const { say } = useSay();
  const id = useId();
  const press = (key: string) => {
    if (key === 'Enter') onSubmit?.(value);
    if (key === 'Escape') onChange('');
  };
  return (
    <FieldFrame label={label} hideLabel={!showLabel} as="field" htmlFor={id}>
      {() => (
        <search className={boxClass({ label })}>
          <Mark name="search" />
          <input
            id={id}
            type="search"
            value={value}
            placeholder={placeholder}
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: only where a search was asked for
            autoFocus={autoFocus}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => press(event.key)}
            className={css.input}
          />
          {value !== '' && (
            <button type="button" className={css.in} aria-label={say('clear')} onClick={() => onChange('')}>
              <Mark name="close" size={12} />
            </button>
          )}
        </search>
      )}
    </FieldFrame>
  );
}
