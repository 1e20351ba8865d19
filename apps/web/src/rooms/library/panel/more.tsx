import { useState } from 'react';
import { BegunNote, useWords } from '../../../app/index.ts';
import { Button, CheckboxList, Facts, Popover, Stack, SwitchField, TextArea } from '../../../ui/index.ts';
import type { EditChoiceProps } from './edit-choice.tsx';
import { EditText } from './edit-text.tsx';
import { useControlEdit } from './use-control-edit.ts';

/** What is looked up now and then: code, family, scopes, test, where it comes from. */
export function More(props: EditChoiceProps) {
  const say = useWords('library');
  const { sheet } = props;
  return (
    <Stack gap="s">
      <EditText {...props} member="code" rows={1} />
      <EditText {...props} member="family" rows={1} />
      <EditScopes {...props} />
      {sheet.condition !== '' && <EditCondition {...props} />}
      <EditText {...props} member="test" rows={2} />
      <EditUsualEvidence {...props} />
      {sheet.source !== undefined && (
        <Facts facts={[{ term: say('member.source'), children: sheet.source }]} />
      )}
    </Stack>
  );
}

const wholeOrganisation = 'organisation';

function EditScopes({ sheet, names, reason }: EditChoiceProps) {
  const say = useWords('library');
  const label = say('member.scopes');
  const { value, error, save } = useControlEdit<readonly string[]>(
    sheet,
    'scopes',
    say('changed', { code: sheet.code, member: label }),
  );
  const said = value.length === 0 ? say('scopes.all') : value.map(names.scope).join(', ');
  const options = names.scopes.filter(({ id }) => id !== wholeOrganisation);
  if (reason !== undefined || options.length === 0) {
    return <Facts facts={[{ term: label, children: said }]} />;
  }
  return (
    <Stack gap="s">
      <Facts facts={[{ term: label, children: said }]} />
      <Popover trigger={say('scopes.change')} label={label} size="s">
        {(close) => (
          <ChooseScopes
            {...{ options, label, value, error }}
            onDone={(chosen) => {
              save(chosen);
              close();
            }}
          />
        )}
      </Popover>
    </Stack>
  );
}

interface ChooseScopesProps {
  readonly options: EditChoiceProps['names']['scopes'];
  readonly label: string;
  readonly value: readonly string[];
  readonly error: string | undefined;
  readonly onDone: (chosen: readonly string[]) => void;
}

function ChooseScopes({ options, label, value, error, onDone }: ChooseScopesProps) {
  const say = useWords('library');
  const [chosen, setChosen] = useState(value);
  return (
    <Stack gap="s">
      <CheckboxList
        label={label}
        description={say('scopes.none-says')}
        {...{ options, error }}
        value={chosen}
        onChange={setChosen}
      />
      <Button kind="primary" onPress={() => onDone(chosen)}>
        {say('scopes.set')}
      </Button>
    </Stack>
  );
}

function EditCondition({ sheet, reason }: EditChoiceProps) {
  const say = useWords('library');
  const member = say('member.conditionHolds');
  const { value, save } = useControlEdit<boolean>(
    sheet,
    'conditionHolds',
    say('changed', { code: sheet.code, member }),
  );
  return (
    <SwitchField
      label={member}
      description={sheet.condition}
      isSelected={value}
      isDisabled={reason !== undefined}
      onChange={save}
    />
  );
}

/** One line for each; typed as lines. */
function EditUsualEvidence({ sheet, reason }: EditChoiceProps) {
  const say = useWords('library');
  const member = say('member.usualEvidence');
  const { value, error, begun, onChange, save } = useControlEdit<readonly string[] | undefined>(
    sheet,
    'usualEvidence',
    say('changed', { code: sheet.code, member }),
  );
  const saveLines = (text: string) => {
    const lines = text.split('\n').map((line) => line.trim());
    const filled = lines.filter((line) => line !== '');
    save(filled.length === 0 ? undefined : filled);
  };
  return (
    <>
      <BegunNote begun={begun} />
      <TextArea
        label={member}
        description={say('usual-evidence.says')}
        value={(value ?? []).join('\n')}
        error={error}
        isBegun={begun !== undefined}
        isReadOnly={reason !== undefined}
        onChange={(text) => onChange(text.split('\n'))}
        onLeave={saveLines}
      />
    </>
  );
}
