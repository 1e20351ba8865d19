import i18next, { type BackendModule, type FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { formatIn } from './format.ts';
import { withZero } from './with-zero.ts';

export const languages = ['en', 'de', 'fr'] as const;
export type Language = (typeof languages)[number];

const place = 'concord.language';

/** One file for each language and part of the app, fetched when the part is opened. */
const files = import.meta.glob<{ default: Record<string, string> }>('../../words/*/*.json');

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, part, done) => {
    const file = files[`../../words/${language}/${part}.json`];
    if (!file) return done(new Error(`No words for ${part} in ${language}`), null);
    file().then(
      (words) => done(null, language === 'fr' ? withZero(words.default) : words.default),
      (error) => done(error, null),
    );
  },
};

/** A number in a sentence is written as the language writes numbers; what is no quantity, as a year, is said as text. */
const formatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value, _format, language) =>
    typeof value === 'number'
      ? formatIn(languages.find((each) => each === language) ?? 'en').number(value)
      : value,
};

/** The language chosen here before, else the first of the browser's that there is, else English. */
function preferredLanguage(): Language {
  const kept = window.localStorage.getItem(place);
  const wanted = [kept ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
  return languages.find((language) => language === wanted.find(isLanguage)) ?? 'en';
}

function isLanguage(tag: string): boolean {
  return languages.some((language) => language === tag);
}

export async function startWords(): Promise<void> {
  const language = preferredLanguage();
  await i18next
    .use(backend)
    .use(formatter)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      ns: ['app', 'ui', 'states', 'values'],
      defaultNS: 'app',
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false, alwaysFormat: true },
      react: { useSuspense: true },
    });
  document.documentElement.lang = language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  window.localStorage.setItem(place, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The language that is spoken now, outside of components. */
export function languageNow(): Language {
  return languages.find((language) => language === i18next.language) ?? 'en';
}

/** Words of the app itself, outside of components. */
export function sayNow(key: string, params: Readonly<Record<string, unknown>> = {}): string {
  return i18next.t(key, { ns: 'app', ...params });
}
