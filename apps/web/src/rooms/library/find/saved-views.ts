import { inPlace } from '../../../states/index.ts';
import { viewIn } from './filters.ts';

type Search = Readonly<Record<string, string | undefined>>;

/** A set of filters with a name, kept by this browser for one organisation. */
export interface SavedView {
  readonly name: string;
  readonly search: Readonly<Record<string, string>>;
}

/** What is of no use here needs nobody, and nobody has to confirm what it is claimed for. */
const ofUse = { implementation: 'planned,partly,operating' } as const;
/** Those that nobody answers for. */
export const ownerless = { owner: '-', ...ofUse } as const;

/** Views that everybody has; their names are words of the room. */
export const standingViews = [
  { id: 'all', search: {} },
  { id: 'mine', search: { owner: 'me' } },
  { id: 'to-renew', search: { freshness: 'failed,stale,missing,due', ...inPlace } },
  { id: 'no-owner', search: ownerless },
  { id: 'failed', search: { freshness: 'failed', ...inPlace } },
  { id: 'unconfirmed', search: { unconfirmed: 'true', ...ofUse } },
] as const satisfies readonly { readonly id: string; readonly search: Search }[];
export type StandingView = (typeof standingViews)[number]['id'];

/** Whether an address shows exactly this view; the order of the rows is not part of it. */
export function shows(search: Search, view: Search): boolean {
  return written(search) === written(view);
}

function written(search: Search): string {
  const { sort: _sort, direction: _direction, ...members } = viewIn(search);
  return JSON.stringify(Object.entries(members).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Reads what was kept; anything else that may stand there is passed over. */
export function readViews(kept: string | null): readonly SavedView[] {
  try {
    const found: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(found)
      ? found.filter(isView).map(({ name, search }) => ({ name, search: viewIn(search) }))
      : [];
  } catch {
    return [];
  }
}

function isView(found: unknown): found is SavedView {
  if (typeof found !== 'object' || found === null || !('name' in found) || !('search' in found)) return false;
  const { name, search } = found;
  if (typeof name !== 'string' || name === '' || typeof search !== 'object' || search === null) return false;
  return Object.values(search).every((value) => typeof value === 'string');
}

/** With the view under its name, in place of one of the same name. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return [...views.filter(({ name }) => name !== view.name), view];
}
