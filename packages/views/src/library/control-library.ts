import type { Programme } from '@concord/programme';
import type { Standing } from '../coverage/feed.ts';
import type { ViewMemory } from '../coverage/memory.ts';
import { type ControlShown, controlShown } from '../coverage/row.ts';
import type { InLanguage } from '../language/say.ts';
import type { Reader } from '../reader.ts';
import { isRetired, unconfirmedOf } from './dimension.ts';
import type { Line } from './line.ts';
import { type Facets, type Found, search, type Wanted } from './search.ts';
import { openShelf } from './shelf.ts';

/** What a question about the library is asked with. */
export interface LibraryAsked extends InLanguage {
  readonly programme: Programme;
  readonly on: string;
  readonly reader: Reader;
  readonly memory: ViewMemory;
}

export interface LibraryFilter extends Wanted {
  readonly offset: number;
  readonly limit: number;
}

export interface LibraryRow extends ControlShown {
  readonly family?: string | undefined;
  readonly frequency?: string | undefined;
  readonly design: 'draft' | 'accepted';
  /** Claims that are not withdrawn; `unconfirmed` of them are proposed. */
  readonly claims: number;
  readonly unconfirmed: number;
  /** By framework: on how many requirements it has a claim, and on how many a confirmed one. */
  readonly frameworks: Readonly<Record<string, { readonly claimed: number; readonly confirmed: number }>>;
  readonly retired: boolean;
  /** False where its condition does not hold here: it is of no use, and its claims do not count. */
  readonly conditionHolds: boolean;
  readonly revision: number;
}

export interface Library {
  readonly on: string;
  readonly knownAt: number;
  /** Controls that match and that the reader may see. */
  readonly total: number;
  /** Controls the reader may not see, whether they match or not: a count of matches would answer guesses at names. */
  readonly hidden: number;
  /** Of what the reader may see; absent unless asked for. */
  readonly facets?: Facets;
  readonly rows: readonly LibraryRow[];
}

/** The control library, filtered and sorted; a page of it. */
export function controlLibrary(asked: LibraryAsked, filter: LibraryFilter): Library {
  const { programme, on, reader } = asked;
  const { offset, limit, ...wanted } = filter;
  const shelf = openShelf(asked);
  const question = JSON.stringify([reader.sees === 'all' ? '' : reader.person, reader.sees, wanted]);
  const found: Found = shelf.found(question, () => search(shelf, wanted, reader));
  return {
    on,
    knownAt: programme.position,
    total: found.slots.length,
    hidden: found.hidden,
    ...(found.facets ? { facets: found.facets } : {}),
    rows: found.slots.slice(offset, offset + limit).map((slot) => {
      const line = shelf.lines[slot] as Line;
      return shelf.row(line, () => libraryRow(asked, line, shelf.standing(line)));
    }),
  };
}

export function libraryRow(
  { programme, on }: Pick<LibraryAsked, 'programme' | 'on'>,
  line: Line,
  standing: Standing,
): LibraryRow {
  const { id, family, frequency, design, conditionHolds } = line.control;
  return {
    ...controlShown(standing),
    family,
    frequency,
    design,
    claims: line.claimed.length,
    unconfirmed: unconfirmedOf(line),
    frameworks: byFramework(line),
    retired: isRetired(line, on),
    conditionHolds,
    revision: programme.revisions.get(`control/${id}`) ?? 0,
  };
}

function byFramework({ claimed }: Line): LibraryRow['frameworks'] {
  const frameworks: Record<string, { claimed: number; confirmed: number }> = {};
  for (const framework of new Set(claimed.map((claim) => claim.framework))) {
    const claims = claimed.filter((claim) => claim.framework === framework);
    const confirmed = claims.filter(({ state }) => state === 'confirmed');
    frameworks[framework] = { claimed: countRequirements(claims), confirmed: countRequirements(confirmed) };
  }
  return frameworks;
}

/** One requirement may be claimed alone and together with others. */
function countRequirements(claims: Line['claimed']): number {
  return new Set(claims.map(({ requirement }) => requirement)).size;
}
