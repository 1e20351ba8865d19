import type { Asked } from './asked.ts';
import type { Stand } from './turns.ts';

/**
 * A deed as it goes on from where one's own deeds before it have left its record. One that says the whole record (PUT)
 * would take back what they said: so it brings its own changes alone to what the last of them said. Where that cannot be
 * told, it keeps the revision that was read, and the server finds that the record has moved on.
 */
export function followed<Deed extends Asked>(deed: Deed, method: string, { revision, said }: Stand): Deed {
  if (revision === deed.ifMatch) return deed;
  if (method !== 'PUT') return { ...deed, ifMatch: revision };
  if (deed.changes === undefined || said?.name !== deed.name) return deed;
  return { ...deed, ifMatch: revision, input: changedIn(said.input, deed.input, deed.changes) };
}

type Input = Asked['input'];

/** What was said last with these members as they are said now; one that is said no more is left out. */
function changedIn(last: Input, now: Input, changes: readonly string[]): Input {
  const stays = Object.entries(last).filter(([member]) => !changes.includes(member));
  const own = changes.flatMap((member) =>
    now[member] === undefined ? [] : [[member, now[member]] as const],
  );
  return Object.fromEntries([...stays, ...own]);
}
