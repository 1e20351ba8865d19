import { type ContextType, useContext } from 'react';
import {
  Button,
  ComboBox,
  ComboBoxStateContext,
  Input,
  ListLayout,
  Popover,
  Virtualizer,
} from 'react-aria-components';
import { type FieldAbout, FieldFrame } from '../fields/field-frame.tsx';
import fieldCss from '../fields/fields.module.css';
import { aboutOf, boxClass } from '../fields/text-field.tsx';
import { Mark } from '../marks/mark.tsx';
import { given } from '../props.ts';
import { useSay } from '../say.ts';
import css from './choices.module.css';
import type { Option } from './option.ts';
import { OptionList } from './option-list.tsx';
import { type Strangers, useTyped } from './use-typed.ts';

interface ComboFieldProps extends FieldAbout {
  readonly options: readonly Option[];
  /** Id of the chosen one. */
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
  /** What is typed, when the server searches: options are then not filtered here. */
  readonly onInput?: ((text: string) => void) | undefined;
  readonly input?: string | undefined;
  readonly isLoading?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly name?: string | undefined;
  /** What is typed and names no option stays and is told, in place of what was chosen before. Not with `onInput`. */
  readonly strangers?: Strangers | undefined;
}

/** One of many, found by typing a part of it. */
export function ComboField(entry: ComboFieldProps) {
  const { value, onChange, onInput, input, isLoading = false, placeholder, name, strangers } = entry;
  const typed = useTyped({ options: entry.options, value, onChange, strangers });
  const props = { ...entry, error: entry.error ?? typed?.error };
  const options = typed?.options ?? entry.options;
  const choose = typed?.of.onChange ?? onChange;
  const { say } = useSay();
  const serverSearch = onInput && { onInputChange: onInput, defaultFilter: () => true };
  return (
    <FieldFrame {...aboutOf(props)} as="group">
      {({ labelled, described }) => (
        <ComboBox
          aria-labelledby={labelled}
          aria-describedby={described}
          value={value ?? null}
          onChange={(key) => choose(key === null ? undefined : String(key))}
          defaultItems={options}
          allowsEmptyCollection={input !== ''}
          isInvalid={props.error !== undefined}
          isDisabled={props.isDisabled === true}
          isReadOnly={props.reason !== undefined}
          isRequired={props.isRequired === true}
          {...serverSearch}
          {...given({ inputValue: input, name })}
          {...(typed && given({ ...typed.of, onChange: undefined }))}
        >
          <span className={boxClass(props)}>
            <Typed
              placeholder={placeholder ?? say('type-to-search')}
              isUnread={typed?.isStrange === true}
              clear={typed?.clear}
            />
            <Button className={fieldCss.in ?? ''}>
              <Mark name="down" />
            </Button>
          </span>
          <Popover className={css.popover ?? ''} offset={4}>
            <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 32, padding: 4 }}>
              <OptionList options={options} empty={isLoading ? say('loading') : say('no-match')} />
            </Virtualizer>
          </Popover>
        </ComboBox>
      )}
    </FieldFrame>
  );
}

/**
 * A click opens the whole list; to come here by Tab does not, for the list would cover what is on the way. Enter takes
 * the one that is pointed at, else the first that fits what was typed.
 */
function Typed({
  placeholder,
  isUnread,
  clear,
}: {
  readonly placeholder: string;
  readonly isUnread: boolean;
  /** Takes away what was chosen, where the text was emptied. */
  readonly clear: (() => void) | undefined;
}) {
  const state = useContext(ComboBoxStateContext);
  return (
    <Input
      className={fieldCss.input ?? ''}
      placeholder={placeholder}
      data-unread={isUnread || undefined}
      onClick={() => state?.isOpen || state?.open(null, 'manual')}
      onKeyDownCapture={(event) => {
        if (event.key === 'Enter') clear?.();
        const first = state?.isOpen ? state.collection.getFirstKey() : null;
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || first === null || !state) return;
        if (state.selectionManager.focusedKey !== null || !isTyped(state)) return;
        event.preventDefault();
        event.stopPropagation();
        state.setValue(first);
        state.close();
      }}
    />
  );
}

/** Whether something stands there that is not what was chosen before. */
function isTyped({
  inputValue,
  selectedItems,
}: NonNullable<ContextType<typeof ComboBoxStateContext>>): boolean {
  return inputValue.trim() !== '' && inputValue !== (selectedItems[0]?.textValue ?? '');
}
