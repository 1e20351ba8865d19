import { type Framework, requirementOf } from '@concord/catalog';
import { type PointDecision, valueOn } from '@concord/programme';
import { remember } from '../../coverage/memory.ts';
import type { Opened, ViewAsked } from '../../envelope.ts';
import { decidedShown } from './decision.ts';

/** A point within a requirement that is not applied, and why. */
export interface PointShown {
  readonly point: string;
  readonly title: string;
  readonly exclusionReason: string;
  /** Id of the person who answers for it; to who sees the whole programme. */
  readonly owner?: string;
  readonly reviewOn?: string;
  readonly decidedOn: string;
  /** Revision of the decision, for `If-Match`. */
  readonly revision: number;
}

/** A point that is not applied on the day, as it was decided. */
export interface PointLeftOut {
  readonly point: string;
  readonly title: string;
  readonly decided: PointDecision;
  readonly revision: number;
}

/** The points that are not applied, by the requirement they lie within, in the order of the framework. */
export function pointsLeftOut(
  opened: Opened,
  asked: ViewAsked,
): ReadonlyMap<string, readonly PointLeftOut[]> {
  const { points } = asked.programme.controls;
  if (points.isEmpty()) return none;
  const from = {
    from: opened.framework,
    kind: 'points left out',
    basis: [points, opened.scope, asked.on],
  };
  return remember(asked, from, () => findLeftOut(opened, asked));
}

const none: ReadonlyMap<string, readonly PointLeftOut[]> = new Map();

function findLeftOut(
  { framework, scope }: Opened,
  { programme, on }: ViewAsked,
): Map<string, readonly PointLeftOut[]> {
  const { points } = programme.controls;
  const found = new Map<string, readonly PointLeftOut[]>();
  for (const { id, title } of framework.requirements) {
    const key = `${scope}:${framework.id}/${id}`;
    const decided = valueOn(points.get(key) ?? [], on);
    const around = decided && !decided.applied ? requirementAround(framework, id) : undefined;
    if (!decided || around === undefined) continue;
    const revision = programme.revisions.get(`point/${key}`) ?? 0;
    found.set(around, [...(found.get(around) ?? []), { point: id, title, decided, revision }]);
  }
  return found;
}

function requirementAround(framework: Framework, point: string): string | undefined {
  const at = requirementOf(framework, point);
  if (!at || at.assessable) return at?.id;
  return at.parent === null ? undefined : requirementAround(framework, at.parent);
}

export function pointShown(
  { point, title, decided, revision }: PointLeftOut,
  asked: Pick<ViewAsked, 'reader'>,
): PointShown {
  return { point, title, ...decidedShown(decided, asked), revision };
}
