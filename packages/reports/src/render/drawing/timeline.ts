import type { TimelineBlock, TimelineRow } from '../../blocks.ts';
import { shorten } from '../../wording/shorten.ts';

/** A timeline with every day as a share of its length, 0 at its beginning and 1 at its end. */
export interface PlacedTimeline {
  /** A label is empty where it would run into another. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly marks: readonly PlacedMark[];
  readonly rows: readonly PlacedRow[];
}

interface PlacedMark {
  readonly at: number;
  readonly label: string;
  /** Where the room for the label begins, and how much of the length it takes. */
  readonly start: number;
  readonly room: number;
  /** Labels that would run into each other stand on lines under each other, from 0. */
  readonly line: number;
}

export interface PlacedRow {
  readonly from: number;
  readonly to: number;
  /** The row lies before or after everything that is drawn, so there is only an arrow to it. */
  readonly outside?: 'before' | 'after';
}

/** About so many characters of a label find room over the whole length. */
const CHARACTERS = 46;

/** Places a calendar's days. A bar begins with its first day and ends with its last one. */
export function placeTimeline(block: TimelineBlock): PlacedTimeline {
  const begin = dayOf(block.from);
  const length = Math.max(1, dayOf(block.to) - begin + 1);
  const share = (on: string, days = 0) => (dayOf(on) - begin + days) / length;
  const inside = ({ at }: { at: number }) => at >= 0 && at <= 1;
  const placed = ({ on, label }: { on: string; label: string }) => ({ at: share(on), label });
  return {
    ticks: thinOut(block.ticks.map(placed).filter(inside)),
    marks: spread(block.marks.map(placed).filter(inside)),
    rows: block.rows.map((row) => placeRow(row, share)),
  };
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

function placeRow({ from, to }: TimelineRow, share: (on: string, days?: number) => number): PlacedRow {
  const [start, end] = [share(from), share(to, 1)];
  const clamped = { from: clamp(start), to: clamp(Math.max(start, end)) };
  if (end <= 0) return { ...clamped, outside: 'before' };
  return start >= 1 ? { ...clamped, outside: 'after' } : clamped;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function roomOf(label: string): number {
  return Math.min(1, (label.length + 2) / CHARACTERS);
}

function thinOut(ticks: readonly { at: number; label: string }[]): { at: number; label: string }[] {
  let free = 0;
  return ticks
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, label }) => {
      const cut = shorten(label, 14);
      if (at < free || at + roomOf(cut) > 1.04) return { at, label: '' };
      free = at + roomOf(cut);
      return { at, label: cut };
    });
}

function spread(marks: readonly { at: number; label: string }[]): PlacedMark[] {
  const ends: number[] = [];
  return marks
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, label: whole }) => {
      const label = shorten(whole, 30);
      const room = roomOf(label);
      const start = Math.min(1 - room, Math.max(0, at - room / 2));
      const found = ends.findIndex((end) => end <= start);
      const line = found === -1 ? ends.length : found;
      ends[line] = start + room;
      return { at, label, start, room, line };
    });
}
