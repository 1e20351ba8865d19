import { framework, phraseIn } from '@concord/catalog';
import { type InLanguage, languageOf } from './say.ts';

interface Named {
  readonly framework: string;
  readonly requirement: string;
}

/** A requirement of any framework as people call it: the short title of the framework, or its id where we ship none. */
export function requirementNamed(named: Named, by: InLanguage): string {
  const shipped = framework(named.framework);
  const title = shipped === undefined ? named.framework : phraseIn(languageOf(by), shipped.title);
  return `${title} ${named.requirement}`;
}
