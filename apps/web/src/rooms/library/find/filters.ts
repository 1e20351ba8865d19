import type { InputOf } from '@concord/operations/client';

/** What `controls list` is asked for, without the page. */
export type WantedControls = Omit<InputOf<'controls list'>, 'offset' | 'limit' | 'on' | 'knownAt'>;

/** What the list is narrowed by, each a member of the address. `requirement` stands with its `framework`. */
export const filterNames = [
  'framework',
  'requirement',
  'implementation',
  'owner',
  'scope',
  'freshness',
  'family',
  'frequency',
  'design',
  'unconfirmed',
  'toConfirm',
  'retired',
  'controlType',
  'property',
  'concept',
  'capability',
  'domain',
] as const;
export type FilterName = (typeof filterNames)[number];

/** Attributes that ISO/IEC 27002 gives to the controls of Annex A. */
export const attributeNames = ['controlType', 'property', 'concept', 'capability', 'domain'] as const;

export const implementations = ['planned', 'partly', 'operating'] as const;
const freshnesses = ['failed', 'stale', 'missing', 'due', 'fresh'] as const;
export const frequencies = [
  'continuous',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'half-yearly',
  'annual',
  'event-driven',
  'document',
] as const;
export const designs = ['draft', 'accepted'] as const;
export const sortings = [
  'code',
  'name',
  'owner',
  'family',
  'implementation',
  'freshness',
  'freshUntil',
] as const;

type Search = Readonly<Record<string, string | undefined>>;

/** Those that have none: an address leaves out what is empty. */
export const none = '-';
/** Whoever looks, so that an address means its reader. */
export const mine = 'me';

/** Filters of the address, whatever else it says; what no filter can be is passed over, for people type addresses. */
export function filtersIn(search: Search): Readonly<Partial<Record<FilterName, string>>> {
  const named = filterNames.flatMap((name) => {
    const value = checked(name, search[name] ?? '');
    return value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(named);
}

const known: Readonly<Partial<Record<FilterName, readonly string[]>>> = {
  frequency: [...frequencies, none],
  design: designs,
  unconfirmed: ['true', 'false'],
  toConfirm: ['true', 'false'],
  retired: ['true', 'any'],
};

const longest = 100;
const longestText = 200;

function checked(name: FilterName, value: string): string {
  if (name === 'freshness' || name === 'implementation') return listIn(value, listed[name]).join(',');
  const values = known[name];
  return value.length > longest || (values && !values.includes(value)) ? '' : value;
}

/** What is asked for as any of several. What is of no use here is in no state, and can be asked for as that. */
export const listed = { freshness: freshnesses, implementation: [...implementations, none] } as const;

function listIn<Value extends string>(value: string, values: readonly Value[]): Value[] {
  const said = value.split(',');
  return values.filter((each) => said.includes(each));
}

/** What an address may say of the list, whatever ids there are. */
export const filterWords = {
  ...known,
  freshness: { anyOf: listed.freshness },
  implementation: { anyOf: listed.implementation },
  sort: sortings,
  direction: ['ascending', 'descending'],
  ...Object.fromEntries(['requirement', 'family', ...attributeNames].map((name) => [name, { longest }])),
  text: { longest: longestText },
} as const;

/** What the server is asked for what the address says. `me` is the person who looks. */
export function wantedIn(search: Search, me: string): WantedControls {
  const { framework, requirement, implementation, freshness, design, unconfirmed, toConfirm, ...rest } =
    filtersIn(search);
  const { retired, ...plain } = rest;
  const { text: typed = '' } = search;
  const text = typed.length > longestText ? '' : typed.trim();
  const sort = sortings.find((each) => each === search.sort);
  return {
    ...(text === '' ? {} : { text }),
    ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, meant(value, me)])),
    ...(framework === undefined ? {} : { framework }),
    ...(requirement === undefined ? {} : { requirement }),
    ...(implementation === undefined ? {} : { implementation: statesIn(implementation) }),
    ...(freshness === undefined ? {} : { freshness: listIn(freshness, freshnesses) }),
    ...(design === undefined ? {} : { design: design as WantedControls['design'] }),
    ...(unconfirmed === undefined ? {} : { unconfirmed: unconfirmed === 'true' }),
    ...(toConfirm === undefined ? {} : { toConfirm: toConfirm === 'true' }),
    ...(retired === 'any' ? {} : { retired: retired === 'true' }),
    ...(sort === undefined ? {} : { sort }),
    ...(search.direction === 'descending' ? { direction: 'descending' as const } : {}),
  };
}

function statesIn(value: string): NonNullable<WantedControls['implementation']> {
  return listIn(value, listed.implementation);
}

function meant(value: string, me: string): string {
  return value === mine ? me : value;
}

/** The members of the address that make a view: filters, words and order. */
export function viewIn(search: Search): Readonly<Record<string, string>> {
  const { text = '', sort = '', direction = '' } = search;
  const members = { text: text.trim(), ...filtersIn(search), sort, direction };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== ''));
}

/** The change of an address that leaves every filter, and the words. */
export const withoutFilters: Search = Object.fromEntries(
  ['text', ...filterNames].map((name) => [name, undefined]),
);

/** The change of an address that takes one filter away; a requirement goes with its framework. */
export function withoutFilter(name: FilterName | 'text'): Search {
  return name === 'framework' ? { framework: undefined, requirement: undefined } : { [name]: undefined };
}
