import type { Findings } from './finding.ts';

interface Placed {
  readonly at: string;
  readonly id: string;
  readonly parent: string | null;
}

/** Frameworks are not nested deeper; what is was made to exhaust a reader. */
export const DEEPEST = 50;

/** The nodes with parents before children, siblings as the file has them; unknown parents and rings are faults. */
export function orderNodes<T extends Placed>(nodes: readonly T[], findings: Findings): readonly T[] {
  const known = new Set(nodes.map(({ id }) => id));
  const children = new Map<string | null, T[]>();
  for (const node of nodes) {
    const { at, id, parent } = node;
    if (parent !== null && !known.has(parent)) findings.fault(at, 'import.parent-unknown', { id, parent });
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [node]);
    else siblings.push(node);
  }
  if (findings.faulty) return [];
  const ordered = walkDown(children, findings);
  if (ordered.length < nodes.length && !findings.faulty) tellRings(nodes, ordered, findings);
  return ordered;
}

function walkDown<T extends Placed>(
  children: ReadonlyMap<string | null, readonly T[]>,
  findings: Findings,
): readonly T[] {
  const ordered: T[] = [];
  const waiting = (children.get(null) ?? []).map((node) => ({ node, depth: 1 })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > DEEPEST) {
      findings.fault(node.at, 'import.too-deep', { limit: DEEPEST });
      return ordered;
    }
    ordered.push(node);
    const below = children.get(node.id) ?? [];
    for (let place = below.length - 1; place >= 0; place--) {
      waiting.push({ node: below[place]!, depth: depth + 1 });
    }
  }
  return ordered;
}

function tellRings<T extends Placed>(nodes: readonly T[], reached: readonly T[], findings: Findings): void {
  const found = new Set(reached);
  for (const node of nodes) {
    if (!found.has(node)) findings.fault(node.at, 'import.parent-ring', { id: node.id });
  }
}
