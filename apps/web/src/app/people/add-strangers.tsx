import type { Problem } from '@concord/operations/client';
import { useState } from 'react';
import { Button, CheckboxField, CheckboxList, FormActions, Note, Stack, TextField } from '../../ui/index.ts';
import { useAttempt } from '../deeds/use-attempt.ts';
import { useDeed } from '../deeds/use-deed.ts';
import { useReadOnly } from '../place/read-only.ts';
import { type Say, useWords } from '../words/use-words.ts';

export type Stranger = NonNullable<Problem['strangers']>[number];

interface AddStrangersProps {
  /** Whom a file names and who is nobody here. */
  readonly strangers: readonly Stranger[];
  /** They are there: the file is to be read anew. */
  readonly onAdded: () => void;
}

interface ChooseStrangersProps extends AddStrangersProps {
  /** Organisation, where none is open yet. */
  readonly organisation?: string | undefined;
}

/** Offers to add whom a file names, each chosen by itself; nothing to who may not add people. */
export function AddStrangers(props: AddStrangersProps) {
  return useMayAddStrangers(props.strangers) ? <ChooseStrangers {...props} /> : null;
}

/** The same of an organisation that the reader is making: they may. */
export function ChooseStrangers(props: ChooseStrangersProps) {
  if (props.strangers.length === 0) return null;
  // Others than before are another choice.
  return <Choice key={props.strangers.map(calledIn).join('\n')} {...props} />;
}

/** Whether there is somebody to add, and the reader may. */
export function useMayAddStrangers(strangers: readonly Stranger[]): boolean {
  return useReadOnly('people.write') === undefined && strangers.length > 0;
}

function Choice({ strangers, onAdded, organisation }: ChooseStrangersProps) {
  const say = useWords('app');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const added = strangers
    .filter((each) => chosen.includes(calledIn(each)))
    .map(({ name, mail = '' }) =>
      name === undefined ? { name: names[mail]?.trim() ?? '', mail } : { name },
    );
  const unnamed = added.find(({ name }) => name === '')?.mail;
  const { add, isPending, errors } = useAdd({ onAdded, organisation });
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
            isSelected={chosen.length === strangers.length}
            isIndeterminate={chosen.length > 0 && chosen.length < strangers.length}
            onChange={(all) => setChosen(all ? strangers.map(calledIn) : [])}
          />
        )}
        <CheckboxList
          label={say('strangers.whom')}
          options={strangers.map((each) => optionOf(each, say))}
          value={chosen}
          onChange={setChosen}
        />
        {added.map(
          ({ name, mail }) =>
            mail !== undefined && (
              <TextField
                key={mail}
                label={say('strangers.name-of', { mail })}
                value={names[mail] ?? name}
                onChange={(text) => setNames((before) => ({ ...before, [mail]: text }))}
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

function useAdd({ onAdded, organisation }: Pick<ChooseStrangersProps, 'onAdded' | 'organisation'>) {
  const say = useWords('app');
  const deed = useDeed('people add-many');
  const { attempt, isPending, errors } = useAttempt();
  const add = async (people: readonly { readonly name: string }[]) => {
    const says = say('strangers.added', { count: people.length });
    // The file is read anew with them there, so they are not kept to be added later.
    if (await attempt(() => deed({ input: { people }, says, organisation, isFinal: true }))) onAdded();
  };
  return { add: (people: readonly { readonly name: string }[]) => void add(people), isPending, errors };
}
