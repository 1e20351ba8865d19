import type { DueRow } from '../../../due/index.ts';

/** Something to decide that is no record of its own, and how many there are of it. */
export interface Decision {
  readonly about: 'errors' | 'failed' | 'claims' | 'nobody';
  readonly count: number;
}

/** What is late with somebody else. */
export interface LateWith {
  readonly person: string;
  readonly name: string;
  readonly count: number;
  /** Day of the oldest. */
  readonly since: string;
}

/** What the day asks of whoever looks. */
export interface Needs {
  /** Mine, late or due within the week, the oldest first. */
  readonly mine: readonly DueRow[];
  readonly mineLate: number;
  readonly decisions: readonly Decision[];
  readonly lateWith: readonly LateWith[];
  readonly lateElsewhere: number;
  /** The next day on which something of what may be seen is due. */
  readonly next: string | undefined;
}

export interface Day {
  readonly me: string;
  readonly permissions: readonly string[];
  readonly mine: readonly DueRow[];
  readonly all: readonly DueRow[];
  /** Controls in practice with a claim that nobody has confirmed. */
  readonly unconfirmed: number;
  /** Errors that the checks of the Statement of Applicability have found. */
  readonly errors: number;
  /** Controls whose last test failed. */
  readonly failed: number;
}

/** Who may decide each of them, as the server's rows name it. */
const permissionOf = {
  errors: 'applicability.decide',
  failed: 'controls.write',
  claims: 'claims.confirm',
  nobody: 'actions.write',
} as const satisfies Record<Decision['about'], string>;

/** What is mine comes first; decisions are named to those who may make them, lateness of others to who keeps the list. */
export function needsOf({ me, permissions, mine, all, ...found }: Day): Needs {
  const near = mine.filter(({ state }) => state !== 'soon');
  const late = all.filter(({ state, owner }) => state === 'overdue' && owner?.id !== me);
  const keeps = permissions.includes('actions.write');
  const counts: Readonly<Record<Decision['about'], number>> = {
    errors: found.errors,
    failed: found.failed,
    claims: found.unconfirmed,
    nobody: late.filter(({ owner }) => owner === undefined).length,
  };
  const decisions = (['errors', 'failed', 'claims', 'nobody'] as const)
    .map((about) => ({ about, count: counts[about] }))
    .filter(({ about, count }) => count > 0 && permissions.includes(permissionOf[about]));
  const owned = keeps ? late.filter(({ owner }) => owner !== undefined) : [];
  return {
    mine: near,
    mineLate: near.filter(({ state }) => state === 'overdue').length,
    decisions,
    lateWith: byPerson(owned),
    lateElsewhere: owned.length,
    next: all.find(({ state }) => state !== 'overdue')?.due,
  };
}

function byPerson(rows: readonly DueRow[]): readonly LateWith[] {
  const people = new Map<string, LateWith>();
  for (const { owner, due } of rows) {
    if (owner === undefined) continue;
    const before = people.get(owner.id) ?? { person: owner.id, name: owner.name, count: 0, since: due };
    const since = before.since < due ? before.since : due;
    people.set(owner.id, { ...before, count: before.count + 1, since });
  }
  return [...people.values()].sort(
    (one, other) => other.count - one.count || (one.since < other.since ? -1 : 1),
  );
}
