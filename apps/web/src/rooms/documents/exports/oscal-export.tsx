import { useState } from 'react';
import {
  download,
  isRefusal,
  Unreachable,
  useAnswer,
  useLanguage,
  usePlace,
  useWhen,
  useWords,
} from '../../../app/index.ts';
import { Button, Note, type Option, Section, SelectField, Stack } from '../../../ui/index.ts';
import { choicesFor, type OscalChoice, type OscalModel, oscalInput, oscalModels } from './oscal.ts';

/** The programme as machines read it. */
export function OscalExport() {
  const say = useWords('documents');
  const [model, setModel] = useState<OscalModel>('ssp');
  const [chosen, setChosen] = useState<Readonly<Partial<Record<OscalChoice, string | undefined>>>>({});
  const { take, refused, isGoing } = useTake();
  const options = useOptions();
  return (
    <Section title={say('oscal')}>
      <Stack>
        <p>{say('oscal-say')}</p>
        <SelectField
          label={say('model')}
          options={oscalModels.map((each) => ({ id: each.model, label: say(`model-${each.model}`) }))}
          value={model}
          onChange={(id) => setModel((id ?? 'ssp') as OscalModel)}
        />
        {choicesFor(model).map((choice) => (
          <SelectField
            key={choice}
            label={say(choice)}
            none={say(`${choice}-none`)}
            options={options[choice]}
            value={chosen[choice]}
            onChange={(id) => setChosen((before) => ({ ...before, [choice]: id }))}
          />
        ))}
        {refused && (
          <Note tone="part" live>
            {refused}
          </Note>
        )}
        <div>
          <Button mark="download" pending={isGoing} onPress={() => void take(oscalInput(model, chosen))}>
            {say('take-oscal')}
          </Button>
        </div>
      </Stack>
    </Section>
  );
}

function useOptions(): Readonly<Record<OscalChoice, readonly Option[]>> {
  const { scopes, frameworks, profiles } = useAnswer('organisations show');
  const { crosswalks } = useAnswer('catalogue list');
  return {
    scope: scopes.map(({ id, name }) => ({ id, label: name ?? id })),
    framework: frameworks.map(({ framework }) => ({ id: framework, label: framework })),
    profile: profiles.map(({ id, name }) => ({ id, label: name })),
    crosswalk: crosswalks.map(({ id, title }) => ({ id, label: title })),
  };
}

function useTake() {
  const { organisation } = usePlace();
  const when = useWhen();
  const language = useLanguage();
  const sayOfApp = useWords('app');
  const [refused, setRefused] = useState<string>();
  const [isGoing, setGoing] = useState(false);
  const take = async (input: object) => {
    setGoing(true);
    setRefused(undefined);
    try {
      await download(organisation, 'export oscal', { ...when, language, ...input });
    } catch (error) {
      if (error instanceof Unreachable) return setRefused(sayOfApp('unreachable'));
      if (!isRefusal(error)) throw error;
      setRefused(error.problem.detail);
    } finally {
      setGoing(false);
    }
  };
  return { take, refused, isGoing };
}
