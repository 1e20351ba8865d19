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
export const freshnesses = ['failed', 'stale', 'missing', 'due', 'fresh'] as const;
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
  implementation: implementations,
  frequency: [...frequencies, none],
  design: designs,
  unconfirmed: ['true', 'false'],
  retired: ['true', 'any'],
};

const longest = 100;

function checked(name: FilterName, value: string): string {
  if (name === 'freshness') return listIn(value).join(',');
  const values = known[name];
  return value.length > longest || (values && !values.includes(value)) ? '' : value;
}

function listIn(value: string): readonly (typeof freshnesses)[number][] {
  const said = value.split(',');
  return freshnesses.filter((each) => said.includes(each));
}

/** What an address may say of the list, whatever ids there are. */
export const filterWords = {
  ...known,
  freshness: { anyOf: freshnesses },
  sort: sortings,
  direction: ['ascending', 'descending'],
} as const;

/** What the server is asked for what the address says. `me` is the person who looks. */
export function wantedIn(search: Search, me: string): WantedControls {
  const { framework, requirement, implementation, freshness, design, unconfirmed, retired, ...plain } =
    filtersIn(search);
  const text = (search.text ?? '').trim().slice(0, 200);
  const sort = sortings.find((each) => each === search.sort);
  return {
    ...(text === '' ? {} : { text }),
    ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, meant(value, me)])),
    ...(framework === undefined ? {} : { framework }),
    ...(requirement === undefined ? {} : { requirement }),
    ...(implementation === undefined
      ? {}
      : { implementation: implementation as WantedControls['implementation'] }),
    ...(freshness === undefined ? {} : { freshness: [...listIn(freshness)] }),
    ...(design === undefined ? {} : { design: design as WantedControls['design'] }),
    ...(unconfirmed === undefined ? {} : { unconfirmed: unconfirmed === 'true' }),
    ...(retired === 'any' ? {} : { retired: retired === 'true' }),
    ...(sort === undefined ? {} : { sort }),
    ...(search.direction === 'descending' ? { direction: 'descending' as const } : {}),
  };
}

function meant(value: string, me: string): string {
  if (value === none) return '';
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
