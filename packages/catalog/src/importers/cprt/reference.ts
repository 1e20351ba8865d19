import type { NoEquivalent } from '../../crosswalk.ts';
import type { DraftCrosswalk, DraftLink } from '../draft/crosswalk-draft.ts';
import { frameworkIdOf, partsOf } from '../draft/name.ts';

/** What an informative reference says: ids in the other framework, or that there is none. */
export interface Reference {
  readonly ids: readonly string[];
  readonly among?: string;
  readonly without?: NoEquivalent['statement'];
}

/**
 * An informative reference as developers write it: a label for the part of the framework, odd spaces, commas at the
 * end, several ids in one line, "None", nothing, "All applicable controls".
 */
export function readReference(framework: string, written: string): Reference {
  const trimmed = written.trim();
  const part = partsOf(framework).find(({ label }) =>
    trimmed.toLowerCase().startsWith(`${label.toLowerCase()}:`),
  );
  const rest = part === undefined ? trimmed : trimmed.slice(part.label.length + 1).trim();
  const among = part === undefined ? {} : { among: part.among };
  const lower = rest.toLowerCase();
  if (rest === '') return { ids: [], ...among, without: 'blank' };
  if (lower === 'none') return { ids: [], ...among, without: 'none' };
  if (lower.startsWith('all applicable')) return { ids: [], ...among, without: 'all-applicable' };
  const prefix = part?.prefix ?? '';
  const ids = piecesOf(rest).map((id) => (id.startsWith(prefix) ? id : prefix + id));
  return { ids, ...among };
}

/** Commas part ids, but belong to a title where the reference is one. */
function piecesOf(rest: string): readonly string[] {
  const pieces = rest
    .split(/[,;]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  return pieces.every(isIdLike) ? pieces : [rest];
}

/** One word with its brackets closed; "4.2 (a)" is one too. */
function isIdLike(piece: string): boolean {
  const closed = piece.split('(').length === piece.split(')').length;
  return closed && !/\s/.test(piece.replaceAll(' (', '('));
}

interface Gathered {
  readonly name: string;
  readonly framework: string;
  readonly links: DraftLink[];
  readonly without: Map<string, NoEquivalent>;
}

/** The references of a framework, put together by the set they belong to. */
export interface ReferenceGathering {
  add(from: { readonly at: string; readonly id: string }, set: ReferenceSet, written: string): void;
  crosswalks(framework: ReferringFramework): readonly DraftCrosswalk[];
}

/** `key` tells sets apart that share a name; `name` names the framework of the set. */
export interface ReferenceSet {
  readonly key: string;
  readonly name: string;
}

export interface ReferringFramework {
  readonly title: string;
  readonly source: string;
}

/** An empty gathering of informative references. */
export function gatherReferences(): ReferenceGathering {
  const sets = new Map<string, Gathered>();
  return {
    add({ at, id }, { key, name }, written) {
      const known = sets.get(key);
      const gathered: Gathered = known ?? {
        name,
        framework: frameworkIdOf(name),
        links: [],
        without: new Map(),
      };
      if (known === undefined) sets.set(key, gathered);
      const { ids, among, without } = readReference(gathered.framework, written);
      for (const to of ids) gathered.links.push({ at, from: id, to, relation: 'related' });
      if (without === undefined) return;
      const said: NoEquivalent = { id, ...(among === undefined ? {} : { among }), statement: without };
      gathered.without.set(JSON.stringify(said), said);
    },
    crosswalks: ({ title, source }) =>
      [...sets].map(([key, { name, links, without }]) => ({
        title: key === name ? `${title} to ${name}` : key,
        from: '',
        to: name,
        developer: '',
        date: '',
        source,
        licence: '',
        links,
        noEquivalent: [...without.values()],
      })),
  };
}
