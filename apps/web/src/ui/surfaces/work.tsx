import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { Toolbar as AriaToolbar, ProgressBar } from 'react-aria-components';
import { Button } from '../actions/button.tsx';
import { Mark } from '../marks/mark.tsx';
import { cx, given } from '../props.ts';
import { useSay } from '../say.ts';
import css from './work.module.css';

interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
  /** The deeds stand under each other: up and down lead between them. */
  readonly isUpright?: boolean | undefined;
}

/** Deeds that belong together, three or more: one stop of Tab, and arrows move between them. */
export function Toolbar({ label, children, isUpright = false }: ToolbarProps) {
  return (
    <AriaToolbar
      aria-label={label}
      orientation={isUpright ? 'vertical' : 'horizontal'}
      className={cx(css.toolbar, isUpright && css.upright)}
    >
      {children}
    </AriaToolbar>
  );
}

interface ProgressProps {
  readonly label: string;
  /** Done so far; undefined while nobody can tell. */
  readonly value: number | undefined;
  readonly max?: number | undefined;
  /** In words: "6,420 checked, 3 need a look". */
  readonly valueText?: string | undefined;
  /** What may be done meanwhile. */
  readonly children?: ReactNode;
  readonly onCancel?: (() => void) | undefined;
}

/** Long work, in words and as a bar. */
export function Progress({ label, value, max = 100, valueText, children, onCancel }: ProgressProps) {
  const { say } = useSay();
  return (
    <div className={css.progress}>
      <div className={css.progressHead}>
        <span>
          <b>{label}</b> <span className={css.quiet}>{valueText}</span>
        </span>
        {onCancel && (
          <Button size="s" onPress={onCancel}>
            {say('cancel')}
          </Button>
        )}
      </div>
      <ProgressBar
        aria-label={label}
        maxValue={max}
        isIndeterminate={value === undefined}
        value={value ?? 0}
        {...given({ valueLabel: valueText })}
        className={css.track ?? ''}
      >
        {({ percentage }) => (
          <div
            className={cx(css.filled, value === undefined && css.going)}
            style={value === undefined ? undefined : { width: `${percentage ?? 0}%` }}
          />
        )}
      </ProgressBar>
      {children !== undefined && <small className={css.quiet}>{children}</small>}
    </div>
  );
}

interface SkeletonProps {
  /** How many lines are to come. */
  readonly lines?: number | undefined;
  /** As rows of a table, 32 pixels each. */
  readonly asRows?: boolean | undefined;
}

/** The place of what is still on its way. */
export function Skeleton({ lines = 3, asRows = false }: SkeletonProps) {
  const { say } = useSay();
  return (
    <div role="status" className={cx(css.skeleton, asRows && css.asRows)}>
      <span className="visually-hidden">{say('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={css.bone} />
      ))}
    </div>
  );
}

export interface Step {
  readonly id: string;
  readonly label: string;
  readonly meta?: ReactNode;
  readonly state: 'done' | 'current' | 'todo';
  readonly onSelect?: (() => void) | undefined;
}

interface StepperProps {
  readonly label: string;
  readonly steps: readonly Step[];
  /** What it heads is exchanged with the step: the next one is then shown from here and read out; Tab leads into it. */
  readonly isFollowed?: boolean | undefined;
}

/** Steps in their order; those done can be gone back to. */
export function Stepper({ label, steps, isFollowed = false }: StepperProps) {
  const reached = steps.findLast(({ state }) => state !== 'todo')?.id;
  const list = useFollowed(isFollowed ? reached : undefined);
  return (
    <ol ref={list} aria-label={label} className={css.steps}>
      {steps.map((step, index) => (
        <li
          key={step.id}
          className={cx(css.step, css[step.state])}
          {...(step.id === reached ? { tabIndex: -1, 'data-reached': '' } : {})}
          {...(step.state === 'current' ? { 'aria-current': 'step' } : {})}
        >
          <StepInside {...step} number={index + 1} />
        </li>
      ))}
    </ol>
  );
}

/** Leads to the step that is reached, but for the one it begins with. */
function useFollowed(reached: string | undefined) {
  const list = useRef<HTMLOListElement>(null);
  const shown = useRef(reached);
  useEffect(() => {
    if (shown.current === reached) return;
    shown.current = reached;
    list.current?.scrollIntoView({ block: 'nearest' });
    list.current?.querySelector<HTMLElement>('[data-reached]')?.focus({ preventScroll: true });
  }, [reached]);
  return list;
}

function StepInside({ label, meta, state, onSelect, number }: Step & { readonly number: number }) {
  const { say } = useSay();
  const Words = onSelect && state !== 'current' ? 'button' : 'span';
  return (
    <Fragment>
      <span className={css.number}>
        {state === 'done' ? <Mark name="met" size={16} tone="ok" label={say('done')} /> : number}
      </span>
      <span className={css.stepWords}>
        <Words
          className={css.stepLabel}
          {...(Words === 'button' ? { type: 'button', onClick: onSelect } : {})}
        >
          {label}
        </Words>
        {meta !== undefined && <small className={css.quiet}>{meta}</small>}
      </span>
    </Fragment>
  );
}
