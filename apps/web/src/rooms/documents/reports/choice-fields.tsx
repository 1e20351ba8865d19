import { useAddress, useAnswer, useExpected, useLanguage, useWords } from '../../../app/index.ts';
import { type ReportChoices, type ReportName, reportNamed } from '../../../publishing/index.ts';
import { SelectField } from '../../../ui/index.ts';
import css from './reports.module.css';

const languages = ['en', 'de', 'fr'] as const;

/** What is chosen in the address; of several profiles the first, where a report is of one. */
export function useChoices(name: ReportName): ReportChoices {
  const spoken = useLanguage();
  const [search] = useAddress();
  const { scopes, profiles } = useAnswer('organisations show');
  const idOf = (all: readonly { readonly id: string }[], said: string | undefined) =>
    all.find(({ id }) => id === said)?.id;
  const [scope, profile] = [idOf(scopes, search.scope), idOf(profiles, search.profile)];
  const language = languages.find((each) => each === search.language);
  const implementation = (['two', 'three'] as const).find((each) => each === search.implementation);
  const { takes } = reportNamed(name);
  const first = takes.includes('profile') && profiles.length > 1 ? profiles[0]?.id : undefined;
  return { scope, profile: profile ?? first, language: language ?? spoken, implementation };
}

/** Scope, profile, language: as far as the report takes them. The day comes from the band above. */
export function ChoiceFields({ name }: { readonly name: ReportName }) {
  const say = useWords('documents');
  const named = useWords('publishing');
  const [{ scope }, change] = useAddress();
  const { scopes, profiles } = useAnswer('organisations show');
  const { profile, language, implementation } = useChoices(name);
  const { takes } = reportNamed(name);
  const ids = (all: readonly { readonly id: string }[]) => ({ ids: all.map(({ id }) => id) });
  useExpected({ scope: ids(scopes), profile: ids(profiles) });
  return (
    <div className={css.choices}>
      <SelectField
        label={say('scope')}
        none={say('scope-own')}
        options={scopes.map((each) => ({ id: each.id, label: each.name ?? each.id }))}
        value={scope}
        onChange={(id) => change({ scope: id })}
      />
      {takes.includes('profile') && profiles.length > 0 && (
        <SelectField
          label={say('profile')}
          options={profiles.map((each) => ({ id: each.id, label: each.name }))}
          value={profile ?? profiles[0]?.id}
          onChange={(id) => change({ profile: id })}
        />
      )}
      {takes.includes('implementation') && (
        <SelectField
          label={say('implementation')}
          options={['three', 'two'].map((id) => ({ id, label: say(`implementation-${id}`) }))}
          value={implementation ?? 'three'}
          onChange={(id) => change({ implementation: id === 'two' ? id : undefined })}
        />
      )}
      <SelectField
        label={named('language')}
        options={languages.map((id) => ({ id, label: named(`language-${id}`) }))}
        value={language}
        onChange={(id) => change({ language: id })}
      />
    </div>
  );
}
