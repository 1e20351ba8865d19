import { childrenOf, type Framework } from '@concord/catalog';
import { adoptedEdition, type Programme, requirementKey } from '@concord/programme';
import { maySee, type Reader } from '../reader.ts';
import { type Dimension, dimensionNames, dimensions, type SortedBy, sortings } from './dimension.ts';
import type { Line } from './line.ts';
import { descending } from './order.ts';
import type { Shelf } from './shelf.ts';

/** Which controls are wanted, and in what order. */
export interface Wanted extends Readonly<Partial<Record<Dimension, string | boolean | undefined>>> {
  /** Part of code, name or statement. */
  readonly text?: string | undefined;
  /** A requirement that is claimed, or one with that requirement below it; of any adopted framework when none is named. */
  readonly requirement?: string | undefined;
  readonly sort?: SortedBy | undefined;
  readonly direction?: 'ascending' | 'descending' | undefined;
  readonly facets?: boolean | undefined;
}

/** How many controls have each value, among those that all other filters let through. */
export type Facets = Readonly<
  Record<Dimension, readonly { readonly value: string; readonly count: number }[]>
>;

export interface Found {
  /** In the order asked for. */
  readonly lines: readonly Line[];
  /** Controls that the reader may not see, whether they match or not. */
  readonly hidden: number;
  readonly facets: Facets | undefined;
}

/** The controls that match and that the reader may see. */
export function search(shelf: Shelf, wanted: Wanted, reader: Reader): Found {
  const sort = wanted.sort ?? 'code';
  const order = shelf.order(sort, (line) => sortings[sort](line, shelf));
  const visible =
    reader.sees === 'all'
      ? order.placed
      : order.placed.filter(({ line }) => maySee(reader, line.control.owner));
  const matches = matcherOf(shelf, wanted);
  const filters = filtersOf(shelf, wanted);
  const all = visible.filter(({ line }) => matches(line) && filters.every(({ test }) => test(line)));
  const sorted = wanted.direction === 'descending' ? descending(all) : all;
  return {
    lines: sorted.map(({ line }) => line),
    hidden: shelf.lines.size - visible.length,
    facets: wanted.facets
      ? countFacets(shelf, visible.map(({ line }) => line).filter(matches), filters)
      : undefined,
  };
}

type Test = (line: Line) => boolean;

interface Filter {
  readonly dimension: Dimension;
  readonly test: Test;
}

function filtersOf(shelf: Shelf, wanted: Wanted): Filter[] {
  return dimensionNames.flatMap((dimension) => {
    const asked = wanted[dimension];
    if (asked === undefined) return [];
    const value = String(asked);
    const valuesOf = dimensions[dimension];
    const test: Test = (line) => {
      const values = valuesOf(line, shelf);
      return typeof values === 'string'
        ? values === value
        : values.includes(value) || (value === '' && values.length === 0);
    };
    return [{ dimension, test }];
  });
}

/** What is not counted value by value: text, and requirements. */
function matcherOf({ programme }: Shelf, { text, requirement, framework }: Wanted): Test {
  const part = text?.toLowerCase();
  const claiming =
    requirement === undefined
      ? undefined
      : controlsClaiming(programme, requirement, framework === undefined ? undefined : String(framework));
  return ({ searched, control }) =>
    (part === undefined || searched.includes(part)) && (claiming === undefined || claiming.has(control.id));
}

function controlsClaiming(
  programme: Programme,
  requirement: string,
  framework?: string,
): ReadonlySet<string> {
  const { governance, controls } = programme;
  const frameworks = framework === undefined ? [...governance.adoptions.keys()] : [framework];
  const keys = frameworks.flatMap((id) => {
    const edition = adoptedEdition(governance, id);
    return edition ? withBelow(edition, requirement).map((below) => requirementKey(id, below)) : [];
  });
  const claims = keys.flatMap((key) => controls.claimsOn.get(key)?.toArray() ?? []);
  const standing = claims
    .map((id) => controls.claims.get(id))
    .filter((claim) => claim?.state !== 'withdrawn');
  return new Set(standing.flatMap((claim) => claim?.controls ?? []));
}

function withBelow(edition: Framework, requirement: string): string[] {
  return [requirement, ...childrenOf(edition, requirement).flatMap(({ id }) => withBelow(edition, id))];
}

function countFacets(shelf: Shelf, lines: readonly Line[], filters: readonly Filter[]): Facets {
  const counts = new Map(dimensionNames.map((dimension) => [dimension, new Map<string, number>()]));
  for (const line of lines) {
    const failed = filters.filter(({ test }) => !test(line));
    if (failed.length > 1) continue;
    // One that only its own filter keeps out is what another value of that filter would bring.
    for (const dimension of failed[0] ? [failed[0].dimension] : dimensionNames) {
      addValues(counts.get(dimension) as Map<string, number>, dimensions[dimension](line, shelf));
    }
  }
  return Object.fromEntries(
    [...counts].map(([dimension, table]) => [dimension, byCount(table)]),
  ) as unknown as Facets;
}

function addValues(table: Map<string, number>, values: string | readonly string[]): void {
  const each = typeof values === 'string' ? [values] : values.length === 0 ? [''] : values;
  for (const value of each) table.set(value, (table.get(value) ?? 0) + 1);
}

function byCount(table: ReadonlyMap<string, number>) {
  const counted = [...table].map(([value, count]) => ({ value, count }));
  return counted.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}
