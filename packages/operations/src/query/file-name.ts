import type { Programme } from '@concord/programme';

/**
 * What a file that leaves is called, without its ending: whose it is, what, and of which day, so that in a folder of many
 * it is told from others. Letters that every system takes; nothing of a name that has none of them.
 */
export function fileNameOf({ programme, on }: { programme: Programme; on: string }, what: string): string {
  const name = (programme.governance.organisation?.name ?? '').normalize('NFKD').replace(/\p{M}/gu, '');
  const whose = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return [whose, what, on].filter((part) => part !== '').join('-');
}
