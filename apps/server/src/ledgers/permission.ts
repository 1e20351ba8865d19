import {
  type Circumstances,
  collectorGrantsOn,
  grantsOn,
  mayDo,
  type Permission,
  type Programme,
  type Refusal,
  refuse,
  wholeOrganisation,
} from '@concord/programme';
import type { Reader } from '@concord/views';

/**
 * Why somebody may not do something, or undefined. A person without a role in the programme can do nothing; creating
 * an organisation is for who holds this machine's token, and its first fact gives them their role.
 */
export function permitted(
  programme: Programme,
  permission: string,
  { actor, today }: Pick<Circumstances, 'actor' | 'today'>,
): Refusal | undefined {
  if (['organisation.create', 'signed-in', 'platform.back-up'].includes(permission)) return undefined;
  const grants = [
    ...grantsOn(programme.governance, actor, today),
    ...collectorGrantsOn(programme.controls, actor, today),
  ];
  // Until rights are asked for scope by scope, a role in a part of the organisation gives none over the whole.
  const may = grants.some(
    ({ role, scope }) => scope === wholeOrganisation && mayDo[role].includes(permission as Permission),
  );
  if (may) return undefined;
  const collector = programme.controls.collectors.get(actor);
  if (collector)
    return refuse('denied', 'collector.over', { until: collector.endedOn ?? collector.until }).refusal;
  return (
    refuseEarly(programme, permission, { actor, today }) ??
    refuse('denied', 'permission.denied', { permission }).refusal
  );
}

/** Whose rights begin later has them already, as far as they know: most often it is the clock that is wrong. */
function refuseEarly(
  { governance }: Programme,
  permission: string,
  { actor, today }: Pick<Circumstances, 'actor' | 'today'>,
): Refusal | undefined {
  const grants = governance.people.get(actor)?.grants ?? [];
  const [from] = grants
    .filter(
      ({ role, scope, from }) =>
        from > today && scope === wholeOrganisation && mayDo[role].includes(permission as Permission),
    )
    .map((grant) => grant.from)
    .sort();
  return from === undefined ? undefined : refuse('denied', 'permission.begins', { from, today }).refusal;
}

/** How much of the programme somebody sees. */
export function readerFor(programme: Programme, who: Pick<Circumstances, 'actor' | 'today'>): Reader {
  const all = permitted(programme, 'programme.read', who) === undefined;
  return { person: who.actor, sees: all ? 'all' : 'own' };
}
