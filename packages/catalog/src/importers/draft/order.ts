import type { Findings } from './finding.ts';

interface Placed {
  readonly at: string;
  readonly id: string;
  readonly parent: string | null;
}

/** Frameworks are not nested deeper; what is was made to exhaust a reader. */
export const DEEPEST = 50;

/**
 * The nodes with parents before children, siblings as the file has them; unknown parents and rings are faults. `said`
 * are the ids of the file: what stands under a node that is at fault itself is not at fault for that.
 */
export function orderNodes<T extends Placed>(
  nodes: readonly T[],
  said: ReadonlySet<string>,
  findings: Findings,
): readonly T[] {
  const known = new Set(nodes.map(({ id }) => id));
  const children = new Map<string | null, T[]>();
  for (const node of nodes) {
    const { at, id, parent } = node;
    if (parent !== null && !said.has(parent)) findings.fault(at, 'import.parent-unknown', { id, parent });
    // Read at the top, so that what else is wrong is told as well.
    const under = parent !== null && known.has(parent) ? parent : null;
    const siblings = children.get(under);
    if (siblings === undefined) children.set(under, [node]);
    else siblings.push(node);
  }
  const { ordered, whole } = walkDown(children, findings);
  if (whole && ordered.length < nodes.length) tellRings(nodes, ordered, findings);
  return ordered;
}

function walkDown<T extends Placed>(
  children: ReadonlyMap<string | null, readonly T[]>,
  findings: Findings,
): { readonly ordered: readonly T[]; readonly whole: boolean } {
  const ordered: T[] = [];
  const waiting = (children.get(null) ?? []).map((node) => ({ node, depth: 1 })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > DEEPEST) {
      findings.fault(node.at, 'import.too-deep', { limit: DEEPEST });
      return { ordered, whole: false };
    }
    ordered.push(node);
    const below = children.get(node.id) ?? [];
    for (let place = below.length - 1; place >= 0; place--) {
      waiting.push({ node: below[place]!, depth: depth + 1 });
    }
  }
  return { ordered, whole: true };
}

function tellRings<T extends Placed>(nodes: readonly T[], reached: readonly T[], findings: Findings): void {
  const found = new Set(reached);
  for (const node of nodes) {
    if (!found.has(node)) findings.fault(node.at, 'import.parent-ring', { id: node.id });
  }
}
