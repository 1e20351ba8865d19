import type { DraftCrosswalk, DraftLink } from '../draft/crosswalk-draft.ts';
import type { Findings } from '../draft/finding.ts';
import type { DraftFramework, DraftNode } from '../draft/framework-draft.ts';
import { inside, member, records, type Spot, textAt } from '../draft/spot.ts';
import { withdrawalIn } from '../draft/wording.ts';
import { type Remarked, roleOf, tagsOf } from './element.ts';
import { type Element, endKey, type Graph, gatherGraph, keyOf } from './graph.ts';

/** What a CPRT export holds: a framework, and crosswalks to the documents that its elements refer to. */
export interface CprtExport {
  readonly framework: DraftFramework;
  readonly crosswalks: readonly DraftCrosswalk[];
}

/** Where the lists of a CPRT export lie: at the top, or within one or both of the wraps that the tool puts round. */
export function flatExport(document: Spot): Spot | undefined {
  const wraps = [['response', 'elements'], ['response'], ['elements'], []];
  return wraps
    .map((path) => inside(document, ...path))
    .find((spot) => ['elements', 'relationships'].every((list) => Array.isArray(member(spot, list).value)));
}

/** A CPRT export: elements and relationships side by side; a projection leads from a parent to its child. */
export function readCprt(document: Spot, findings: Findings): CprtExport {
  const root = flatExport(document) ?? document;
  const relationships = records(member(root, 'relationships'), findings);
  const graph = gatherGraph(root, relationships, findings);
  const described = records(member(root, 'documents'), findings);
  const mainId = mainDocument(graph);
  const main = described.find((one) => textAt(one, 'doc_identifier', findings) === mainId);
  const said = (key: string) => (main === undefined ? '' : textAt(main, key, findings));
  const framework = {
    title: said('name') || mainId,
    publisher: 'NIST',
    edition: said('version'),
    source: `NIST Cybersecurity and Privacy Reference Tool, ${mainId || 'export'} ${said('website')}`.trim(),
    licence: 'Public domain in the United States',
    nodes: sorted(graph, mainId).map((element) => nodeOf(element, graph)),
    selections: [],
  };
  return { framework, crosswalks: crosswalksIn(relationships, { graph, framework }, findings) };
}

/** The document that the first requirement belongs to; the others are what it refers to. */
function mainDocument({ elements }: Graph): string {
  for (const one of elements.values()) if (roleOf(one.type) !== 'remark') return one.document;
  return '';
}

/** In the order of the file or, where every element has a sort element, by their dotted titles. */
function sorted(graph: Graph, main: string): readonly Element[] {
  const nodes = [...graph.elements.values()].filter(
    ({ type, document }) => roleOf(type) !== 'remark' && document === main,
  );
  const ranks = new Map(nodes.map((node) => [node, rankOf(node, graph)]));
  if (nodes.some((node) => ranks.get(node)!.length === 0)) return nodes;
  return nodes.toSorted((a, b) => compareRanks(ranks.get(a)!, ranks.get(b)!));
}

/** 1.02.3 as numbers; none where there is no sort element or it is not made of numbers. */
function rankOf(node: Element, { below }: Graph): readonly number[] {
  const sort = below.get(keyOf(node.document, node.id))?.find(({ type }) => type === 'sort');
  const rank = (sort?.title || sort?.text || 'none').split('.').map(Number);
  return rank.some(Number.isNaN) ? [] : rank;
}

function compareRanks(left: readonly number[], right: readonly number[]): number {
  const place = left.findIndex((number, at) => number !== right[at]);
  if (place === -1) return left.length - right.length;
  return left[place]! - (right[place] ?? -1);
}

function nodeOf(element: Element, graph: Graph): DraftNode {
  const key = keyOf(element.document, element.id);
  const remarks = remarksOn(element, graph);
  const role = roleOf(element.type);
  const childless = (graph.below.get(key) ?? []).every(({ type }) => roleOf(type) === 'remark');
  return {
    at: element.at,
    id: element.id,
    parent: graph.above.get(key)?.id ?? null,
    level: element.type || 'element',
    title: element.title,
    statement: remarks.withdrawn === undefined ? remarks.statement : '',
    assessable: role === 'assessable' || (role === 'open' && childless),
    ...(remarks.withdrawn === undefined ? {} : { withdrawn: remarks.withdrawn }),
    tags: tagsOf(remarks),
  };
}

function remarksOn(element: Element, graph: Graph): Remarked {
  const said = graph.below.get(keyOf(element.document, element.id)) ?? [];
  const of = (...types: readonly string[]) => said.filter(({ type }) => types.includes(type));
  const composed = of('control_statement').flatMap((one) => linesOf(one, graph, 0));
  const statement = [element.text, ...composed].filter((line) => line !== '').join('\n');
  const reason = of('withdraw_reason')[0];
  const withdrawn = reason === undefined ? withdrawalIn(statement) : reason.text || 'withdrawn';
  return {
    ...(withdrawn === undefined ? {} : { withdrawn }),
    statement,
    examples: of('implementation_example', 'notional_implementation_example').map(
      ({ title, text }) => `${title}: ${text}`,
    ),
    parties: of('party').map(({ id }) => id),
  };
}

const DEEPEST_STATEMENT = 10;

function linesOf(statement: Element, graph: Graph, depth: number): readonly string[] {
  if (depth > DEEPEST_STATEMENT) return [];
  const label = depth === 0 || statement.title === '' ? '' : `${statement.title} `;
  const line = `${'  '.repeat(Math.max(0, depth - 1))}${label}${statement.text}`;
  const below = (graph.below.get(keyOf(statement.document, statement.id)) ?? []).filter(
    ({ type }) => type === 'control_statement',
  );
  return [line, ...below.flatMap((one) => linesOf(one, graph, depth + 1))];
}

function crosswalksIn(
  relationships: readonly Spot[],
  { graph, framework }: { readonly graph: Graph; readonly framework: DraftFramework },
  findings: Findings,
): readonly DraftCrosswalk[] {
  const links = new Map<string, DraftLink[]>();
  for (const spot of relationships) {
    const [from, to] = [
      textAt(spot, 'source_doc_identifier', findings),
      textAt(spot, 'dest_doc_identifier', findings),
    ];
    const source = graph.elements.get(endKey(spot, 'source', findings));
    const target = textAt(spot, 'dest_element_identifier', findings);
    if (from === to || to === '' || target === '' || source === undefined) continue;
    const found = links.get(to) ?? [];
    found.push({ at: spot.at, from: source.id, to: target, relation: 'related' });
    links.set(to, found);
  }
  return [...links].map(([document, found]) => ({
    title: `${framework.title} ${framework.edition} to ${document}`,
    from: '',
    to: document,
    developer: 'NIST',
    date: '',
    source: framework.source,
    licence: framework.licence,
    links: found,
    noEquivalent: [],
  }));
}
