import {
  Button as AriaButton,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import { Mark } from '../marks/mark.tsx';
import type { MarkName } from '../marks/shapes.tsx';
import { cx, given } from '../props.ts';
import buttonCss from './button.module.css';
import { type ButtonLook, buttonClass } from './button.tsx';
import css from './menu.module.css';

export interface MenuDeed {
  readonly id: string;
  readonly label: string;
  readonly onAction?: (() => void) | undefined;
  readonly href?: string | undefined;
  readonly mark?: MarkName | undefined;
  /** What stands small under the label. */
  readonly description?: string | undefined;
  /** Why it cannot be done now. */
  readonly reason?: string | undefined;
  readonly danger?: boolean | undefined;
  /** The one that is in force, of several to choose from. */
  readonly isChosen?: boolean | undefined;
}

interface MenuProps extends ButtonLook {
  readonly label: string;
  /** `'line'` parts what belongs apart. */
  readonly items: readonly (MenuDeed | 'line')[];
  readonly mark?: MarkName | undefined;
  /** Shows the mark alone; the label is then its name. */
  readonly iconOnly?: boolean | undefined;
}

/** A button that opens further deeds. */
export function Menu({ label, items, mark, kind, size, iconOnly = false }: MenuProps) {
  const look = buttonClass({ kind, size }, iconOnly ? (buttonCss.icon ?? '') : '');
  return (
    <MenuTrigger>
      <AriaButton className={look} {...(iconOnly ? { 'aria-label': label } : {})}>
        {iconOnly ? <Mark name={mark ?? 'more'} size={16} /> : mark && <Mark name={mark} size={16} />}
        {!iconOnly && <span className="two-lines">{label}</span>}
        {!iconOnly && <Mark name="down" size={16} />}
      </AriaButton>
      <Popover className={css.popover ?? ''} placement="bottom start" offset={4}>
        <AriaMenu
          aria-label={label}
          className={css.menu ?? ''}
          disabledKeys={items.flatMap((item) =>
            item !== 'line' && item.reason !== undefined ? [item.id] : [],
          )}
        >
          {items.map((item, index) =>
            item === 'line' ? (
              <Separator key={`line-${index}`} className={css.line ?? ''} />
            ) : (
              <Deed key={item.id} {...item} />
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Deed({ id, label, onAction, href, mark, description, reason, danger, isChosen }: MenuDeed) {
  const under = reason ?? description;
  return (
    <MenuItem
      id={id}
      textValue={label}
      {...given({ onAction, href })}
      className={cx(css.item, danger && css.danger)}
    >
      <span className={css.sign}>{isChosen ? <Mark name="check" /> : mark && <Mark name={mark} />}</span>
      <Text slot="label">{label}</Text>
      {under && (
        <Text slot="description" className={css.under ?? ''}>
          {under}
        </Text>
      )}
    </MenuItem>
  );
}
