import type { Programme } from '@concord/programme';
import { type InLanguage, languageOf } from '../language/say.ts';
import { maySee, type Reader } from '../reader.ts';
import { entriesOf } from './entries.ts';
import { type Entry, type FoundKind, type FoundRow, foundKinds } from './entry.ts';
import { rankOf, ranks, wantedIn } from './rank.ts';

export interface FindAsked extends InLanguage {
  readonly programme: Programme;
  /** What began after this day is not there yet. */
  readonly on: string;
  readonly reader: Reader;
}

export interface FindWanted {
  readonly text: string;
  /** All kinds where none is named. */
  readonly kinds?: readonly FoundKind[] | undefined;
  readonly limit: number;
}

export interface Found {
  readonly on: string;
  readonly knownAt: number;
  /** Best first. How many more there are is not counted: a count of hits would answer guesses at what is hidden. */
  readonly rows: readonly FoundRow[];
}

/** Whatever the reader may see that has this text in its code, its title or what is said of it. */
export function find(asked: FindAsked, { text, kinds = [], limit }: FindWanted): Found {
  const { programme, on } = asked;
  const wanted = wantedIn(text);
  const byRank: FoundRow[][] = Array.from({ length: ranks }, () => []);
  for (const kind of foundKinds) {
    if (kinds.length > 0 && !kinds.includes(kind)) continue;
    for (const entry of entriesOf(programme, kind, languageOf(asked))) {
      const found = byRank[rankOf(entry, wanted) ?? ranks];
      if (found && found.length < limit && entry.from <= on && isSeen(asked, entry)) found.push(entry.row);
    }
  }
  return { on, knownAt: programme.position, rows: byRank.flat().slice(0, limit) };
}

/** Whether the reader may see what was found. */
export function isSeen({ programme, reader }: FindAsked, { of }: Entry): boolean {
  if (of === 'everybody') return true;
  if ('owner' in of) return maySee(reader, of.owner);
  const { controls } = programme.controls;
  return of.controls.some((id) => maySee(reader, controls.get(id)?.owner));
}
