import { attributesOf, attributeTable, type ControlAttributes } from '@concord/catalog';
import {
  type Freshness,
  implementationOn,
  implementations,
  isExcludedOn,
  wholeOrganisation,
} from '@concord/programme';
import type { Line } from './line.ts';
import type { Shelf } from './shelf.ts';

/** What the most urgent is comes first. */
export const freshnesses = [
  'failed',
  'stale',
  'missing',
  'due',
  'fresh',
] as const satisfies readonly Freshness[];

type ValuesOf = (line: Line, shelf: Shelf) => string | readonly string[];

/** What the library is filtered and counted by: the values that a control has. */
export const dimensions = {
  owner: ({ control }) => control.owner ?? '',
  family: ({ control }) => control.family ?? '',
  frequency: ({ control }) => control.frequency ?? '',
  design: ({ control }) => control.design,
  scope: ({ control }) => (control.scopes.length === 0 ? wholeOrganisation : control.scopes),
  framework: ({ claimed }) => [...new Set(claimed.map((claim) => claim.framework))].sort(),
  implementation: ({ control }, { on }) => ofUse(control, () => implementationOn(control, on)),
  freshness: (line, shelf) => ofUse(line.control, () => shelf.standing(line).shown.freshness),
  retired: (line, shelf) => String(isRetired(line, shelf.on)),
  unconfirmed: (line) => String(unconfirmedOf(line) > 0),
  toConfirm: (line, shelf) => String(isToConfirm(line, shelf)),
  controlType: (line) => attributeValues(line, 'controlTypes'),
  property: (line) => attributeValues(line, 'properties'),
  concept: (line) => attributeValues(line, 'concepts'),
  capability: (line) => attributeValues(line, 'capabilities'),
  domain: (line) => attributeValues(line, 'domains'),
} as const satisfies Readonly<Record<string, ValuesOf>>;

export type Dimension = keyof typeof dimensions;

export const dimensionNames = Object.keys(dimensions) as readonly Dimension[];

export function isRetired({ control: { retiredOn } }: Line, on: string): boolean {
  return retiredOn !== undefined && retiredOn <= on;
}

/** What is of no use here is neither planned, nor does it lack evidence: it has no value, and is counted as none. */
function ofUse<Value extends string>({ conditionHolds }: Line['control'], value: () => Value): Value | [] {
  return conditionHolds ? value() : [];
}

/** How many of its claims nobody has confirmed yet. */
export function unconfirmedOf({ claimed }: Line): number {
  return claimed.filter(({ state }) => state === 'proposed').length;
}

/** In practice, and a claim of its own on what applies is only proposed: to say that it holds has a meaning now. */
function isToConfirm({ control, claimed }: Line, { programme, on }: Shelf): boolean {
  if (!control.conditionHolds || implementationOn(control, on) === 'planned') return false;
  return claimed.some(
    (claim) =>
      claim.state === 'proposed' && claim.controls.length === 1 && !isExcludedOn(programme, claim, on),
  );
}

const framework = attributeTable().framework;
/** ISO/IEC 27002 gives its attributes to the controls of Annex A; ours has those of the ones it claims. */
function attributeValues({ claimed }: Line, kind: keyof ControlAttributes): readonly string[] {
  const annex = claimed.filter((claim) => claim.framework === framework);
  const values = annex.flatMap((claim) => attributesOf(framework, claim.requirement)?.[kind] ?? []);
  return [...new Set(values)].sort();
}

/** What the library can be sorted by. A control that has no such value comes last. */
export const sortings = {
  code: ({ control }) => control.code,
  name: ({ control }) => control.name.toLowerCase(),
  owner: ({ control }) => control.owner,
  family: ({ control }) => control.family?.toLowerCase(),
  implementation: ({ control }, { on }) => String(implementations.indexOf(implementationOn(control, on))),
  freshness: (line, shelf) => String(freshnesses.indexOf(shelf.standing(line).shown.freshness)),
  freshUntil: (line, shelf) => shelf.standing(line).shown.until,
} as const satisfies Readonly<Record<string, (line: Line, shelf: Shelf) => string | undefined>>;

export type SortedBy = keyof typeof sortings;
