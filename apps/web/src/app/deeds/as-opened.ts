import { useState } from 'react';

/**
 * What a form was opened on, as it was read then: what is read while it stands open does not move its revision, so that
 * a change made meanwhile is seen to, and not overwritten by what was typed before it.
 */
export function useAsOpened<Read>(read: Read): Read {
  const [opened] = useState(() => read);
  return opened;
}

/** The members that are said otherwise than they stood: what was left alone is not sent. */
export function changedFrom<Said extends object>(was: NoInfer<Said>, said: Said): Partial<Said> {
  const before = new Map<string, unknown>(Object.entries(was));
  const changed = Object.entries(said).filter(([member, value]) => value !== before.get(member));
  return Object.fromEntries(changed) as Partial<Said>;
}
