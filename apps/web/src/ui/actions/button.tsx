import { type ReactNode, useId, useRef } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { leadsToUnread } from '../fields/unread.ts';
import { Mark } from '../marks/mark.tsx';
import type { MarkName } from '../marks/shapes.tsx';
import { cx, given } from '../props.ts';
import css from './button.module.css';
import { Tooltip } from './tooltip.tsx';

/** One primary deed per view; `inverse` stands on a band of the clock's or the accent's colour. */
export type ButtonKind = 'plain' | 'primary' | 'quiet' | 'danger' | 'inverse';
/** 28, 32 and 40 pixels high; on a phone never under 44 for `m` and `l`. */
export type ButtonSize = 's' | 'm' | 'l';

export interface ButtonLook {
  readonly kind?: ButtonKind | undefined;
  readonly size?: ButtonSize | undefined;
}

export function buttonClass({ kind = 'plain', size = 'm' }: ButtonLook, ...more: string[]): string {
  return cx(css.button, css[kind], css[size], ...more);
}

interface Behaviour {
  readonly onPress?: (() => void) | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly pending?: boolean | undefined;
  /** Why the deed is blocked. The button stays focusable and says so. */
  readonly reason?: string | undefined;
  /** Beside the button, or for rows of blocked buttons only on focus and hover. */
  readonly reasonAs?: 'text' | 'tooltip' | undefined;
}

type Passed = Pick<
  AriaButtonProps,
  | 'id'
  | 'form'
  | 'autoFocus'
  | 'slot'
  | 'aria-label'
  | 'aria-expanded'
  | 'aria-controls'
  | 'aria-haspopup'
  | 'aria-describedby'
>;

export interface ButtonProps extends ButtonLook, Behaviour, Passed {
  readonly mark?: MarkName | undefined;
  readonly children: ReactNode;
  /** What it says is no deed but what the page is about, so that paper has it. */
  readonly isContent?: boolean | undefined;
}

/** A deed, named by its verb and its object. */
export function Button(props: ButtonProps) {
  const { kind, size, mark, children, isContent, reason, reasonAs = 'text', ...behaviour } = props;
  const told = useId();
  const self = useRef<HTMLButtonElement>(null);
  const { onPress } = behaviour;
  // The deed of a dialog stands at its foot, outside the form: like the form it leaves no entry behind unseen.
  const press =
    onPress &&
    (() => {
      if (!leadsToUnread(sentBy(self.current, kind))) onPress();
    });
  const heeds = press ? { ...behaviour, onPress: press } : behaviour;
  const button = (
    <AriaButton
      ref={self}
      {...behaviourOf({ ...heeds, reason }, told)}
      data-deed={kind === 'primary' || kind === 'danger' ? kind : undefined}
      className={buttonClass({ kind, size }, isContent ? (css.content ?? '') : '')}
    >
      {mark && <Mark name={mark} size={16} />}
      {children}
    </AriaButton>
  );
  if (reason === undefined) return button;
  if (reasonAs === 'tooltip') return <Tooltip text={reason}>{button}</Tooltip>;
  return (
    <span className={css.blocked}>
      {button}
      <small id={told} className={css.reason}>
        {reason}
      </small>
    </span>
  );
}

const dialogs = '[role=dialog], [role=alertdialog]';

/** Where the entries stand that go out with a deed; one that ends something within a form takes none of them along. */
function sentBy(button: Element | null, kind: ButtonKind | undefined) {
  if (kind === 'primary') return button?.closest(`form, ${dialogs}`);
  return kind === 'danger' ? button?.closest('footer')?.closest(dialogs) : undefined;
}

/** A blocked button keeps its focus and does nothing: nor does it send a form. */
export function behaviourOf(
  props: Behaviour & Passed & { reasonAs?: 'text' | 'tooltip' },
  told?: string,
): AriaButtonProps {
  const { onPress, type = 'button', pending, reason, reasonAs: _place, ...passed } = props;
  if (reason === undefined) return { ...passed, ...given({ onPress, isPending: pending }), type };
  const blocked: AriaButtonProps & { 'aria-disabled': boolean } = {
    ...passed,
    type: 'button',
    'aria-disabled': true,
    ...given({ 'aria-describedby': told }),
  };
  return blocked;
}
