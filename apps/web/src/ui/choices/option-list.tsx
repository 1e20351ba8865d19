import type { ReactNode } from 'react';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import { Mark } from '../marks/mark.tsx';
import css from './choices.module.css';
import type { Option } from './option.ts';

interface OptionListProps {
  readonly options: readonly Option[];
  readonly empty: ReactNode;
}

/** The list that a select or a combo field opens. */
export function OptionList({ options, empty }: OptionListProps) {
  return (
    <ListBox
      items={options}
      className={css.list ?? ''}
      renderEmptyState={() => <p className={css.none}>{empty}</p>}
    >
      {(option) => (
        <ListBoxItem id={option.id} textValue={option.label} className={css.option ?? ''}>
          {({ isSelected }) => (
            <>
              <span className={css.sign}>
                {isSelected ? <Mark name="check" /> : option.mark && <Mark name={option.mark} />}
              </span>
              <Text slot="label">{option.label}</Text>
              {option.description && (
                <Text slot="description" className={css.under ?? ''}>
                  {option.description}
                </Text>
              )}
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
