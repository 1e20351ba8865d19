import { type Refusal, refuse } from '@concord/programme';
import { type CsfProfile, csfProfile, csfWorkbook, type ViewAsked } from '@concord/views';
import type { Ports, ToRender } from './query.ts';

/** The formats of the profile's report: the publisher's workbook, the same rows as CSV, the view itself. */
export const profileFormats = ['nist-xlsx', 'csv', 'json'] as const;

export interface ProfileReportAsked {
  readonly asked: ViewAsked;
  readonly ports: Pick<Ports, 'people'>;
  readonly profile: string | undefined;
  readonly format: string | undefined;
}

/** The profile in the workbook that its publisher has profiles exchanged in; `profiles import` takes it in again. */
export async function profileReport({
  asked,
  ports,
  profile,
  format = 'nist-xlsx',
}: ProfileReportAsked): Promise<ToRender | object | { refusal: Refusal }> {
  const known = profileFormats.join(', ');
  if (!profileFormats.some((each) => each === format))
    return refuse('refused', 'report.format-unknown', { report: 'csf-profile', format, known, at: 'format' });
  if (format === 'json') return profileNamed(asked, ports, profile);
  const people = await ports.people([...asked.programme.governance.people.keys()]);
  const tables = csfWorkbook(asked, profile, people);
  if ('refusal' in tables) return tables;
  return { render: 'csf-profile', view: { tables }, format: format === 'csv' ? 'csv' : 'xlsx' };
}

/** The view with the names of the people in it, by their ids. */
export async function profileNamed(
  asked: ViewAsked,
  ports: Pick<Ports, 'people'>,
  profile: string | undefined,
): Promise<object | { refusal: Refusal }> {
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
