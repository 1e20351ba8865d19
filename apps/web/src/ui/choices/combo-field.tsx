import { useContext } from 'react';
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
}

/** One of many, found by typing a part of it. */
export function ComboField(props: ComboFieldProps) {
  const { options, value, onChange, onInput, input, isLoading = false, placeholder, name } = props;
  const { say } = useSay();
  const serverSearch = onInput && { onInputChange: onInput, defaultFilter: () => true };
  return (
    <FieldFrame {...aboutOf(props)} as="group">
      {({ labelled, described }) => (
        <ComboBox
          aria-labelledby={labelled}
          aria-describedby={described}
          value={value ?? null}
          onChange={(key) => onChange(key === null ? undefined : String(key))}
          defaultItems={options}
          allowsEmptyCollection={input !== ''}
          isInvalid={props.error !== undefined}
          isDisabled={props.isDisabled === true}
          isReadOnly={props.reason !== undefined}
          isRequired={props.isRequired === true}
          {...serverSearch}
          {...given({ inputValue: input, name })}
        >
          <span className={boxClass(props)}>
            <Typed placeholder={placeholder ?? say('type-to-search')} />
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

/** A click opens the whole list; to come here by Tab does not, for the list would cover what is on the way. */
function Typed({ placeholder }: { readonly placeholder: string }) {
  const state = useContext(ComboBoxStateContext);
  return (
    <Input
      className={fieldCss.input ?? ''}
      placeholder={placeholder}
      onClick={() => state?.isOpen || state?.open(null, 'manual')}
    />
  );
}
