import { keptValue } from '../entry/commitment.ts';
import type { EntryContent } from '../entry/entry.ts';
import type { Entry } from '../store.ts';

/** Types of entry that name files (`{hash}`), and the members that do. */
const naming: ReadonlyMap<string, readonly string[]> = new Map([
  ['EvidenceRecorded', ['file']],
  ['DocumentAdded', ['file']],
  ['DocumentChanged', ['file']],
  ['ReportPublished', ['file', 'view']],
]);

export function namesFiles({ type }: EntryContent): boolean {
  return naming.has(type);
}

/** The hash of every file that an entry names, as far as it has not been erased. */
export function filesNamed(entry: Entry, { type, data }: EntryContent): string[] {
  return (naming.get(type) ?? []).flatMap((member) => {
    const file = keptValue(entry.erasable, member)?.value ?? data[member];
    const hash = typeof file === 'object' && file !== null && 'hash' in file ? file.hash : undefined;
    return typeof hash === 'string' ? [hash] : [];
  });
}
