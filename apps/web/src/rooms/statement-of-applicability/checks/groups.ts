import type { Line } from '../statement/line.ts';

type Finding = Line['findings'][number];

/** Every check that the statement is held against, as the address names it. */
export const checkIds = [
  'SOA-01',
  'SOA-02',
  'SOA-03',
  'SOA-04',
  'SOA-06',
  'SOA-07',
  'SOA-08',
  'SOA-09',
  'SOA-12',
  'SOA-13',
] as const;

/** What one check says of many rows: said once, with the rows it is about. */
export interface CheckGroup {
  readonly id: Finding['id'];
  readonly severity: Finding['severity'];
  readonly lines: readonly Line[];
}

/** More rows than these, and a check is not repeated in full under each of them. */
const mostInFull = 5;

/** The findings of all rows by check: errors first, then what concerns most rows. */
export function groupsOf(lines: readonly Line[]): readonly CheckGroup[] {
  const groups = new Map<Finding['id'], CheckGroup>();
  for (const line of lines) {
    for (const { id, severity } of line.findings) {
      const before = groups.get(id) ?? { id, severity, lines: [] };
      if (before.lines.includes(line)) continue;
      groups.set(id, { ...before, lines: [...before.lines, line] });
    }
  }
  return [...groups.values()].sort(
    (one, other) =>
      Number(other.severity === 'E') - Number(one.severity === 'E') ||
      other.lines.length - one.lines.length ||
      (one.id < other.id ? -1 : 1),
  );
}

/** The checks that are said once above the rows, each row only with a short mark. */
export function saidOnce(groups: readonly CheckGroup[]): ReadonlySet<string> {
  return new Set(groups.filter(({ lines }) => lines.length > mostInFull).map(({ id }) => id));
}

/** What settles a check for many rows at once: a decision on all, a plan for all, or nothing but row by row. */
export type Together = 'decide' | 'plan';

const together: Readonly<Record<string, Together>> = {
  'SOA-01': 'decide',
  'SOA-02': 'decide',
  'SOA-03': 'decide',
  'SOA-06': 'plan',
};

/** The deed for all rows of a check, with the rows it can be done for. */
export function togetherOf({
  id,
  lines,
}: CheckGroup): { deed: Together; lines: readonly Line[] } | undefined {
  const deed = together[id];
  if (deed === undefined) return undefined;
  // A row that has an action already lacks something of that action, and no second one; our own are decided one by one.
  const fitting = lines.filter(({ actions, isOwn }) => (deed === 'plan' ? actions.length === 0 : !isOwn));
  return fitting.length > 1 ? { deed, lines: fitting } : undefined;
}
