import type { ReactNode } from 'react';
import { cx } from '../props.ts';
import css from './tables.module.css';

export interface Fact {
  readonly term: string;
  readonly children: ReactNode;
}

interface FactsProps {
  readonly facts: readonly Fact[];
  /** Two beside each other where there is room. */
  readonly of?: 1 | 2 | undefined;
}

/** What is known of a thing: term and value. */
export function Facts({ facts, of = 1 }: FactsProps) {
  return (
    <dl className={cx(css.facts, of === 2 && css.two)}>
      {facts.map(({ term, children }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{children}</dd>
        </div>
      ))}
    </dl>
  );
}
