import { useId, useLayoutEffect, useRef } from 'react';
import { FieldFrame } from './field-frame.tsx';
import css from './fields.module.css';
import { aboutOf, boxClass, nativeEntry, type TextEntry } from './text-field.tsx';
import { useLeave } from './use-leave.ts';

interface TextAreaProps extends TextEntry {
  /** Lines at least; it grows with its text. */
  readonly rows?: number | undefined;
  /** Lines at most, then it scrolls. */
  readonly maxRows?: number | undefined;
}

const lineHeight = 20;

/** Several lines of text; as high as the text is long. */
export function TextArea(props: TextAreaProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const leave = useLeave(props.value, props.onLeave, props.error !== undefined);
  const { rows = 2, maxRows = 16, value } = props;
  useLayoutEffect(() => {
    const one = area.current;
    if (!one) return;
    one.style.height = 'auto';
    one.style.height = `${Math.min(one.scrollHeight, maxRows * lineHeight)}px`;
  }, [value, maxRows]);
  return (
    <FieldFrame {...aboutOf(props)} as="field" htmlFor={id}>
      {({ described }) => (
        <span className={boxClass(props, css.area)}>
          <textarea
            {...nativeEntry(props, id, described)}
            {...leave}
            ref={area}
            rows={rows}
            className={css.input}
          />
        </span>
      )}
    </FieldFrame>
  );
}
