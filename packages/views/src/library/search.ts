import { childrenOf, type Framework } from '@concord/catalog';
import { adoptedEdition, requirementKey } from '@concord/programme';
import { maySee, type Reader } from '../reader.ts';
import type { Column } from './column.ts';
import { type Dimension, dimensionNames, type SortedBy } from './dimension.ts';
import { descending } from './order.ts';
import type { Shelf } from './shelf.ts';

/** Which controls are wanted, and in what order: a value by dimension or any of several, '' for those that have none. */
export interface Wanted
  extends Readonly<Partial<Record<Dimension, string | boolean | readonly string[] | undefined>>> {
  /** Part of code, name or statement. */
  readonly text?: string | undefined;
  /** One that is claimed, or that has one below it that is; of any adopted framework when none is named. */
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
  /** Slots of the controls in the order asked for. */
  readonly slots: readonly number[];
  /** Controls that the reader may not see, whether they match or not. */
  readonly hidden: number;
  readonly facets: Facets | undefined;
}

/** The controls that match and that the reader may see. */
export function search(shelf: Shelf, wanted: Wanted, reader: Reader): Found {
  const order = shelf.order(wanted.sort ?? 'code');
  const inOrder = wanted.direction === 'descending' ? descending(order) : order.slots;
  const visible = passing(inOrder, ownersSeen(shelf, reader));
  const candidates = passing(visible, [...textFound(shelf, wanted), ...claimFound(shelf, wanted)]);
  const filters = filtersOf(shelf, wanted);
  return {
    slots: passing(candidates, filters),
    hidden: order.slots.length - visible.length,
    facets: wanted.facets ? countFacets(shelf, candidates, filters) : undefined,
  };
}

/** What must be true of the values in a column. */
interface Test {
  readonly column: Column;
  readonly wants: (values: readonly string[]) => boolean;
}

function passing(slots: readonly number[], tests: readonly Test[]): readonly number[] {
  return tests.reduce((left, test) => left.filter(testOf(test)), slots);
}

function ownersSeen(shelf: Shelf, reader: Reader): Test[] {
  if (reader.sees === 'all') return [];
  return [{ column: shelf.column('owner'), wants: ([owner]) => maySee(reader, owner) }];
}

const isTrue: Test['wants'] = ([answer]) => answer === 'true';

function textFound(shelf: Shelf, { text = '' }: Wanted): Test[] {
  const part = text.toLowerCase();
  if (part === '') return [];
  return [
    { column: shelf.answers(`text ${part}`, ({ searched }) => searched.includes(part)), wants: isTrue },
  ];
}

/** A claim on the requirement, or on one below it, in the framework asked about or in any that is adopted. */
function claimFound(shelf: Shelf, { requirement, framework }: Wanted): Test[] {
  if (requirement === undefined) return [];
  const { governance } = shelf.programme;
  const frameworks = framework === undefined ? [...governance.adoptions.keys()] : [String(framework)];
  const keys = frameworks.flatMap((id) => {
    const edition = adoptedEdition(governance, id);
    return edition ? withBelow(edition, requirement).map((each) => requirementKey(id, each)) : [];
  });
  const wanted = new Set(keys);
  const column = shelf.answers(`claim ${keys.join(' ')}`, ({ claimed }) =>
    claimed.some((claim) => wanted.has(requirementKey(claim.framework, claim.requirement))),
  );
  return [{ column, wants: isTrue }];
}

/** The test of a slot; what is asked of each distinct answer is asked once. */
function testOf({ column, wants }: Test): (slot: number) => boolean {
  const known: (boolean | undefined)[] = [];
  return (slot) => {
    const number = column.numberOf(slot);
    const before = known[number];
    if (before !== undefined) return before;
    const found = wants(column.values[number] ?? []);
    known[number] = found;
    return found;
  };
}

interface Filter extends Test {
  readonly dimension: Dimension;
}

function filtersOf(shelf: Shelf, wanted: Wanted): Filter[] {
  return dimensionNames.flatMap((dimension) => {
    const value = wanted[dimension];
    if (value === undefined) return [];
    const wants = wantsAny(typeof value === 'object' ? value : [String(value)]);
    return [{ dimension, column: shelf.column(dimension), wants }];
  });
}

function wantsAny(wanted: readonly string[]): Test['wants'] {
  return (values) => wanted.some((value) => (value === '' ? values.length === 0 : values.includes(value)));
}

function withBelow(edition: Framework, requirement: string): string[] {
  return [requirement, ...childrenOf(edition, requirement).flatMap(({ id }) => withBelow(edition, id))];
}

function countFacets(shelf: Shelf, candidates: readonly number[], filters: readonly Filter[]): Facets {
  const tests = filters.map((filter) => ({ dimension: filter.dimension, passes: testOf(filter) }));
  const counts = dimensionNames.map((dimension) => ({
    dimension,
    column: shelf.column(dimension),
    found: [] as number[],
  }));
  for (const slot of candidates) {
    const [failed, another] = tests.filter(({ passes }) => !passes(slot));
    if (another) continue;
    // One that only its own filter keeps out is what another value of that filter would bring.
    for (const { dimension, column, found } of counts) {
      if (failed && failed.dimension !== dimension) continue;
      const number = column.numberOf(slot);
      found[number] = (found[number] ?? 0) + 1;
    }
  }
  return Object.fromEntries(
    counts.map(({ dimension, column, found }) => [dimension, byCount(column, found)]),
  ) as unknown as Facets;
}

function byCount({ values }: Column, found: readonly (number | undefined)[]): Facets[Dimension] {
  const counts = new Map<string, number>();
  for (const [number, times = 0] of found.entries()) {
    const each = values[number] ?? [];
    for (const value of each.length === 0 ? [''] : each) counts.set(value, (counts.get(value) ?? 0) + times);
  }
  const counted = [...counts].map(([value, count]) => ({ value, count })).filter(({ count }) => count > 0);
  return counted.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}
