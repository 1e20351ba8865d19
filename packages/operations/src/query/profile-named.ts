import type { Refusal } from '@concord/programme';
import { type CsfProfile, csfProfile, type ViewAsked } from '@concord/views';
import type { Ports } from './ports.ts';

interface ProfileNamed extends CsfProfile {
  readonly people: Readonly<Record<string, string>>;
}

/** The view with the names of the people in it, by their ids. */
export async function profileNamed(
  asked: ViewAsked,
  ports: Pick<Ports, 'people'>,
  profile: string | undefined,
): Promise<ProfileNamed | { refusal: Refusal }> {
  const view = csfProfile(asked, profile);
  if ('refusal' in view) return view;
  const names = await ports.people(peopleIn(view));
  return { ...view, people: Object.fromEntries([...names].map(([id, { name }]) => [id, name])) };
}

function peopleIn({ rows, tiers, groups }: CsfProfile): string[] {
  const ids = new Set<string | undefined>(Object.values(tiers).map(({ by }) => by));
  for (const { status, target } of groups) ids.add(status?.by).add(target?.owner);
  for (const { status, target, score, owners, actions } of rows) {
    for (const id of [status?.by, target?.owner, score?.current?.by, ...owners]) ids.add(id);
    for (const { owner } of actions) ids.add(owner);
  }
  ids.delete(undefined);
  return [...ids] as string[];
}
