import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import css from './tooltip.module.css';

interface TooltipProps {
  readonly text: string;
  /** One button of React Aria. */
  readonly children: ReactElement;
}

/** The word of a sign, or why a deed is blocked. Nothing that is needed stands only here. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip className={css.tooltip ?? ''} offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
