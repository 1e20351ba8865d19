import { childrenOf, type Framework } from '@concord/catalog';
import { adoptedEdition, type Programme, requirementKey } from '@concord/programme';
import { maySee, type Reader } from '../reader.ts';
import type { Column } from './column.ts';
import { type Counted, countedNames, type Dimension, dimensionNames, type SortedBy } from './dimension.ts';
import type { Line } from './line.ts';
import { descending, type Placed } from './order.ts';
import type { Shelf } from './shelf.ts';

/** Which controls are wanted, and in what order: a value by dimension, '' for those that have none. */
export interface Wanted extends Readonly<Partial<Record<Dimension, string | boolean | undefined>>> {
  /** Part of code, name or statement. */
  readonly text?: string | undefined;
  readonly sort?: SortedBy | undefined;
  readonly direction?: 'ascending' | 'descending' | undefined;
  readonly facets?: boolean | undefined;
}

/** How many controls have each value, among those that all other filters let through. */
export type Facets = Readonly<Record<Counted, readonly { readonly value: string; readonly count: number }[]>>;

export interface Found {
  /** In the order asked for. */
  readonly lines: readonly Line[];
  /** Controls that the reader may not see, whether they match or not. */
  readonly hidden: number;
  readonly facets: Facets | undefined;
}

/** The controls that match and that the reader may see. */
export function search(shelf: Shelf, wanted: Wanted, reader: Reader): Found {
  const { placed } = shelf.order(wanted.sort ?? 'code');
  const visible = reader.sees === 'all' ? placed : ownOf(shelf, placed, reader);
  const part = wanted.text?.toLowerCase() ?? '';
  const candidates = part === '' ? visible : visible.filter(({ line }) => line.searched.includes(part));
  const filters = filtersOf(shelf, wanted);
  const all = candidates.filter(({ line }) => filters.every((filter) => passes(filter, line)));
  const sorted = wanted.direction === 'descending' ? descending(all) : all;
  return {
    lines: sorted.map(({ line }) => line),
    hidden: placed.length - visible.length,
    facets: wanted.facets ? countFacets(shelf, candidates, filters) : undefined,
  };
}

function ownOf(shelf: Shelf, placed: readonly Placed[], reader: Reader): Placed[] {
  const owners = shelf.column('owner');
  const seen: (boolean | undefined)[] = [];
  return placed.filter(({ line }) => {
    const number = owners.numberOf(line);
    const known = seen[number];
    if (known !== undefined) return known;
    const sees = maySee(reader, owners.values[number]?.[0]);
    seen[number] = sees;
    return sees;
  });
}

interface Filter {
  readonly dimension: Dimension;
  readonly column: Column;
  readonly wants: (values: readonly string[]) => boolean;
  /** The answer by number in the column, as far as that has been asked. */
  readonly known: (boolean | undefined)[];
}

function filtersOf(shelf: Shelf, wanted: Wanted): Filter[] {
  return dimensionNames.flatMap((dimension) => {
    const value = wanted[dimension];
    if (value === undefined) return [];
    const wants =
      dimension === 'requirement' ? wantsClaims(shelf.programme, wanted) : wantsValue(String(value));
    return [{ dimension, column: shelf.column(dimension), wants, known: [] }];
  });
}

function wantsValue(value: string): Filter['wants'] {
  return (values) => (value === '' ? values.length === 0 : values.includes(value));
}

/** A claim on the requirement, or on one below it, in the framework asked about or in any that is adopted. */
function wantsClaims({ governance }: Programme, { requirement, framework }: Wanted): Filter['wants'] {
  const frameworks = framework === undefined ? [...governance.adoptions.keys()] : [String(framework)];
  const keys = frameworks.flatMap((id) => {
    const edition = adoptedEdition(governance, id);
    return edition ? withBelow(edition, String(requirement)).map((each) => requirementKey(id, each)) : [];
  });
  const wanted = new Set(keys);
  return (values) => values.some((value) => wanted.has(value));
}

function passes({ column, wants, known }: Filter, line: Line): boolean {
  const number = column.numberOf(line);
  const before = known[number];
  if (before !== undefined) return before;
  const found = wants(column.values[number] ?? []);
  known[number] = found;
  return found;
}

function withBelow(edition: Framework, requirement: string): string[] {
  return [requirement, ...childrenOf(edition, requirement).flatMap(({ id }) => withBelow(edition, id))];
}

function countFacets(shelf: Shelf, candidates: readonly Placed[], filters: readonly Filter[]): Facets {
  const counts = countedNames.map((dimension) => ({
    dimension,
    column: shelf.column(dimension),
    found: [] as number[],
  }));
  for (const { line } of candidates) {
    const failed = filters.filter((filter) => !passes(filter, line));
    if (failed.length > 1) continue;
    // One that only its own filter keeps out is what another value of that filter would bring.
    for (const { dimension, column, found } of counts) {
      if (failed[0] && failed[0].dimension !== dimension) continue;
      const number = column.numberOf(line);
      found[number] = (found[number] ?? 0) + 1;
    }
  }
  return Object.fromEntries(
    counts.map(({ dimension, column, found }) => [dimension, byCount(column, found)]),
  ) as unknown as Facets;
}

function byCount({ values }: Column, found: readonly (number | undefined)[]): Facets[Counted] {
  const counts = new Map<string, number>();
  for (const [number, times = 0] of found.entries()) {
    const each = values[number] ?? [];
    for (const value of each.length === 0 ? [''] : each) counts.set(value, (counts.get(value) ?? 0) + times);
  }
  const counted = [...counts].map(([value, count]) => ({ value, count })).filter(({ count }) => count > 0);
  return counted.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}
