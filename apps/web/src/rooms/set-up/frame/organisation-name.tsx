import { asName, isName, longestName } from '@concord/operations/client';
import { useWords } from '../../../app/index.ts';
import { Button, Note, TextField } from '../../../ui/index.ts';
import { whyNoName } from './why-no-name.ts';

interface OrganisationNameProps {
  readonly name: string;
  readonly onChange: (name: string) => void;
}

/** The name of an organisation. What was pasted along and no name may hold is told, and can be taken out. */
export function OrganisationName({ name, onChange }: OrganisationNameProps) {
  const say = useWords('set-up');
  const isWrong = !isName(name) && whyNoName(name) === 'name.wrong';
  return (
    <>
      <TextField
        size="l"
        label={say('name.field')}
        description={say('name.field-says')}
        value={name}
        onChange={onChange}
        error={isWrong ? say('name.wrong') : undefined}
        name="name"
        autoComplete="organization"
        maxLength={longestName}
        isRequired
        autoFocus
      />
      {isWrong && isName(asName(name)) && (
        <Note
          tone="info"
          title={say('name.without', { name: asName(name) })}
          actions={
            <Button size="s" onPress={() => onChange(asName(name))}>
              {say('name.take-out')}
            </Button>
          }
        />
      )}
    </>
  );
}
