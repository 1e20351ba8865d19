import { AsyncLocalStorage } from 'node:async_hooks';
import { languages } from '@concord/catalog';
import { apiRoot } from '@concord/operations';
import type { MiddlewareHandler } from 'hono';

const spoken = new AsyncLocalStorage<string>();

/** The language in which refusals and notices of this request are told; English where nobody asked for another. */
export function languageSpoken(): string {
  return spoken.getStore() ?? 'en';
}

/** Who asks the interface is answered in the language they name; what else we say to a browser is in English. */
export const speakLanguage: MiddlewareHandler = (context, next) => {
  if (!context.req.path.startsWith(`${apiRoot}/`)) return next();
  return spoken.run(languageWanted(context.req.header('accept-language')), next);
};

/** The best of our languages by `Accept-Language` (RFC 9110, 12.5.4): `de-AT` is content with `de`; of equal ones the first. */
export function languageWanted(header = ''): string {
  const asked = header.split(',').map(readRange);
  const ours = asked.filter(({ language, weight }) => weight > 0 && languages.includes(language));
  return ours.sort((one, other) => other.weight - one.weight)[0]?.language ?? 'en';
}

function readRange(range: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((each) => each.trim().toLowerCase());
  const weight = parameters.find((each) => each.startsWith('q='))?.slice(2);
  const language = tag === '*' ? 'en' : (tag.split('-')[0] ?? '');
  return { language, weight: weight === undefined ? 1 : Number(weight) || 0 };
}
