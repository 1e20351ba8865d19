import type { ReactNode } from 'react';
import { cx } from '../props.ts';
import { Mark, type Tone } from './mark.tsx';
import css from './marks.module.css';
import type { MarkName } from './shapes.tsx';

interface TagProps {
  readonly children: ReactNode;
  readonly mark?: MarkName | undefined;
  readonly tone?: Exclude<Tone, 'quiet' | 'ink'> | undefined;
}

/** A short remark on something: a reason, a scope, a count. */
export function Tag({ children, mark, tone }: TagProps) {
  return (
    <span className={cx(css.tag, tone && css[`on-${tone}`])}>
      {mark && <Mark name={mark} size={12} />}
      {children}
    </span>
  );
}

/** An id or code: never breaks, stands back. */
export function Id({ children }: { readonly children: ReactNode }) {
  return <span className={css.id}>{children}</span>;
}

const code = /(\p{Lu}+-\d+)/u;

/** A sentence that names controls by their codes: no line ends at a hyphen of one, as a browser would have it. */
export function WithCodes({ children }: { readonly children: string }) {
  let at = 0;
  return children.split(code).map((part) => {
    at += part.length;
    if (!code.test(part)) return part;
    return (
      <span key={at} className={css.code}>
        {part}
      </span>
    );
  });
}

/** A key to press. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className={css.kbd}>{children}</kbd>;
}

export type LevelNumber = 1 | 2 | 3 | 4 | 5;

/** The sign and the name of the product. */
export function Brand() {
  return (
    <span className={css.brand}>
      <Mark name="logo" size={20} tone="accent" />
      Concord
    </span>
  );
}
