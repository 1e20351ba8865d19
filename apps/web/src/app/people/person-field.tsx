import { useState } from 'react';
import { ComboField, type FieldAbout, type Option } from '../../ui/index.ts';
import { useAnswer } from '../answers/use-answer.ts';
import { usePlace } from '../place/place.tsx';
import { useReadOnly } from '../place/read-only.ts';
import { useWords } from '../words/use-words.ts';
import { AddPerson } from './add-person.tsx';

interface PersonFieldProps extends FieldAbout {
  /** Id of the person. */
  readonly value: string | undefined;
  readonly onChange: (person: string | undefined) => void;
  /** Offers to choose nobody, in these words; with an id of its own where that is not the same as nothing chosen. */
  readonly none?: string | Option | undefined;
  readonly name?: string | undefined;
}

const unset = 'nobody';

/**
 * Somebody of the organisation, found by name. Who is not there yet is added from here; a name that is nobody's stays,
 * is told, and keeps the form from going out.
 */
export function PersonField({ none, ...field }: PersonFieldProps) {
  const say = useWords('app');
  const options = useNamed();
  const mayAdd = useReadOnly('people.write') === undefined && field.reason === undefined;
  const [adding, setAdding] = useState<string>();
  const label = (name: string) => say('person.add-named', { name });
  const nobody = typeof none === 'string' ? { id: unset, label: none } : none;
  const isUnset = nobody?.id === unset;
  return (
    <>
      <ComboField
        {...field}
        options={nobody ? [nobody, ...options] : options}
        value={field.value ?? (isUnset ? unset : undefined)}
        onChange={(id) => field.onChange(id === unset ? undefined : id)}
        strangers={{
          told: say(mayAdd ? 'person.nobody-add' : 'person.nobody'),
          offer: mayAdd ? { label, onTake: setAdding } : undefined,
        }}
      />
      {adding !== undefined && (
        <AddPerson name={adding} onAdded={field.onChange} onClose={() => setAdding(undefined)} />
      )}
    </>
  );
}

/** Everybody of the organisation by name. */
function useNamed() {
  const { people } = useAnswer('organisations show');
  const { me } = usePlace();
  return people
    .map(({ id, name }) => ({ id, label: name || (id === me.person ? me.name : id) }))
    .sort((one, other) => one.label.localeCompare(other.label));
}
