import type { AttributeTable, ControlAttributes } from '@concord/catalog';
import type { Standing } from '../coverage/feed.ts';
import type { ApplicabilityOf, Basis, NamedControl } from './basis.ts';

/** One of the five attributes of ISO/IEC 27002. */
export type Attribute = keyof ControlAttributes;

export const attributes = [
  'controlTypes',
  'properties',
  'concepts',
  'capabilities',
  'domains',
] as const satisfies readonly Attribute[];

/** What there is of one value of an attribute, e.g. of what detects. */
export interface DiversityRow {
  readonly attribute: Attribute;
  readonly value: string;
  /** Controls of Annex A that have the value. */
  readonly annexA: {
    readonly all: number;
    readonly necessary: number;
    readonly excluded: number;
    readonly undecided: number;
    /** What is claimed to meet them is in place, by what the organisation says. */
    readonly implemented: number;
    readonly met: number;
  };
  /** Controls of our library that are claimed, and the claim confirmed, for one of them. */
  readonly library: {
    readonly all: number;
    readonly operating: number;
    /** With evidence that is fresh or in grace, whatever they are otherwise. */
    readonly fresh: number;
    /** They operate, their design is accepted and their evidence counts. */
    readonly working: number;
  };
  /** On how many working controls the value rests. */
  readonly restsOn: 'nothing' | 'one' | 'several';
  /** The one it rests on. */
  readonly single?: NamedControl;
}

/** Every value that the table gives to any control, in the order in which it first does. */
export function valuesOf(table: AttributeTable, attribute: Attribute): string[] {
  const values = Object.values(table.controls).flatMap((given) => given?.[attribute] ?? []);
  return [...new Set(values)];
}

export function diversityRow(basis: Basis, attribute: Attribute, value: string): DiversityRow {
  const annexA = basis.annexA.filter(({ attributes: given }) => given[attribute].includes(value));
  const controls = [...new Set(annexA.flatMap(({ controls: claimed }) => claimed))];
  const working = controls.filter(works);
  const decided = (wanted: ApplicabilityOf) =>
    annexA.filter(({ applicability }) => applicability === wanted).length;
  const [only] = working;
  return {
    attribute,
    value,
    annexA: {
      all: annexA.length,
      necessary: decided('applicable'),
      excluded: decided('excluded'),
      undecided: decided('undecided'),
      implemented: annexA.filter(({ row }) => row.kind !== 'excluded' && row.implementation === 'yes').length,
      met: annexA.filter(({ row }) => row.mark === 'met').length,
    },
    library: {
      all: controls.length,
      operating: controls.filter(({ state }) => state.implementation === 'operating').length,
      fresh: controls.filter(({ shown }) => shown.freshness === 'fresh' || shown.freshness === 'due').length,
      working: working.length,
    },
    restsOn: working.length === 0 ? 'nothing' : working.length === 1 ? 'one' : 'several',
    ...(only && working.length === 1 ? { single: basis.named(only) } : {}),
  };
}

export function works({ state }: Standing): boolean {
  return state.inUse && state.why === 'operating';
}
