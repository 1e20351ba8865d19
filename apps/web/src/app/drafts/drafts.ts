import { makeStore } from '../store/store.ts';

/** What was begun and is not sent yet, as this browser keeps it: it outlives a page that is loaded anew. */
export interface KeptDraft<What = unknown> {
  readonly id: string;
  /** Instant at which it was last typed on, in UTC. */
  readonly at: string;
  /** A file that belongs to it. Its bytes lie elsewhere, where they are kept at all. */
  readonly file?: FileAbout | undefined;
  readonly what: What;
}

export interface FileAbout {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly isKept: boolean;
}

/** Drafts of one organisation at most; one more is not kept, and says so. */
export const mostDrafts = 20;

/** Bytes of the files of one organisation’s drafts at most. */
export const mostBytes = 50 * 1024 * 1024;

const place = 'concord.drafts.';
const changed = makeStore(0);

globalThis.addEventListener?.('storage', ({ key }) => {
  if (key?.startsWith(place)) changed.set(changed.get() + 1);
});

/** The drafts of an organisation, the latest first. */
export function readDrafts(organisation: string): readonly KeptDraft[] {
  try {
    const found: unknown = JSON.parse(globalThis.localStorage?.getItem(place + organisation) ?? '[]');
    return Array.isArray(found) ? (found as KeptDraft[]) : [];
  } catch {
    return [];
  }
}

/** The same for what is drawn: followed while it changes, in other pages of this browser too. */
export function useDrafts(organisation: string): readonly KeptDraft[] {
  changed.use();
  return readDrafts(organisation);
}

/** How many drafts this browser keeps, of whatever organisation. */
export function useDraftCount(): number {
  changed.use();
  return keptPlaces().reduce((count, each) => count + readDrafts(each).length, 0);
}

/** Where this browser keeps drafts, of whatever organisation. */
function keptPlaces(): readonly string[] {
  const kept = globalThis.localStorage;
  const names = Array.from({ length: kept?.length ?? 0 }, (_, at) => kept.key(at) ?? '');
  return names.flatMap((each) => (each.startsWith(place) ? [each.slice(place.length)] : []));
}

/** Takes all drafts of some places away; says whether there were such. */
export function dropPlaces(isGone: (place: string) => boolean): boolean {
  const gone = keptPlaces().filter(isGone);
  for (const each of gone) globalThis.localStorage.removeItem(place + each);
  if (gone.length > 0) changed.set(changed.get() + 1);
  return gone.length > 0;
}

/** The drafts with one as it stands now, the latest first; the same ones where there is no room for another. */
export function withDraft(drafts: readonly KeptDraft[], draft: KeptDraft): readonly KeptDraft[] {
  const others = drafts.filter(({ id }) => id !== draft.id);
  return others.length >= mostDrafts ? drafts : [draft, ...others];
}

/**
 * Where the drafts of somebody in an organisation are kept: nobody else who opens Concord in this browser, with a key of
 * their own, is shown them.
 */
export function placeOf(organisation: string, person: string): string {
  return `${organisation}/${person}`;
}

/** Drafts of forms that stand in a place: a form has one, and is offered it when it is opened again. */
export function formsOf(place: string): string {
  return `${place}/forms`;
}

/** Keeps what is typed in a form, in place of the oldest where there are as many as are kept. */
export function keepForm(organisation: string, draft: KeptDraft): boolean {
  const others = readDrafts(organisation).filter(({ id }) => id !== draft.id);
  return write(organisation, [draft, ...others.slice(0, mostDrafts - 1)]);
}

/** What of a form can be written down: nothing said is written too, so that it is told from what was not asked yet. */
export function toKeep(draft: object): Readonly<Record<string, unknown>> {
  const kept = Object.entries(draft).filter(([, value]) => !(value instanceof Blob));
  return Object.fromEntries(kept.map(([member, value]) => [member, value ?? null]));
}

/** A form as it was written down; what it did not have then is as it is at first. */
export function gotBack<Draft extends object>(first: Draft, kept: unknown): Draft {
  const said = Object.entries(kept as object).map(([member, value]) => [member, value ?? undefined] as const);
  return { ...first, ...Object.fromEntries(said) };
}

/** Whether a file of so many bytes finds room beside those that are kept for other drafts. */
export function hasRoom(drafts: readonly KeptDraft[], id: string, size: number): boolean {
  const others = drafts.filter((each) => each.id !== id && each.file?.isKept === true);
  return others.reduce((sum, { file }) => sum + (file?.size ?? 0), size) <= mostBytes;
}

/** Keeps a draft as it stands; says whether this browser does. */
export function keepDraft(organisation: string, draft: KeptDraft): boolean {
  const drafts = withDraft(readDrafts(organisation), draft);
  return write(organisation, drafts) && drafts.includes(draft);
}

/** Takes a draft away: it was sent, or is given up. */
export function dropDraft(organisation: string, id: string): void {
  write(
    organisation,
    readDrafts(organisation).filter((each) => each.id !== id),
  );
}

/** A browser may be told to keep nothing, or be full. */
function write(organisation: string, drafts: readonly KeptDraft[]): boolean {
  try {
    if (drafts.length === 0) window.localStorage.removeItem(place + organisation);
    else window.localStorage.setItem(place + organisation, JSON.stringify(drafts));
  } catch {
    return false;
  }
  changed.set(changed.get() + 1);
  return true;
}
