import { type Framework, type Requirement, requirementOf } from '@concord/catalog';
import { spokenOf } from '../outcome.ts';

/** An outcome that a cell names, one that the adopted selection leaves out, or none. */
export type OutcomeFound =
  | { readonly outcome: Requirement }
  | { readonly outside: Requirement }
  | { readonly unknown: true };

const indexes = new WeakMap<Framework, ReadonlyMap<string, Requirement>>();

/**
 * The outcome that a cell names: its id, alone or before a colon or in parentheses (`GOVERN (GV)`, `PR.AA-05: …`), or
 * the title of a heading. Case does not matter.
 */
export function outcomeIn(edition: Framework, text: string): OutcomeFound {
  const found = nodeNamed(edition, text);
  if (!found) return { unknown: true };
  return spokenOf(edition, found) ? { outcome: found } : { outside: found };
}

function nodeNamed(edition: Framework, text: string): Requirement | undefined {
  const written = text.trim();
  const exact = requirementOf(edition, written);
  if (exact) return exact;
  const index = indexOf(edition);
  const [start = ''] = written.split(/[\s:–—]/);
  const inside = [...written.slice(0, 300).matchAll(/[([]([^()[\]]{1,40})[)\]]/g)].map(
    ([, each = '']) => each,
  );
  for (const word of [written, start, ...inside]) {
    const found = index.get(word.trim().toUpperCase());
    if (found) return found;
  }
  return undefined;
}

function indexOf(edition: Framework): ReadonlyMap<string, Requirement> {
  const known = indexes.get(edition);
  if (known) return known;
  const index = new Map<string, Requirement>();
  const headings = edition.requirements.filter(({ parts }) => parts === 'exact');
  for (const each of headings) index.set(each.title.toUpperCase(), each);
  for (const each of edition.requirements) index.set(each.id.toUpperCase(), each);
  indexes.set(edition, index);
  return index;
}
