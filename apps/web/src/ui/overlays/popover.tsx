import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  Popover as AriaPopover,
  DialogTrigger,
} from 'react-aria-components';
import { type ButtonLook, buttonClass } from '../actions/button.tsx';
import { Mark } from '../marks/mark.tsx';
import type { MarkName } from '../marks/shapes.tsx';
import css from './overlays.module.css';

interface PopoverProps extends ButtonLook {
  /** The words of the button. */
  readonly trigger: ReactNode;
  /** Names what opens. */
  readonly label: string;
  readonly mark?: MarkName | undefined;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** A small thing that opens at a button: a choice, an explanation, a few fields. */
export function Popover({ trigger, label, mark, kind, size, children }: PopoverProps) {
  return (
    <DialogTrigger>
      <AriaButton className={buttonClass({ kind, size })}>
        {mark && <Mark name={mark} size={16} />}
        {trigger}
      </AriaButton>
      <AriaPopover className={css.popover ?? ''} placement="bottom start" offset={4}>
        <AriaDialog aria-label={label} className={css.popoverBody ?? ''}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
