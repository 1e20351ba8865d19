import { makeStore } from '../store/store.ts';

/** Whether the server answered when it was last asked; `locked` when it was started anew and has another key. */
export type Connection = 'there' | 'gone' | 'locked';

const connection = makeStore<Connection>('there');

export const useConnection = connection.use;

export function setConnection(now: Connection): void {
  if (connection.get() !== now) connection.set(now);
}
