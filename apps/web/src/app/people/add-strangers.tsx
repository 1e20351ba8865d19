import type { Problem } from '@concord/operations/client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button, CheckboxField, CheckboxList, FormActions, Note, Stack, TextField } from '../../ui/index.ts';
import { useAttempt } from '../deeds/use-attempt.ts';
import { useDeed } from '../deeds/use-deed.ts';
import { useReadOnly } from '../place/read-only.ts';
import { type Say, useWords } from '../words/use-words.ts';

export type Stranger = NonNullable<Problem['strangers']>[number];

interface AddStrangersProps {
  /** Whom a file names and who is nobody here; none while it is read: what was chosen stands until it has been. */
  readonly strangers: readonly Stranger[];
  /** They are there: the file is to be read anew. */
  readonly onAdded: () => void;
}

interface ChooseStrangersProps extends AddStrangersProps {
  /** Organisation, where none is open yet. */
  readonly organisation?: string | undefined;
}

interface Chosen {
  /** As the file has them. */
  readonly chosen: readonly string[];
  /** By the address that the file has. */
  readonly names: Readonly<Record<string, string>>;
}

/** Offers to add whom a file names, each chosen by itself; nothing to who may not add people. */
export function AddStrangers(props: AddStrangersProps) {
  return useReadOnly('people.write') === undefined ? <ChooseStrangers {...props} /> : null;
}

/** The same of an organisation that the reader is making: they may. */
export function ChooseStrangers({ strangers, onAdded, organisation }: ChooseStrangersProps) {
  const say = useWords('app');
  const [choice, setChoice] = useState<Chosen>({ chosen: [], names: {} });
  const [added, setAdded] = useState<{ readonly count: number }>();
  const told = useFocusOn(added);
  const { add, isPending, errors } = useAdd({
    organisation,
    onAdded: (count) => {
      setAdded({ count });
      onAdded();
    },
  });
  return (
    <>
      {added && (
        <div ref={told} tabIndex={-1}>
          <Note tone="ok" mark="met" title={say('strangers.added', added)} />
        </div>
      )}
      {strangers.length > 0 && <Choice {...{ strangers, choice, setChoice, add, isPending, errors }} />}
    </>
  );
}

/** The deed that had the focus goes with those who were added: who works by keys is led to what came of it. */
function useFocusOn(news: object | undefined): RefObject<HTMLDivElement | null> {
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (news) told.current?.focus();
  }, [news]);
  return told;
}

/** Whether there is somebody to add, and the reader may. */
export function useMayAddStrangers(strangers: readonly Stranger[]): boolean {
  return useReadOnly('people.write') === undefined && strangers.length > 0;
}

interface ChoiceProps extends ReturnType<typeof useAdd> {
  readonly strangers: readonly Stranger[];
  readonly choice: Chosen;
  readonly setChoice: (next: Chosen) => void;
}

function Choice({ strangers, choice, setChoice, add, isPending, errors }: ChoiceProps) {
  const say = useWords('app');
  const { names } = choice;
  const choose = (chosen: readonly string[]) => setChoice({ ...choice, chosen });
  const those = strangers.filter((each) => choice.chosen.includes(calledIn(each)));
  const added = those.map(({ name, mail = '' }) =>
    name === undefined ? { name: names[mail]?.trim() ?? '', mail } : { name },
  );
  const unnamed = added.find(({ name }) => name === '')?.mail;
  const reason =
    added.length === 0
      ? say('strangers.none-chosen')
      : unnamed !== undefined
        ? say('strangers.name-first', { mail: unnamed })
        : undefined;
  return (
    <Note tone="info" title={say('strangers.title', { count: strangers.length })}>
      <Stack gap="s">
        <p>{say('strangers.says')}</p>
        {strangers.length > 1 && (
          <CheckboxField
            label={say('strangers.all')}
            isSelected={those.length === strangers.length}
            isIndeterminate={those.length > 0 && those.length < strangers.length}
            onChange={(all) => choose(all ? strangers.map(calledIn) : [])}
          />
        )}
        <CheckboxList
          label={say('strangers.whom')}
          options={strangers.map((each) => optionOf(each, say))}
          value={those.map(calledIn)}
          onChange={choose}
        />
        {added.map(
          ({ name, mail }) =>
            mail !== undefined && (
              <TextField
                key={mail}
                label={say('strangers.name-of', { mail })}
                value={names[mail] ?? name}
                onChange={(text) => setChoice({ ...choice, names: { ...names, [mail]: text } })}
                maxLength={200}
                isRequired
              />
            ),
        )}
        {errors.map(({ message }) => (
          <Note key={message} tone="gap" mark="error" live>
            {message}
          </Note>
        ))}
        <FormActions>
          <Button pending={isPending} reason={reason} onPress={() => add(added)}>
            {say('strangers.add', { count: added.length })}
          </Button>
        </FormActions>
      </Stack>
    </Note>
  );
}

/** What the file has them as. */
function calledIn({ name, mail = '' }: Stranger): string {
  return name ?? mail;
}

function optionOf(stranger: Stranger, say: Say) {
  const { near } = stranger;
  const called = calledIn(stranger);
  const description = near === undefined ? {} : { description: say('strangers.near', { near }) };
  return { id: called, label: called, ...description };
}

interface Adding {
  readonly organisation: string | undefined;
  readonly onAdded: (count: number) => void;
}

function useAdd({ onAdded, organisation }: Adding) {
  const say = useWords('app');
  const deed = useDeed('people add-many');
  const { attempt, isPending, errors } = useAttempt();
  const add = async (people: readonly { readonly name: string }[]) => {
    const count = people.length;
    const says = say('strangers.added', { count });
    // The file is read anew with them there, so they are not kept to be added later.
    if (await attempt(() => deed({ input: { people }, says, organisation, isFinal: true }))) onAdded(count);
  };
  return { add: (people: readonly { readonly name: string }[]) => void add(people), isPending, errors };
}
