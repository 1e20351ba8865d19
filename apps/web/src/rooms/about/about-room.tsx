import { Suspense } from 'react';
import {
  chooseLanguage,
  chooseTheme,
  languages,
  themes,
  useAnswer,
  useFormat,
  useLanguage,
  usePlace,
  useTheme,
  useWords,
} from '../../app/index.ts';
import {
  Facts,
  FieldRow,
  Note,
  Page,
  Section,
  SimpleTable,
  Skeleton,
  Stack,
  TextLink,
  ToggleGroup,
} from '../../ui/index.ts';
import { DemoSection } from './demo-section.tsx';
import { KeySection } from './key-section.tsx';
import { OrganisationSection } from './organisation-section.tsx';
import { PeopleSection } from './people-section.tsx';

/** How the app looks and speaks, whose key opens it, and where what it knows of frameworks comes from. */
export function AboutRoom() {
  const say = useWords('about');
  return (
    <Page title={say('title')} lead={say('lead')}>
      <Section title={say('settings')}>
        <Settings />
      </Section>
      <Suspense fallback={<Skeleton lines={4} />}>
        <OrganisationSection />
        <PeopleSection />
      </Suspense>
      <KeySection />
      <DemoSection />
      <Section title={say('sources')}>
        <Note tone="info">{say('sources.note')}</Note>
        <Suspense fallback={<Skeleton lines={6} />}>
          <Sources />
        </Suspense>
      </Section>
    </Page>
  );
}

function Settings() {
  const say = useWords('about');
  const language = useLanguage();
  const theme = useTheme();
  const { me } = usePlace();
  return (
    <Stack gap="m">
      <FieldRow>
        <ToggleGroup
          label={say('language')}
          value={language}
          options={languages.map((value) => ({ value, label: say(`language.${value}`) }))}
          onChange={(value) => void chooseLanguage(languages.find((each) => each === value) ?? 'en')}
        />
        <ToggleGroup
          label={say('theme')}
          value={theme}
          options={themes.map((value) => ({ value, label: say(`theme.${value}`) }))}
          onChange={(value) => chooseTheme(themes.find((each) => each === value) ?? 'machine')}
        />
      </FieldRow>
      <Facts facts={[{ term: say('person'), children: me.name }]} />
    </Stack>
  );
}

function Sources() {
  const say = useWords('about');
  const format = useFormat();
  const { rows } = useAnswer('frameworks');
  return (
    <SimpleTable
      caption={say('sources.caption')}
      rows={rows}
      keyOf={(row) => row.id}
      stacks
      columns={[
        { id: 'title', header: say('sources.framework'), cell: (row) => row.title, isRowHeader: true },
        { id: 'edition', header: say('sources.edition'), cell: (row) => row.edition },
        {
          id: 'count',
          header: say('sources.requirements'),
          align: 'end',
          cell: (row) => format.number(row.requirements),
        },
        { id: 'source', header: say('sources.source'), cell: (row) => <Source text={row.source} /> },
        { id: 'licence', header: say('sources.licence'), cell: (row) => row.licence },
      ]}
    />
  );
}

function Source({ text }: { text: string }) {
  const address = /^https:\/\/\S+$/.test(text) ? text : undefined;
  return address === undefined ? (
    text
  ) : (
    <TextLink href={address} external>
      {new URL(address).host}
    </TextLink>
  );
}
