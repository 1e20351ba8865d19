import type { Evidence, Programme } from '@concord/programme';
import type { ViewMemory } from '../coverage/memory.ts';
import { touchedSince } from '../coverage/standings.ts';

/** Every piece of a programme in the order recorded, and those that are newer versions of others. */
export interface Pieces {
  readonly all: readonly Evidence[];
  readonly replacing: readonly Evidence[];
  /** What was found for a question, until anything changes; so that the next page costs nothing. */
  found(question: string, find: () => readonly Evidence[]): readonly Evidence[];
}

interface Kept extends Pieces {
  readonly programme: Programme;
  readonly all: Evidence[];
  readonly replacing: Evidence[];
}

const foundKept = 20;

function keep(programme: Programme, { all, replacing }: Pick<Kept, 'all' | 'replacing'>): Kept {
  const answers = new Map<string, readonly Evidence[]>();
  const found: Pieces['found'] = (question, find) => {
    const known = answers.get(question);
    if (known) return known;
    if (answers.size >= foundKept) answers.clear();
    const answer = find();
    answers.set(question, answer);
    return answer;
  };
  return { programme, all, replacing, found };
}

// Beside the memory and not in it: what is kept there need not know what is kept here.
const kept = new WeakMap<ViewMemory, Kept>();

/** Remembered, and brought up to date by what the facts touched: sorting 100,000 pieces for each new one would be felt. */
export function piecesOf(programme: Programme, memory: ViewMemory): Pieces {
  const known = kept.get(memory);
  if (known?.programme === programme) return known;
  const now = (known && broughtUpTo(known, programme)) ?? readAll(programme);
  kept.set(memory, now);
  return now;
}

function readAll(programme: Programme): Kept {
  // Each has an entry of its own: put in its place, and the empty places taken out, is four times as fast as sorted.
  const placed: (Evidence | undefined)[] = new Array(programme.position + 1);
  for (const piece of programme.controls.evidence.values()) placed[piece.seq] = piece;
  const all = placed.filter((piece) => piece !== undefined);
  return keep(programme, { all, replacing: all.filter(replaces) });
}

function replaces({ versionOf, outcome }: Evidence): boolean {
  return versionOf !== undefined && outcome !== 'neutral';
}

/** The earlier lists are used up: they are changed and handed on. */
function broughtUpTo({ programme: before, all, replacing }: Kept, programme: Programme): Kept | undefined {
  const touched = touchedSince(before, programme);
  if (touched === undefined) return undefined;
  const changed = new Map<string, Evidence>();
  for (const control of touched.controls) {
    const ids = programme.controls.evidenceFor.get(control);
    const from = before.controls.evidenceFor.get(control)?.size ?? 0;
    for (const id of ids?.slice(from) ?? []) {
      const piece = programme.controls.evidence.get(id);
      if (piece) changed.set(id, piece);
    }
  }
  for (const piece of [...changed.values()].sort((one, other) => one.seq - other.seq)) {
    put(all, piece);
    if (replaces(piece)) put(replacing, piece);
  }
  return keep(programme, { all, replacing });
}

/** A new piece at the end; one that was assigned to further controls in its place. */
function put(list: Evidence[], piece: Evidence): void {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Evidence).seq < piece.seq) low = middle + 1;
    else high = middle;
  }
  list[low] = piece;
}
