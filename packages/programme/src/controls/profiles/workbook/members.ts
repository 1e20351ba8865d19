import type { OutcomeStatus, Target, TargetText } from '../../profile.ts';
import type { StatusChanges } from '../status.ts';
import type { TargetSaid } from '../target.ts';
import {
  type AimSaid,
  type PrioritySaid,
  saysNothing,
  writeAim,
  writeMixed,
  writePriority,
  writeTier,
} from './cells.ts';
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

/** Whether a row says itself that its outcome is wanted, or that it is not; undefined where it does not. */
export function wantedStated({ said }: OutcomeRow): boolean | undefined {
  return (said.get('targetPriority') as AimSaid | null | undefined)?.wanted;
}

/** Whether a target column of the row says anything: a dash, `N/A` and the like do not. */
export function fillsTarget({ said }: OutcomeRow): boolean {
  return [...said].some(([member, cell]) => {
    if (!isOfTarget(member) || cell === null) return false;
    const words = typeof cell === 'object' ? (cell.priorityText ?? '') : String(cell);
    return !saysNothing(words);
  });
}

/**
 * Whether a row wants its outcome: as it says itself; else it does where its priority is written anew, or where anything
 * is written and nothing was before, unless the file leaves the outcome out.
 */
function wantedIn(row: OutcomeRow, before: Target | undefined, included: boolean): boolean {
  const stated = wantedStated(row);
  if (stated !== undefined) return stated;
  if (!before) return included && fillsTarget(row);
  const anew = included && (row.said.get('targetPriority') ?? null) !== null;
  return anew || before.wanted;
}

/**
 * What a row wants of its outcome laid over what was wanted; undefined where it says nothing of that. `included` is
 * whether the file includes the outcome.
 */
export function targetSaid(
  row: OutcomeRow,
  before: Target | undefined,
  included: boolean,
): TargetSaid | undefined {
  const { said } = row;
  if (![...said.keys()].some(isOfTarget)) return undefined;
  const wanted = wantedIn(row, before, included);
  const now: TargetSaid = before ? saidIn(before) : { wanted };
  const texts = Object.entries(ofTarget).map(([member, name]) => [
    name,
    over(now[name as never], said.get(member)),
  ]);
  const priority = prioritySaid(said.get('targetPriority'));
  return {
    ...now,
    wanted,
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

/** What stands in the cells beside what is said of the outcome itself. */
export interface CellGround {
  /** By member: what was worked out, to stand below the mark. */
  readonly worked: Readonly<Record<string, readonly string[]>>;
  /** Whether the profile includes the outcome, by whosever word. */
  readonly included: boolean;
}

/**
 * The cells of an outcome by member of the form: the organisation's own words, as `profiles import` reads them again,
 * and below the mark what was worked out. The form has no column for whether an outcome is wanted. `Not wanted` under
 * Target Priority, on a line before the priority, says that it is not; `Wanted` that it is, where no other cell of the
 * target would show it, or where the profile leaves the outcome out. Owner, day, score, reason and notes of a target
 * have no column to be taken in from.
 */
export function profileCells(
  status: OutcomeStatus | undefined,
  target: Target | undefined,
  { worked, included }: CellGround,
): Readonly<Record<string, string>> {
  const texts = Object.entries(ofStatus).map(([member, name]) => [member, status?.[name] ?? '']);
  const wanted = Object.entries(ofTarget).map(([member, name]) => [member, target?.[name] ?? '']);
  const cells = [...texts, ...wanted].map(([member = '', own = '']) => [
    member,
    writeMixed(own, worked[member] ?? []),
  ]);
  return {
    ...Object.fromEntries(cells),
    included: writeMixed(includedWord(status), worked.included ?? []),
    currentPriority: writePriority(status ?? {}),
    targetPriority: target ? writeAim(target, included && isFilled(target)) : '',
    targetTier: writeTier(target?.tier),
  };
}

function includedWord(status: OutcomeStatus | undefined): string {
  if (status?.included === undefined) return '';
  return status.included ? 'Yes' : 'No';
}

/** Whether the target columns show a target that is read as one. */
function isFilled({ priority, priorityText = '', tier, ...more }: Target): boolean {
  const texts = [priorityText, ...Object.values(ofTarget).map((name) => more[name] ?? '')];
  const speaks = texts.some((text) => text !== '' && !saysNothing(text));
  return priority !== undefined || tier !== undefined || speaks;
}
