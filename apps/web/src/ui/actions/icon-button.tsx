import { Button as AriaButton } from 'react-aria-components';
import { Mark } from '../marks/mark.tsx';
import type { MarkName } from '../marks/shapes.tsx';
import { useSay } from '../say.ts';
import css from './button.module.css';
import { type ButtonProps, behaviourOf, buttonClass } from './button.tsx';
import { Tooltip } from './tooltip.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'mark' | 'reasonAs'> {
  readonly mark: MarkName;
  /** What it does; its only name. */
  readonly label: string;
}

/** A deed whose sign everybody knows: close, next, undo. Its word shows on focus and hover. */
export function IconButton({ mark, label, kind = 'quiet', size, reason, ...behaviour }: IconButtonProps) {
  const { say } = useSay();
  const told = reason === undefined ? label : say('labelled', { label, said: reason });
  return (
    <Tooltip text={told}>
      <AriaButton
        {...behaviourOf({ ...behaviour, reason })}
        aria-label={told}
        className={buttonClass({ kind, size }, css.icon ?? '')}
      >
        <Mark name={mark} size={16} />
      </AriaButton>
    </Tooltip>
  );
}
