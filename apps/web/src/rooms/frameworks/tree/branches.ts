/** A requirement or heading of an edition, in the order of the publication. */
export interface Listed {
  readonly id: string;
  readonly parent: string | null;
  readonly title: string;
}

/** A branch or a leaf; `keeps` says that it fits what is looked for itself. */
export interface TreeBranch {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly TreeBranch[];
}

/**
 * The tree of those that fit, with the headings over them. A branch of which nothing fits is left out; what lies under a
 * heading that fits only by its own words is not drawn in.
 */
export function treeOf(listed: readonly Listed[], fits: (each: Listed) => boolean): TreeBranch[] {
  const below = new Map<string | null, Listed[]>();
  const ids = new Set(listed.map(({ id }) => id));
  for (const each of listed) {
    const parent = each.parent !== null && ids.has(each.parent) ? each.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), each]);
  }
  const branches = (parent: string | null): TreeBranch[] =>
    (below.get(parent) ?? []).flatMap((each) => {
      const parts = branches(each.id);
      return parts.length > 0 || fits(each) ? [{ id: each.id, title: each.title, parts }] : [];
    });
  return branches(null);
}

/** Of an edition that was adopted in part, what is asked: that, the headings over it and the points under it. */
export function askedOf(listed: readonly Listed[], asked: ReadonlySet<string>): Listed[] {
  const kept = new Set<string>();
  const parents = new Map(listed.map(({ id, parent }) => [id, parent]));
  for (const { id } of listed) {
    if (!asked.has(id)) continue;
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) kept.add(at);
  }
  const isUnder = (id: string | null): boolean =>
    id !== null && (asked.has(id) || isUnder(parents.get(id) ?? null));
  return listed.filter(({ id }) => kept.has(id) || isUnder(id));
}

/** Ids of everything that has parts, for a tree that stands open. */
export function branchIds(branches: readonly TreeBranch[]): string[] {
  return branches.flatMap(({ id, parts }) => (parts.length === 0 ? [] : [id, ...branchIds(parts)]));
}

export function countLeaves(branches: readonly TreeBranch[]): number {
  return branches.reduce((count, { parts }) => count + (parts.length === 0 ? 1 : countLeaves(parts)), 0);
}
