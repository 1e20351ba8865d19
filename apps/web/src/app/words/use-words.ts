import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, formatIn } from './format.ts';
import { type Language, languages } from './language.ts';

/** Says a key of a part of the app in the language that is spoken; `count` chooses the plural. */
export type Say = (key: string, params?: Readonly<Record<string, unknown>>) => string;

/** The words of a part of the app, a file in `words/`. Suspends until they are there. */
export function useWords(part: string): Say {
  const { t } = useTranslation(part);
  return useCallback((key, params) => t(key, { ...params }), [t]);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation('app');
  return languages.find((language) => language === i18n.language) ?? 'en';
}

/** Dates and numbers as the language writes them. */
export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatIn(language), [language]);
}
