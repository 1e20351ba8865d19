import type { ReactNode } from 'react';
import { Mark, type Tone } from '../marks/mark.tsx';
import type { MarkName } from '../marks/shapes.tsx';
import { cx } from '../props.ts';
import css from './notes.module.css';

export type NoteTone = Exclude<Tone, 'quiet' | 'ink' | 'accent'> | 'info';

interface NoteProps {
  readonly tone: NoteTone;
  readonly title?: ReactNode;
  readonly mark?: MarkName | undefined;
  readonly children?: ReactNode;
  /** What mends it, beside the words or under them. */
  readonly actions?: ReactNode;
  /** It may come or change while the page is open: it is then read out. */
  readonly live?: boolean | undefined;
}

/** Something that speaks under what it is about. */
export function Note({ tone, title, mark, children, actions, live = false }: NoteProps) {
  return (
    <div className={cx(css.note, css[tone])} {...(live ? { role: 'status' } : {})}>
      <div className={css.words}>
        {title !== undefined && (
          <b className={css.title}>
            {mark && <Mark name={mark} />}
            {title}
          </b>
        )}
        {children !== undefined && <div className={css.text}>{children}</div>}
      </div>
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </div>
  );
}

interface BannerProps {
  readonly tone: 'stale' | 'accent' | 'clock' | 'part';
  readonly children: ReactNode;
  readonly mark?: MarkName | undefined;
  readonly actions?: ReactNode;
  readonly label: string;
  readonly live?: boolean | undefined;
}

/** A band over the page: the past, a what-if, a running clock, a lost server. */
export function Banner({ tone, children, mark, actions, label, live = false }: BannerProps) {
  return (
    <section className={cx(css.banner, css[`band-${tone}`])} aria-label={label}>
      {mark && <Mark name={mark} size={16} />}
      <div className={css.said} {...(live ? { role: 'status' } : {})}>
        {children}
      </div>
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </section>
  );
}

interface EmptyStateProps {
  /** "No suppliers yet." */
  readonly title: string;
  /** What would follow from them. */
  readonly children?: ReactNode;
  /** The first step. */
  readonly actions?: ReactNode;
  readonly level?: 2 | 3 | undefined;
}

/** Nothing here yet, or nothing fits: says which, and what to do first. */
export function EmptyState({ title, children, actions, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={css.empty}>
      <Heading className={css.emptyTitle}>{title}</Heading>
      {children !== undefined && <div className={css.emptyText}>{children}</div>}
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </div>
  );
}
