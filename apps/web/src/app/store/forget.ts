const ours = 'concord.';

/** How the app looks and speaks is the person’s own: it says nothing of an organisation. */
const stays: ReadonlySet<string> = new Set(['concord.theme', 'concord.language']);

/**
 * Takes away everything that this browser keeps of organisations, and the key: changes that wait, answers of a set-up,
 * saved filters, when each was last looked at. Members of others at the same address are left alone.
 */
export function forgetEverything(kept: Storage): void {
  const places = Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? '');
  for (const place of places) if (place.startsWith(ours) && !stays.has(place)) kept.removeItem(place);
}
