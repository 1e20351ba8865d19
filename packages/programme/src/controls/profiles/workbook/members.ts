import type { OutcomeStatus, Target, TargetText } from '../../profile.ts';
import type { StatusChanges } from '../status.ts';
import type { TargetSaid } from '../target.ts';
import { type PrioritySaid, writeMixed, writePriority, writeTier } from './cells.ts';
import type { CellSaid, OutcomeRow } from './read-rows.ts';

/** Members of the form that speak of today, by what they are in a status. */
const ofStatus = {
  rationale: 'rationale',
  status: 'status',
  policies: 'policies',
  practices: 'practices',
  roles: 'roles',
  references: 'references',
  artifacts: 'artifacts',
  notes: 'notes',
  considerations: 'considerations',
} as const;

/** Members of the form that speak of what is wanted, by what they are in a target. */
const ofTarget: Readonly<Record<string, TargetText>> = {
  targetPolicies: 'policies',
  targetPractices: 'practices',
  targetRoles: 'roles',
  targetReferences: 'references',
};

export function isOfTarget(member: string): boolean {
  return member in ofTarget || member === 'targetPriority' || member === 'targetTier';
}

/** What a row says of its outcome as it is today. */
export function statusSaid({ said }: OutcomeRow): StatusChanges {
  const texts = Object.entries(ofStatus).map(([member, name]) => [name, said.get(member)]);
  return {
    ...(Object.fromEntries(texts) as StatusChanges),
    included: said.get('included') as boolean | null | undefined,
    ...prioritySaid(said.get('currentPriority')),
  };
}

/** A priority is said whole: a level alone takes the words away, and words alone the level. */
function prioritySaid(said: CellSaid | undefined): Pick<StatusChanges, 'priority' | 'priorityText'> {
  if (said === undefined) return {};
  const { priority = null, priorityText = null } = (said ?? {}) as PrioritySaid;
  return { priority, priorityText };
}

/** What a row wants of its outcome laid over what was wanted; undefined where it says nothing of that. */
export function targetSaid({ said }: OutcomeRow, before: Target | undefined): TargetSaid | undefined {
  if (![...said.keys()].some(isOfTarget)) return undefined;
  const now: TargetSaid = before ? saidIn(before) : { wanted: said.get('included') !== false };
  const texts = Object.entries(ofTarget).map(([member, name]) => [
    name,
    over(now[name as never], said.get(member)),
  ]);
  const priority = prioritySaid(said.get('targetPriority'));
  return {
    ...now,
    ...Object.fromEntries(texts),
    ...(said.has('targetPriority')
      ? { priority: priority.priority ?? undefined, priorityText: priority.priorityText ?? undefined }
      : {}),
    tier: over(now.tier, said.get('targetTier')),
  };
}

function saidIn({ by: _by, seq: _seq, rationale, ...said }: Target): TargetSaid {
  return rationale === '' ? said : { ...said, rationale };
}

function over<T>(before: T | undefined, said: CellSaid | undefined): T | undefined {
  if (said === undefined) return before;
  return said === null ? undefined : (said as T);
}

export function sameTarget(one: TargetSaid | undefined, other: TargetSaid): boolean {
  const plain = (target: object) =>
    JSON.stringify(
      Object.entries(target)
        .filter(([name, value]) => value !== undefined && value !== '' && name !== 'by' && name !== 'seq')
        .sort(([first], [second]) => (first < second ? -1 : 1)),
    );
  return one !== undefined && plain(one) === plain(other);
}

/**
 * The cells of an outcome by member of the form: the organisation's own words, as `profiles import` reads them again,
 * and below the mark what was worked out.
 */
export function profileCells(
  status: OutcomeStatus | undefined,
  target: Target | undefined,
  worked: Readonly<Record<string, readonly string[]>> = {},
): Readonly<Record<string, string>> {
  const texts = Object.entries(ofStatus).map(([member, name]) => [member, status?.[name] ?? '']);
  const wanted = Object.entries(ofTarget).map(([member, name]) => [member, target?.[name] ?? '']);
  const cells = [...texts, ...wanted].map(([member = '', own = '']) => [
    member,
    writeMixed(own, worked[member] ?? []),
  ]);
  return {
    ...Object.fromEntries(cells),
    included: status?.included === undefined ? '' : status.included ? 'Yes' : 'No',
    currentPriority: writePriority(status ?? {}),
    targetPriority: writePriority(target ?? {}),
    targetTier: writeTier(target?.tier),
  };
}
