import type { Refusal } from '@concord/programme';
import type { Ports } from '../../query/ports.ts';
import type { Asked } from '../../query/query.ts';

interface People {
  readonly owner?: string | undefined;
  readonly approvedBy?: string | undefined;
}

interface NamesShown {
  readonly ownerName?: string;
  readonly approvedByName?: string;
}

/** Facts hold ids of people; who reads wants names. */
export async function withNames<List extends { readonly rows: readonly People[] }>(
  { ports }: Pick<Asked<unknown>, 'ports'>,
  list: List,
): Promise<Omit<List, 'rows'> & { readonly rows: readonly (List['rows'][number] & NamesShown)[] }> {
  const names = await namesOf(ports, list.rows);
  return { ...list, rows: list.rows.map((row) => ({ ...row, ...named(row, names) })) };
}

/** The same of one record. */
export async function withName<Found extends People | { readonly refusal: Refusal }>(
  { ports }: Pick<Asked<unknown>, 'ports'>,
  found: Found,
): Promise<NameShown<Found>> {
  if ('refusal' in found) return found as NameShown<Found>;
  const names = await namesOf(ports, [found]);
  return { ...found, ...named(found, names) } as NameShown<Found>;
}

type NameShown<Found> = Found extends { readonly refusal: Refusal } ? Found : Found & NamesShown;

type Names = Awaited<ReturnType<Ports['people']>>;

function namesOf(ports: Ports, rows: readonly People[]): Promise<Names> {
  const ids = rows.flatMap(({ owner: one, approvedBy: other }) => [one, other]);
  return ports.people([...new Set(ids)].filter((each) => each !== undefined));
}

function named({ owner: one, approvedBy: other }: People, names: Names): NamesShown {
  return {
    ...(one === undefined ? {} : { ownerName: names.get(one)?.name ?? '' }),
    ...(other === undefined ? {} : { approvedByName: names.get(other)?.name ?? '' }),
  };
}
