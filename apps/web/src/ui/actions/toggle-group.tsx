import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { type FieldAbout, FieldFrame } from '../fields/field-frame.tsx';
import { Mark } from '../marks/mark.tsx';
import type { MarkName } from '../marks/shapes.tsx';
import { cx } from '../props.ts';
import css from './toggle-group.module.css';

export interface ToggleOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly mark?: MarkName | undefined;
}

interface ToggleGroupProps<T extends string> extends FieldAbout {
  readonly options: readonly ToggleOption<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  readonly size?: 'm' | 'l' | undefined;
  /** Turns what is shown and records nothing: paper has no use for it. */
  readonly isOfView?: boolean | undefined;
}

/** One of few: yes, partly, no. The chosen one has weight and an underline, not its hue alone. */
export function ToggleGroup<T extends string>(props: ToggleGroupProps<T>) {
  const { options, value, onChange, size = 'm', isOfView = false, ...about } = props;
  const blocked = about.reason !== undefined || about.isDisabled === true;
  return (
    <FieldFrame {...about} size={size} as="group">
      {({ labelled, described }) => (
        <ToggleButtonGroup
          aria-labelledby={labelled}
          aria-describedby={described}
          selectionMode="single"
          disallowEmptySelection={value !== undefined}
          selectedKeys={value === undefined ? [] : [value]}
          onSelectionChange={(keys) => choose(keys, onChange)}
          isDisabled={blocked}
          className={cx(css.group, css[size])}
          data-print={isOfView ? 'no' : undefined}
        >
          {options.map((option) => (
            <ToggleButton key={option.value} id={option.value} className={css.one ?? ''}>
              {option.mark && <Mark name={option.mark} />}
              {option.label}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
    </FieldFrame>
  );
}

function choose<T extends string>(keys: ReadonlySet<unknown>, onChange: (value: T) => void) {
  const [chosen] = keys;
  if (chosen !== undefined) onChange(chosen as T);
}
