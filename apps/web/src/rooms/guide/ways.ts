import type { Room, Search } from '../../app/index.ts';
import type { GuideStep, StepName } from './steps.ts';

/** Where a step is taken: a room, and what its address says. */
export interface Way {
  readonly room: Room;
  readonly search?: Search;
}

/** Where controls that are of no use here are seen. */
export const idleWay: Way = { room: 'library', search: { implementation: '-' } };

/**
 * What is left to do of a step that counts controls, as the library is filtered by it and as its facets are counted: so
 * that a link never leads to fewer than the step says are left.
 */
export const left = {
  owner: { owner: ['-'], implementation: ['planned', 'partly', 'operating'] },
  claims: { toConfirm: ['true'] },
  evidence: { freshness: ['failed', 'stale', 'missing'], implementation: ['partly', 'operating'] },
} as const;

function searchOf(wanted: Readonly<Record<string, readonly string[]>>): Search {
  return Object.fromEntries(Object.entries(wanted).map(([name, values]) => [name, values.join(',')]));
}

const ways: Readonly<Record<StepName, Way | undefined>> = {
  scope: undefined,
  frameworks: { room: 'frameworks' },
  class: { room: 'nis2', search: { show: 'class' } },
  controls: { room: 'library', search: { do: 'starter' } },
  claims: { room: 'library', search: searchOf(left.claims) },
  applicability: { room: 'statement-of-applicability', search: { theme: 'findings', checks: 'SOA-01' } },
  implementation: { room: 'library', search: { implementation: 'planned' } },
  evidence: { room: 'library', search: searchOf(left.evidence) },
  checks: { room: 'statement-of-applicability', search: { theme: 'findings', checks: 'E' } },
  published: { room: 'statement-of-applicability' },
  profile: { room: 'csf-profile' },
};

/** Where a step that is done is looked at. */
const seen: Readonly<Partial<Record<StepName, Way>>> = {
  class: { room: 'nis2' },
  controls: { room: 'library' },
  claims: { room: 'library' },
  applicability: { room: 'statement-of-applicability' },
  implementation: { room: 'library' },
  evidence: { room: 'evidence' },
  checks: { room: 'statement-of-applicability' },
};

/** The way to what is left of a step; to what came of it once it is done. */
export function wayOf({ name, state, count, of }: GuideStep): Way | undefined {
  if (state === 'done') return seen[name] ?? ways[name];
  // Nobody answers for some: these are left. Else it is that nothing works.
  if (name === 'implementation' && count < of) return { room: 'library', search: searchOf(left.owner) };
  return ways[name];
}

type Facets = Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;

/** How many controls have one of the values that say that something is left. */
export function countOf(facets: readonly Facets[], dimension: string, values: readonly string[]): number {
  const counted = facets.flatMap((each) => each[dimension] ?? []);
  const wanted = values.map((value) => (value === '-' ? '' : value));
  return counted.reduce((sum, { value, count }) => sum + (wanted.includes(value) ? count : 0), 0);
}
