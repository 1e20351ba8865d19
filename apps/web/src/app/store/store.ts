import { useSyncExternalStore } from 'react';

/** A value that components follow and that anything may set. */
export interface Store<Value> {
  readonly get: () => Value;
  readonly set: (next: Value) => void;
  readonly use: () => Value;
}

export function makeStore<Value>(first: Value): Store<Value> {
  let value = first;
  const followers = new Set<() => void>();
  const get = () => value;
  const follow = (follower: () => void) => {
    followers.add(follower);
    return () => followers.delete(follower);
  };
  return {
    get,
    set: (next) => {
      value = next;
      for (const follower of followers) follower();
    },
    use: () => useSyncExternalStore(follow, get),
  };
}
