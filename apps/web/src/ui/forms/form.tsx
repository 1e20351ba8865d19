import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../actions/button.tsx';
import { leadsToUnread } from '../fields/unread.ts';
import { cx } from '../props.ts';
import { type Say, useSay } from '../say.ts';
import css from './forms.module.css';

export interface FormError {
  /** `name` of the field; without one it is said of the whole. */
  readonly field?: string | undefined;
  readonly message: string;
  /** What is the matter in a few words, where it is about no field; it heads the summary. */
  readonly title?: string | undefined;
  /** What mends it, where that is done elsewhere than in the form. */
  readonly mend?: { readonly label: string; readonly onPress: () => void } | undefined;
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
    // A form in a dialog that another form opened is sent alone.
    event.stopPropagation();
    // An entry that could not be read is told at its field: going on would leave it behind unseen.
    if (!leadsToUnread(form.current) && !leadsToBlocked(form.current)) onSubmit();
  };
  return (
    <form
      ref={form}
      id={id}
      className={css.form}
      onSubmit={submit}
      noValidate
      aria-label={label}
      onKeyDown={sendOnEnter}
    >
      {errors.length > 0 && (
        <ErrorSummary errors={errors} lead={(field) => focusField(form.current, field)} />
      )}
      {children}
    </form>
  );
}

const dialogs = '[role=dialog], [role=alertdialog]';

/**
 * Enter in a line of its own sends the form also where its deed stands outside it, at the foot of a dialog; and where
 * the deed is blocked, it leads to what is missing. What the browser sends by itself is left to it.
 */
function sendOnEnter(event: KeyboardEvent<HTMLFormElement>) {
  const { key, target, currentTarget: form, nativeEvent } = event;
  if (key !== 'Enter' || event.defaultPrevented || nativeEvent.isComposing) return;
  if (!(target instanceof HTMLInputElement) || target.form !== form || !isLine(target)) return;
  if (form.querySelector('[type=submit]:not(:disabled)')) return;
  event.preventDefault();
  if (!deedOf(form)?.matches('[data-pending]')) form.requestSubmit();
}

function isLine({ type, ariaExpanded }: HTMLInputElement): boolean {
  return !['checkbox', 'radio', 'file', 'search'].includes(type) && ariaExpanded !== 'true';
}

/** The deed of a form: in it, or at the foot of its dialog, where it may also be one that ends something. */
function deedOf(form: HTMLFormElement): HTMLElement | null {
  const dialog = form.closest(dialogs);
  return (
    form.querySelector<HTMLElement>('[data-deed=primary]') ??
    dialog?.querySelector<HTMLElement>('[data-deed=primary], footer [data-deed=danger]') ??
    null
  );
}

/** Leads to the deed that says why it is blocked; false where none is. */
function leadsToBlocked(form: HTMLFormElement | null): boolean {
  const deed = form && deedOf(form);
  if (deed?.ariaDisabled !== 'true' || deed.matches('[data-pending]')) return false;
  deed.focus();
  return true;
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
  const mends = errors.flatMap(({ mend }) => mend ?? []);
  useEffect(() => summary.current?.focus(), [errors]);
  return (
    <section ref={summary} tabIndex={-1} className={css.summary} aria-labelledby={title}>
      <b id={title}>{headOf(errors, say)}</b>
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
      {mends.map(({ label, onPress }) => (
        <span key={label}>
          <Button size="s" onPress={onPress}>
            {label}
          </Button>
        </span>
      ))}
    </section>
  );
}

/** What is wrong is counted where it is about entries; else it is named. */
function headOf(errors: readonly FormError[], say: Say): string {
  const titled = errors.find(({ title }) => title !== undefined)?.title;
  const isOfFields = errors.some(({ field }) => field !== undefined);
  if (titled !== undefined && !isOfFields) return titled;
  return isOfFields ? say('errors', { count: errors.length }) : say('errors-whole');
}

/** Fields side by side; under each other where it is narrow. */
export function FieldRow({ children, of = 2 }: { readonly children: ReactNode; readonly of?: 2 | 3 }) {
  return <div className={cx(css.row, of === 3 && css.three)}>{children}</div>;
}

/** The deeds at the end of a form. */
export function FormActions({ children }: { readonly children: ReactNode }) {
  return <div className={css.actions}>{children}</div>;
}
