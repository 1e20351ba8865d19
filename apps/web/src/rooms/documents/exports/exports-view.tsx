import { useState } from 'react';
import { useLanguage, useLongWork, useWords } from '../../../app/index.ts';
import { Button, Columns, Section, SelectField, Stack, SwitchField } from '../../../ui/index.ts';
import css from './exports.module.css';
import { OscalExport } from './oscal-export.tsx';

const languages = ['en', 'de', 'fr'] as const;

/** What is taken away as a whole: for an auditor, for other tools, for machines. */
export function ExportsView() {
  return (
    <div className={css.view}>
      <Columns of="4-4-4">
        <Pack />
        <Tables />
        <OscalExport />
      </Columns>
    </div>
  );
}

function Pack() {
  const say = useWords('documents');
  const named = useWords('publishing');
  const spoken = useLanguage();
  const [language, setLanguage] = useState<string>(spoken);
  const [evidence, setEvidence] = useState(true);
  const start = useLongWork();
  return (
    <Section title={say('pack')}>
      <Stack>
        <p>{say('pack-say')}</p>
        <SelectField
          label={named('language')}
          options={languages.map((id) => ({ id, label: named(`language-${id}`) }))}
          value={language}
          onChange={(id) => setLanguage(id ?? 'en')}
        />
        <SwitchField
          label={say('with-evidence')}
          description={say('with-evidence-say')}
          isSelected={evidence}
          onChange={setEvidence}
        />
        <div>
          <Button mark="download" onPress={() => start('export pack', { language, evidence }, say('pack'))}>
            {say('make-pack')}
          </Button>
        </div>
      </Stack>
    </Section>
  );
}

function Tables() {
  const say = useWords('documents');
  const [format, setFormat] = useState('zip');
  const start = useLongWork();
  return (
    <Section title={say('tables')}>
      <Stack>
        <p>{say('tables-say')}</p>
        <SelectField
          label={say('form')}
          options={['zip', 'sqlite'].map((id) => ({ id, label: say(`tables-${id}`) }))}
          value={format}
          onChange={(id) => setFormat(id ?? 'zip')}
        />
        <div>
          <Button mark="download" onPress={() => start('export tables', { format }, say('tables'))}>
            {say('make-tables')}
          </Button>
        </div>
      </Stack>
    </Section>
  );
}
