import type { Row } from '@concord/operations';

/**
 * What a command asks of the data directory where there is none: `made` begins one, `there` is refused, and for `none`
 * it does not matter, because what it answers lies in the program.
 */
export type Place = 'made' | 'there' | 'none';

/** Commands that begin an installation; `serve` and `restore`, which no row states, do so too. */
export const beginning: readonly string[] = ['organisations create', 'demo load'];

/** What is asked of the platform and is about this installation; all else there is about the catalogue. */
export const ofInstallation: readonly string[] = [
  'backup',
  'demo remove',
  'me',
  'organisations list',
  'public-key',
];

/** What a row needs; without one, the interface is described. */
export function placeFor(row: Row | undefined): Place {
  if (row === undefined) return 'none';
  const { name } = row.row;
  if (beginning.includes(name)) return 'made';
  const isOfCatalogue =
    row.kind === 'query' && row.row.reach === 'platform' && !ofInstallation.includes(name);
  return isOfCatalogue ? 'none' : 'there';
}
