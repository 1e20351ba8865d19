import { dropPlaces } from './drafts.ts';
import { dropFilesIn } from './files.ts';

/** Somebody, and the organisations that they have. */
interface Having {
  readonly person: string;
  readonly organisations: readonly string[];
}

/** Tells the places of one organisation, of whoever’s drafts: it was removed with everything in it. */
export function isWithin(organisation: string): (place: string) => boolean {
  return (place) => place.split('/')[0] === organisation;
}

/**
 * Tells the places of somebody’s drafts that nothing leads to any more: their organisation is gone. Those of others, who
 * have a key of their own to a server at the same address, are left alone; a place that names nobody is read by nobody.
 */
export function isBeyond({ person, organisations }: Having): (place: string) => boolean {
  return (place) => {
    const [organisation = '', whose] = place.split('/');
    return whose === undefined || (whose === person && !organisations.includes(organisation));
  };
}

/** Forgets drafts with their organisation, and the bytes of their files. */
export async function forgetDrafts(isGone: (place: string) => boolean): Promise<void> {
  if (dropPlaces(isGone)) await dropFilesIn(isGone);
}
