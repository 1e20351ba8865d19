import { Button as AriaButton, Tag, TagGroup, TagList } from 'react-aria-components';
import { Button } from '../actions/button.tsx';
import { Mark } from '../marks/mark.tsx';
import { useSay } from '../say.ts';
import css from './forms.module.css';

export interface Chip {
  readonly id: string;
  /** What is filtered by, and to what. */
  readonly label: string;
  readonly value: string;
}

interface FilterChipsProps {
  readonly label: string;
  readonly chips: readonly Chip[];
  readonly onRemove: (id: string) => void;
  readonly onClear?: (() => void) | undefined;
}

/** The filters in force. Delete or Backspace removes the one in focus. */
export function FilterChips({ label, chips, onRemove, onClear }: FilterChipsProps) {
  const { say } = useSay();
  if (chips.length === 0) return null;
  return (
    <div className={css.chips}>
      <TagGroup
        aria-label={label}
        onRemove={(keys) => [...keys].forEach((key) => void onRemove(String(key)))}
      >
        <TagList items={chips} className={css.chipList ?? ''}>
          {(chip) => (
            <Tag id={chip.id} textValue={`${chip.label} ${chip.value}`} className={css.chip ?? ''}>
              <span>
                {chip.label} <b>{chip.value}</b>
              </span>
              <AriaButton slot="remove" className={css.remove ?? ''}>
                <Mark name="close" size={12} />
              </AriaButton>
            </Tag>
          )}
        </TagList>
      </TagGroup>
      {onClear && chips.length > 1 && (
        <Button kind="quiet" size="s" onPress={onClear}>
          {say('clear-filters')}
        </Button>
      )}
    </div>
  );
}
