import type { Asked, Ports } from '../../query/query.ts';

interface People {
  readonly owner?: string | undefined;
  readonly approvedBy?: string | undefined;
}

/** Facts hold ids of people; who reads wants names. */
export async function withNames<Row extends People, List extends { readonly rows: readonly Row[] }>(
  { ports }: Pick<Asked<unknown>, 'ports'>,
  list: List,
): Promise<object> {
  const names = await namesOf(ports, list.rows);
  return { ...list, rows: list.rows.map((row) => ({ ...row, ...named(row, names) })) };
}

/** The same of one record. */
export async function withName(
  { ports }: Pick<Asked<unknown>, 'ports'>,
  found: People | { refusal: object },
): Promise<object> {
  if ('refusal' in found) return found;
  return { ...found, ...named(found, await namesOf(ports, [found])) };
}

type Names = Awaited<ReturnType<Ports['people']>>;

function namesOf(ports: Ports, rows: readonly People[]): Promise<Names> {
  const ids = rows.flatMap(({ owner: one, approvedBy: other }) => [one, other]);
  return ports.people([...new Set(ids)].filter((each) => each !== undefined));
}

function named({ owner: one, approvedBy: other }: People, names: Names): object {
  return {
    ...(one === undefined ? {} : { ownerName: names.get(one)?.name ?? '' }),
    ...(other === undefined ? {} : { approvedByName: names.get(other)?.name ?? '' }),
  };
}
