import type { ReactNode } from 'react';
import { Mark, type MarkName, type Tone } from '../../../ui/index.ts';
import css from '../home.module.css';

interface NeedLineProps {
  readonly mark: MarkName;
  readonly tone: Tone;
  readonly title: string;
  readonly detail: string;
  readonly when?: string | undefined;
  readonly day?: string | undefined;
  readonly isLate?: boolean | undefined;
  readonly deed: ReactNode;
}

/** What is to be done, by when, and the deed. */
export function NeedLine({ mark, tone, title, detail, when, day, isLate = false, deed }: NeedLineProps) {
  return (
    <li>
      <Mark name={mark} tone={tone} size={16} />
      <p className={css.what}>
        <b>{title}</b>
        <small>{detail}</small>
      </p>
      <p className={css.when}>
        {when !== undefined && <span className={isLate ? css.late : undefined}>{when}</span>}
        {day !== undefined && <small>{day}</small>}
      </p>
      <span className={css.deed}>{deed}</span>
    </li>
  );
}
