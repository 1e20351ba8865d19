import { makeStore } from '../store/store.ts';

/** Whether the server answered when it was last asked. */
const connection = makeStore<'there' | 'gone'>('there');

export const useConnection = connection.use;

export function setConnection(now: 'there' | 'gone'): void {
  if (connection.get() !== now) connection.set(now);
}
