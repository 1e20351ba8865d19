import type { Findings } from '../draft/finding.ts';
import { member, records, type Spot, textAt } from '../draft/spot.ts';
import { roleOf } from './element.ts';

/** One element of a CPRT export. */
export interface Element {
  readonly at: string;
  readonly id: string;
  readonly type: string;
  readonly document: string;
  readonly title: string;
  readonly text: string;
}

/** A CPRT export as a graph. */
export interface Graph {
  readonly elements: ReadonlyMap<string, Element>;
  /** Projections: what hangs under an element, in the order of the file. */
  readonly below: ReadonlyMap<string, readonly Element[]>;
  readonly above: ReadonlyMap<string, Element>;
}

/** The key of an element in a graph: its document and its identifier. */
export const keyOf = (document: string, id: string) => `${document} ${id}`;

/** The elements of an export under their keys, each once, and what hangs under which. */
export function gatherGraph(root: Spot, relationships: readonly Spot[], findings: Findings): Graph {
  const elements = new Map<string, Element>();
  for (const spot of records(member(root, 'elements'), findings)) {
    const element = elementAt(spot, findings);
    const key = keyOf(element.document, element.id);
    const first = elements.get(key);
    if (first !== undefined) findings.notice('import.repeated', element.id);
    elements.set(key, first === undefined ? element : mergeRepeat(first, element));
  }
  const projections = relationships.filter(
    (one) => textAt(one, 'relationship_identifier', findings) === 'projection',
  );
  return { elements, ...hangTogether(projections, elements, findings) };
}

function hangTogether(
  projections: readonly Spot[],
  elements: ReadonlyMap<string, Element>,
  findings: Findings,
): Pick<Graph, 'below' | 'above'> {
  const below = new Map<string, Element[]>();
  const above = new Map<string, Element>();
  for (const spot of projections) {
    const key = endKey(spot, 'source', findings);
    const child = endKey(spot, 'dest', findings);
    const [source, target] = [elements.get(key), elements.get(child)];
    if (source === undefined || target === undefined) {
      findings.notice('import.relationship-loose', child);
      continue;
    }
    const siblings = below.get(key);
    if (siblings === undefined) below.set(key, [target]);
    else siblings.push(target);
    if (!above.has(child) && roleOf(source.type) !== 'remark') above.set(child, source);
  }
  return { below, above };
}

function elementAt(spot: Spot, findings: Findings): Element {
  return {
    at: `${spot.at}.element_identifier`,
    id: textAt(spot, 'element_identifier', findings),
    type: textAt(spot, 'element_type', findings),
    document: textAt(spot, 'doc_identifier', findings),
    title: textAt(spot, 'title', findings),
    text: textAt(spot, 'text', findings),
  };
}

/** Exports repeat elements, sometimes leaving out what they said before. */
function mergeRepeat(first: Element, again: Element): Element {
  return { ...first, title: first.title || again.title, text: first.text || again.text };
}

/** The key of the element at one end of a relationship. */
export function endKey(spot: Spot, end: 'source' | 'dest', findings: Findings): string {
  return keyOf(
    textAt(spot, `${end}_doc_identifier`, findings),
    textAt(spot, `${end}_element_identifier`, findings),
  );
}
