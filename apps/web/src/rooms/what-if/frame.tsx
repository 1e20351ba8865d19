import type { ReactNode } from 'react';
import { useWords } from '../../app/index.ts';
import { Banner } from '../../ui/index.ts';
import css from './frame.module.css';

interface FrameProps {
  readonly children: ReactNode;
  /** What can be done with all that is supposed. */
  readonly actions?: ReactNode;
  readonly isWorking: boolean;
}

/** A what-if is never taken for what is so: a hatched frame around the page, and a band that says it. */
export function WhatIfFrame({ children, actions, isWorking }: FrameProps) {
  const say = useWords('what-if');
  return (
    <>
      <div className={css.frame} aria-hidden="true" />
      <div className={css.band}>
        <Banner tone="accent" mark="what-if" label={say('band')} actions={actions} live>
          <span className={css.told}>
            <b>{say('band')}</b>
            <span>{say(isWorking ? 'working' : 'nothing-recorded')}</span>
          </span>
        </Banner>
      </div>
      {children}
    </>
  );
}
