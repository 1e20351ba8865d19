import { AsyncLocalStorage } from 'node:async_hooks';
import { languages } from '@concord/catalog';
import { apiRoot } from '@concord/operations';
import type { MiddlewareHandler } from 'hono';

/** How this request is answered: in which language, and whether to somebody who types commands. */
interface Manner {
  readonly language: string;
  readonly isTyped: boolean;
}

const spoken = new AsyncLocalStorage<Manner>();

/** The language in which refusals and notices of this request are told; English where nobody asked for another. */
export function languageSpoken(): string {
  return spoken.getStore()?.language ?? 'en';
}

/** Whether the request came by our command line, so that a command is of use to whoever reads the answer. */
export function isTyped(): boolean {
  return spoken.getStore()?.isTyped ?? false;
}

/** Who asks the interface is answered in the language they name; what else we say to a browser is in English. */
export const speakLanguage: MiddlewareHandler = (context, next) => {
  if (!context.req.path.startsWith(`${apiRoot}/`)) return next();
  const language = languageWanted(context.req.header('accept-language'));
  return spoken.run({ language, isTyped: context.req.header('x-concord-via') === 'cli' }, next);
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
