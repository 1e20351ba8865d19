import { type Crosswalk, crosswalk } from '../crosswalk.ts';
import { phraseIn } from '../phrases.ts';

/**
 * A crosswalk with its name and what is said of it in a language. The names of those that we ship are ours; one that an
 * organisation imported keeps the words it came with.
 */
export function crosswalkIn(language: string, own: Crosswalk): Crosswalk {
  if (crosswalk(own.id) !== own) return own;
  const { title, developer, direction, source, licence } = own;
  const said = Object.entries({ title, developer, direction, source, licence });
  return { ...own, ...Object.fromEntries(said.map(([name, words]) => [name, phraseIn(language, words)])) };
}
