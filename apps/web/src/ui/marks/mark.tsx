import type { ReactNode } from 'react';
import { cx } from '../props.ts';
import css from './marks.module.css';
import { type MarkName, shapes } from './shapes.tsx';

/** The families of colour that a state may have; `ink` and `quiet` are no state. */
export const tones = ['ok', 'part', 'gap', 'sup', 'unk', 'stale', 'conf', 'accent', 'quiet', 'ink'] as const;
export type Tone = (typeof tones)[number];

interface MarkProps {
  readonly name: MarkName;
  /** Side in pixels; 14 beside text. */
  readonly size?: 12 | 14 | 16 | 20 | undefined;
  readonly tone?: Tone | undefined;
  /** Only where no word stands beside it. */
  readonly label?: string | undefined;
}

/** A drawn sign. Silent unless it has a label. */
export function Mark({ name, size = 14, tone, label }: MarkProps) {
  const said = label === undefined ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': label };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or silent
    <svg viewBox="0 0 16 16" width={size} height={size} className={cx(css.mark, tone && css[tone])} {...said}>
      {shapes[name]}
    </svg>
  );
}

interface StateWordProps {
  readonly mark: MarkName;
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly strong?: boolean | undefined;
  /** Lets a long word break; else it stays on one line. */
  readonly wraps?: boolean | undefined;
}

/** A state: its mark and its word. Good news is quiet, so that only exceptions colour their word. */
export function StateWord({ mark, tone, children, strong = false, wraps = false }: StateWordProps) {
  const isQuiet = tone === 'ok' || tone === 'quiet';
  return (
    <span className={cx(css.state, !isQuiet && css[tone], strong && css.strong, wraps && css.wraps)}>
      <Mark name={mark} tone={tone} />
      <span>{children}</span>
    </span>
  );
}
