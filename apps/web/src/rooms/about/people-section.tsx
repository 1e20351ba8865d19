import { useState } from 'react';
import {
  AddPerson,
  useAnswer,
  useFormat,
  usePlace,
  useReadOnly,
  useWhen,
  useWords,
} from '../../app/index.ts';
import { Button, Section, SimpleTable, Stack } from '../../ui/index.ts';
import { partsOf } from './parts.ts';

/** Who there is in the organisation and what part they have; who may, adds somebody. */
export function PeopleSection() {
  const say = useWords('about');
  const readOnly = useReadOnly('people.write');
  const [isAdding, setAdding] = useState(false);
  return (
    <Section title={say('people')} id="people">
      <Stack gap="m">
        <p>{say('people.says')}</p>
        <PeopleTable />
        <span>
          <Button reason={readOnly} onPress={() => setAdding(true)}>
            {say('people.add')}
          </Button>
        </span>
      </Stack>
      {isAdding && <AddPerson name="" onAdded={() => undefined} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function PeopleTable() {
  const say = useWords('about');
  const format = useFormat();
  const values = useWords('values');
  const { me, today } = usePlace();
  const { on } = useWhen();
  const { people, scopes } = useAnswer('organisations show');
  const nameOf = (id: string, name: string) =>
    id === me.person ? say('people.you', { name: name || me.name }) : name || id;
  const roleOf = (role: string, scope: string) => {
    const title = values(`role.${role}`);
    const within = scopes.find(({ id }) => id === scope)?.name ?? scope;
    return scope === 'organisation' ? title : say('people.in', { role: title, scope: within });
  };
  return (
    <SimpleTable
      caption={say('people.caption')}
      rows={partsOf(people, on ?? today)}
      keyOf={({ key }) => key}
      stacks
      columns={[
        {
          id: 'name',
          header: say('people.name'),
          cell: ({ person, name }) => nameOf(person, name),
          isRowHeader: true,
        },
        { id: 'mail', header: say('people.mail'), cell: ({ mail }) => mail || '–' },
        {
          id: 'part',
          header: say('people.part'),
          cell: ({ grant, hasEnded }) => {
            if (!grant) return say('people.no-part');
            const role = roleOf(grant.role, grant.scope);
            return hasEnded ? say('people.ended', { role }) : role;
          },
        },
        {
          id: 'since',
          header: say('people.since'),
          cell: ({ grant }) => (grant ? format.day(grant.from) : '–'),
        },
        {
          id: 'until',
          header: say('people.until'),
          cell: ({ grant }) => (grant?.until === undefined ? '–' : format.day(grant.until)),
        },
      ]}
    />
  );
}
