import { useId, useLayoutEffect, useRef } from 'react';
import { FieldFrame } from './field-frame.tsx';
import css from './fields.module.css';
import { aboutOf, boxClass, isUnsaved, nativeEntry, type TextEntry } from './text-field.tsx';
import { useLeave } from './use-leave.ts';
import { useLength } from './use-length.ts';

interface TextAreaProps extends TextEntry {
  /** Lines at least; it grows with its text. */
  readonly rows?: number | undefined;
  /** Lines at most, then it scrolls. */
  readonly maxRows?: number | undefined;
}

const lineHeight = 20;

/** Characters that no text of a record has more of. */
const longestText = 10_000;

/** Several lines of text; as high as the text is long. */
export function TextArea(entry: TextAreaProps) {
  const id = useId();
  const props = useLength({ ...entry, maxLength: entry.maxLength ?? longestText });
  const area = useRef<HTMLTextAreaElement>(null);
  const leave = useLeave(props.value, props.onLeave, isUnsaved(props));
  const { rows = 2, maxRows = 16, value } = props;
  useLayoutEffect(() => {
    const one = area.current;
    if (!one) return;
    const fit = () => {
      one.style.height = 'auto';
      one.style.height = `${Math.min(one.scrollHeight, maxRows * lineHeight)}px`;
    };
    fit();
    // Its lines break otherwise once it is wider or narrower, or has its letters.
    const watch = new ResizeObserver(fit);
    watch.observe(one);
    document.fonts.addEventListener('loadingdone', fit);
    return () => {
      watch.disconnect();
      document.fonts.removeEventListener('loadingdone', fit);
    };
  }, [value, maxRows]);
  return (
    <FieldFrame {...aboutOf(props)} as="field" htmlFor={id}>
      {({ described, isMissing }) => (
        <span className={boxClass(props, css.area, isMissing && css.wrong)}>
          <textarea
            {...nativeEntry(props, id, described)}
            {...(isMissing ? { 'aria-invalid': true } : {})}
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
