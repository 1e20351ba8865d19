import { useState } from 'react';
import { useAnswer, useLanguage, useLongWork, useWords } from '../../../app/index.ts';
import { Button, type Option, Section, SelectField, Stack } from '../../../ui/index.ts';
import { choicesFor, type OscalChoice, type OscalModel, oscalInput, oscalModels } from './oscal.ts';

/** The programme as machines read it. */
export function OscalExport() {
  const say = useWords('documents');
  const [model, setModel] = useState<OscalModel>('ssp');
  const [chosen, setChosen] = useState<Readonly<Partial<Record<OscalChoice, string | undefined>>>>({});
  const language = useLanguage();
  const start = useLongWork();
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
        <div>
          <Button
            mark="download"
            onPress={() =>
              start('export oscal', { language, ...oscalInput(model, chosen) }, say(`model-${model}`))
            }
          >
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
