import { useTranslation } from 'react-i18next';

/** Words that the parts themselves need, in the language of the page. */
export type Say = (key: string, params?: Readonly<Record<string, unknown>>) => string;

/** `say` gives words of the namespace `ui`; `language` is the tag for Intl, days before months in English too. */
export function useSay(): { readonly say: Say; readonly language: string } {
  const { t, i18n } = useTranslation('ui');
  const language = i18n.resolvedLanguage ?? i18n.language ?? 'en';
  return { say: t as unknown as Say, language: language === 'en' ? 'en-GB' : language };
}
