import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { cx } from '../props.ts';
import { useSay } from '../say.ts';
import css from './forms.module.css';

export interface FormError {
  /** `name` of the field; without one it is said of the whole. */
  readonly field?: string | undefined;
  readonly message: string;
}

interface FormProps {
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  /** What was wrong at the last attempt: the summary takes the focus when they come. */
  readonly errors?: readonly FormError[] | undefined;
  readonly label?: string | undefined;
  readonly id?: string | undefined;
}

/** Fields that are sent together. */
export function Form({ onSubmit, children, errors = [], label, id }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // An entry that could not be read is told at its field: going on would leave it behind unseen.
    const unread = form.current?.querySelector<HTMLElement>('[data-unread]');
    if (unread) unread.focus();
    else onSubmit();
  };
  return (
    <form ref={form} id={id} className={css.form} onSubmit={submit} noValidate aria-label={label}>
      {errors.length > 0 && (
        <ErrorSummary errors={errors} lead={(field) => focusField(form.current, field)} />
      )}
      {children}
    </form>
  );
}

function focusField(form: HTMLFormElement | null, field: string) {
  const named = form?.elements.namedItem(field);
  const one = named instanceof RadioNodeList ? named[0] : named;
  if (!(one instanceof HTMLElement)) return;
  // The field of a select is hidden; what can take the focus stands beside it.
  const reachable = one.closest('[aria-hidden="true"]')?.parentElement?.querySelector('button') ?? one;
  reachable.focus();
}

interface ErrorSummaryProps {
  readonly errors: readonly FormError[];
  readonly lead: (field: string) => void;
}

function ErrorSummary({ errors, lead }: ErrorSummaryProps) {
  const { say } = useSay();
  const title = useId();
  const summary = useRef<HTMLElement>(null);
  useEffect(() => summary.current?.focus(), [errors]);
  return (
    <section ref={summary} tabIndex={-1} className={css.summary} aria-labelledby={title}>
      <b id={title}>{say('errors', { count: errors.length })}</b>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field === undefined ? (
              message
            ) : (
              <button type="button" className={css.lead} onClick={() => lead(field)}>
                {message}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Fields side by side; under each other where it is narrow. */
export function FieldRow({ children, of = 2 }: { readonly children: ReactNode; readonly of?: 2 | 3 }) {
  return <div className={cx(css.row, of === 3 && css.three)}>{children}</div>;
}

/** The deeds at the end of a form. */
export function FormActions({ children }: { readonly children: ReactNode }) {
  return <div className={css.actions}>{children}</div>;
}
