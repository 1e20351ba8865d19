import { makeStore } from '../store/store.ts';

/** Something that is told once it is done, and can perhaps be taken back. */
export interface Told {
  readonly id: number;
  readonly says: string;
  /** What should be known of it, in the server's words. */
  readonly notices?: readonly string[] | undefined;
  readonly tone: 'done' | 'failed';
  /** What it tells of, where that can be taken back. */
  readonly entry?: Entry | undefined;
}

/** What one command wrote: the position of its last entry. */
export interface Entry {
  readonly organisation: string;
  readonly position: number;
}

const told = makeStore<readonly Told[]>([]);
let last = 0;

export const useTold = told.use;

/** Says it at the foot of the page. The last three stand; older ones leave. */
export function tell(notice: Omit<Told, 'id'>): void {
  last += 1;
  told.set([...told.get(), { ...notice, id: last }].slice(-3));
}

export function dismiss(id: number): void {
  told.set(told.get().filter((notice) => notice.id !== id));
}

/** It was taken back, wherever that was done: nothing offers it any more. */
export function dismissTakenBack({ organisation, position }: Entry): void {
  const isIt = ({ entry }: Told) => entry?.organisation === organisation && entry.position === position;
  told.set(told.get().filter((notice) => !isIt(notice)));
}
