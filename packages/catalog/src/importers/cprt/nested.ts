import type { Findings } from '../draft/finding.ts';
import type { DraftNode } from '../draft/framework-draft.ts';
import { DEEPEST } from '../draft/order.ts';
import { inside, member, records, type Spot, textAt } from '../draft/spot.ts';
import { roleOf, tagsOf } from './element.ts';
import type { CprtExport } from './flat.ts';
import { gatherReferences, type ReferenceGathering } from './reference.ts';

/** The list of nested elements in an export of the CSF Reference Tool, wherever it wraps it. */
export function nestedElements(document: Spot): Spot | undefined {
  const candidates = [
    inside(document, 'response', 'elements'),
    inside(document, 'response', 'elements', 'elements'),
    member(document, 'elements'),
    document,
  ];
  return candidates.find(({ value }) => {
    if (!Array.isArray(value)) return false;
    const first: unknown = value[0];
    return typeof first === 'object' && first !== null && Object.hasOwn(first, 'elementIdentifier');
  });
}

interface Walk {
  readonly nodes: DraftNode[];
  readonly references: ReferenceGathering;
  readonly findings: Findings;
}

interface Above {
  readonly parent: string | null;
  readonly depth: number;
}

const TITLE = 'NIST Cybersecurity Framework Reference Tool export';

/** The CSF Reference Tool's own JSON: elements within elements, with references to other documents beside them. */
export function readNested(document: Spot, findings: Findings): CprtExport {
  const walk: Walk = { nodes: [], references: gatherReferences(), findings };
  const list = nestedElements(document) ?? document;
  for (const element of records(list, findings)) walkElement(element, { parent: null, depth: 1 }, walk);
  const title = textAt(member(document, 'response'), 'name', findings) || TITLE;
  const framework = {
    title,
    publisher: 'NIST',
    edition: textAt(member(document, 'response'), 'version', findings),
    source: TITLE,
    licence: 'Public domain in the United States',
    nodes: walk.nodes,
    selections: [],
  };
  return { framework, crosswalks: walk.references.crosswalks({ title, source: TITLE }) };
}

function walkElement(element: Spot, above: Above, walk: Walk): void {
  const { findings, nodes } = walk;
  const { parent, depth } = above;
  if (depth > DEEPEST) {
    findings.fault(element.at, 'import.too-deep', { limit: DEEPEST });
    return;
  }
  const type = textAt(element, 'elementTypeIdentifier', findings);
  // What stands under a reason for withdrawal only points to where the requirement went.
  if (roleOf(type) === 'remark' || textAt(element, 'relationIdentifier', findings) !== '') return;
  const node = nodeOf(element, parent, findings);
  nodes.push(node);
  for (const reference of records(member(element, 'externalRelationships'), findings)) {
    addReference(node, reference, walk);
  }
  for (const below of records(member(element, 'elements'), findings)) {
    walkElement(below, { parent: node.id, depth: depth + 1 }, walk);
  }
}

function nodeOf(element: Spot, parent: string | null, findings: Findings): DraftNode {
  const below = records(member(element, 'elements'), findings);
  const typeOf = (one: Spot) => textAt(one, 'elementTypeIdentifier', findings);
  const of = (type: string) => below.filter((one) => typeOf(one) === type);
  const type = typeOf(element);
  const role = roleOf(type);
  const reason = of('withdraw_reason')[0];
  const withdrawn = reason === undefined ? undefined : textAt(reason, 'text', findings) || 'withdrawn';
  const statement = textAt(element, 'text', findings);
  return {
    at: `${element.at}.elementIdentifier`,
    id: textAt(element, 'elementIdentifier', findings),
    parent,
    level: type || 'element',
    title: textAt(element, 'title', findings),
    statement: withdrawn === undefined ? statement : '',
    assessable:
      role === 'assessable' || (role === 'open' && below.every((one) => roleOf(typeOf(one)) === 'remark')),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    tags: tagsOf({
      statement,
      examples: of('implementation_example').map(
        (one) => `${textAt(one, 'title', findings)}: ${textAt(one, 'text', findings)}`,
      ),
      parties: of('party').map((one) => textAt(one, 'elementIdentifier', findings)),
    }),
  };
}

function addReference(node: DraftNode, reference: Spot, { references, findings }: Walk): void {
  const name =
    textAt(reference, 'shortName', findings) || textAt(reference, 'frameworkVersionIdentifier', findings);
  const key = textAt(reference, 'olirName', findings) || name;
  if (key === '') return;
  const written = textAt(reference, 'elementIdentifier', findings);
  references.add(node, { key, name: name || key }, written);
}
