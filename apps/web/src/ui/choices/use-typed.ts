import { useState } from 'react';
import { isUnknown, namedBy, standsOver, type Typed } from './named.ts';
import type { Option } from './option.ts';

/** What is done with a text that names none of the options. */
export interface Strangers {
  /** What is said of it once the field is left: the text stays, and no form goes out with it. */
  readonly told: string;
  /** Offers to make it one of them: the words of the offer, and what is done when it is taken. */
  readonly offer?:
    | { readonly label: (text: string) => string; readonly onTake: (text: string) => void }
    | undefined;
}

interface TypedProps {
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
  readonly strangers: Strangers | undefined;
}

const offered = 'offered';

/** Keeps what is typed until it names one of the options: nothing typed is thrown away when the field is left. */
export function useTyped({ options, value, onChange, strangers }: TypedProps) {
  const [typed, setTyped] = useState<Typed>();
  const [hasLeft, setLeft] = useState(false);
  // For good: what was typed does not come back when the choice is taken away.
  if (typed !== undefined && standsOver(typed, value) === undefined) setTyped(undefined);
  if (strangers === undefined) return undefined;
  const chosen = options.find(({ id }) => id === value)?.label ?? '';
  const stands = typed !== undefined && standsOver(typed, value) !== undefined;
  const input = stands ? typed.text : chosen;
  const isStrange = stands && isUnknown(input, chosen);
  const isEmptied = stands && input.trim() === '' && chosen !== '';
  const choose = (id: string | undefined) => {
    setTyped(undefined);
    if (id !== value) onChange(id);
  };
  const { offer } = strangers;
  const offers = offer && isStrange && namedBy(options, input) === undefined;
  return {
    isStrange,
    clear: isEmptied ? () => choose(undefined) : undefined,
    error: isStrange && hasLeft ? strangers.told : undefined,
    options: offers
      ? [...options, { id: offered, label: offer.label(input.trim()), mark: 'plus' as const }]
      : options,
    of: {
      inputValue: input,
      onInputChange: (text: string) => {
        setTyped({ text, over: value });
        setLeft(false);
      },
      // Asked with the old choice when the field is left: what is typed stays then.
      onChange: (key: string | undefined) => {
        if (key === offered) offer?.onTake(input.trim());
        else if (key !== value && key !== undefined) choose(key);
      },
      onBlur: () => {
        if (isEmptied) return choose(undefined);
        if (!isStrange) return setTyped(undefined);
        const named = namedBy(options, input);
        if (named === undefined) setLeft(true);
        else choose(named);
      },
    },
  };
}
