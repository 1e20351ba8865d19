import type { Clash } from './compared.ts';

/** What one person changed of it, and when last. */
interface Told {
  readonly by: string;
  readonly at: string;
  readonly members: readonly string[];
}

/** Who changed what of the fields in question: one entry for each person, the one who was first at it first. */
export function toldOf(clashes: readonly Pick<Clash, 'by' | 'at' | 'member'>[]): readonly Told[] {
  const told = new Map<string, Told>();
  for (const { by, at, member } of clashes) {
    const before = told.get(by);
    const isLater = before === undefined || Date.parse(at) > Date.parse(before.at);
    told.set(by, { by, at: isLater ? at : before.at, members: [...(before?.members ?? []), member] });
  }
  return [...told.values()].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
