import {
  type Condition,
  conditionsOf,
  type Framework,
  type Requirement,
  requirementOf,
} from '@concord/catalog';

/** Implementing Regulation (EU) 2024/2690, by its annex. */
export const regulation = 'nis2-2024-2690';

/** A point or letter where the annex leaves room, with its phrase and how much that governs. */
export interface Room extends Pick<Condition, 'wording' | 'governs'> {
  readonly point: string;
}

const rooms = new Map<string, readonly Room[]>();

/** Where the annex leaves room at a node or within it (Article 2(2)); the catalogue does not change while we run. */
export function roomIn(node: string): readonly Room[] {
  const known = rooms.get(node) ?? readRoom(node);
  rooms.set(node, known);
  return known;
}

function readRoom(node: string): readonly Room[] {
  return conditionsOf(regulation)
    .filter(({ requirement }) => requirement === node || requirement.startsWith(`${node}.`))
    .map(({ requirement: point, wording, governs }) => ({ point, wording, governs }));
}

/** That an update follows a review only where appropriate does not let the review be left out. */
export function isMoreThanUpdate({ governs }: Room): boolean {
  return governs !== 'update';
}

/** Whether a phrase reaches a point or a letter: its own, or one around it that governs what it lists. */
export function isReached(node: Requirement, framework: Framework): boolean {
  if (roomAt(node.id).some(isMoreThanUpdate)) return true;
  for (let at = node.parent; at !== null; at = requirementOf(framework, at)?.parent ?? null)
    if (roomAt(at).some(({ governs }) => governs === 'all' || governs === 'listed')) return true;
  return false;
}

function roomAt(node: string): readonly Room[] {
  return roomIn(node).filter(({ point }) => point === node);
}

/** Whether it is asked only of who does something, by the requirement that it is or lies within. */
export function isOfActivity(node: Requirement, framework: Framework): boolean {
  const around = framework.requirements.find(
    ({ id, assessable }) => assessable && (id === node.id || node.id.startsWith(`${id}.`)),
  );
  return roomIn(around?.id ?? node.id).some(({ wording }) => wording === 'only for who does it');
}
