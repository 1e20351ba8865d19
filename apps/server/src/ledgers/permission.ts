import {
  type Circumstances,
  grantsOn,
  mayDo,
  type Permission,
  type Programme,
  type Refusal,
  refuse,
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
  if (permission === 'organisation.create' || permission === 'signed-in') return undefined;
  const grants = grantsOn(programme.governance, actor, today);
  const may = grants.some((grant) => mayDo[grant.role].includes(permission as Permission));
  return may ? undefined : refuse('denied', 'permission.denied', { permission }).refusal;
}

/** How much of the programme somebody sees. */
export function readerFor(programme: Programme, who: Pick<Circumstances, 'actor' | 'today'>): Reader {
  const all = permitted(programme, 'programme.read', who) === undefined;
  return { person: who.actor, sees: all ? 'all' : 'own' };
}
