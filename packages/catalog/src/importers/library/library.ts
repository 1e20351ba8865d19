import type { Selection } from '../../framework.ts';
import type { Findings } from '../draft/finding.ts';
import type { DraftFramework, DraftNode } from '../draft/framework-draft.ts';
import {
  inside,
  isRecord,
  items,
  member,
  oneOrMore,
  records,
  type Spot,
  text,
  textAt,
} from '../draft/spot.ts';
import { shorten } from '../draft/wording.ts';
import { tailOf, urnAt } from './urn.ts';

/** A framework of a CISO Assistant library, and the languages its requirements are translated into. */
export interface LibraryFramework {
  readonly draft: DraftFramework;
  readonly languages: readonly string[];
}

const LONGEST_LICENCE = 500;

/** The frameworks of a CISO Assistant library, in the language asked for where it has that. */
export function readLibraryFrameworks(
  document: Spot,
  language: string | undefined,
  findings: Findings,
): readonly LibraryFramework[] {
  const objects = member(document, 'objects');
  const frameworks = ['framework', 'frameworks'].flatMap((key) => oneOrMore(member(objects, key), findings));
  return frameworks.map((framework) => readOne(framework, { document, language }, findings));
}

interface Library {
  readonly document: Spot;
  readonly language: string | undefined;
}

function readOne(framework: Spot, library: Library, findings: Findings): LibraryFramework {
  const nodes = records(member(framework, 'requirement_nodes'), findings);
  const said = (key: string) => textAt(framework, key, findings) || textAt(library.document, key, findings);
  const ids = idsOf(nodes, findings);
  const reading = { ids, language: library.language, findings };
  const draft = {
    id: said('ref_id'),
    title: translated(framework, 'name', reading) || said('name'),
    publisher: said('provider'),
    edition: said('version') && `library version ${said('version')}`,
    source: `CISO Assistant library ${said('urn')} ${said('publication_date')}`.trim(),
    licence: shorten(said('copyright'), LONGEST_LICENCE),
    nodes: readNodes(nodes, reading),
    selections: selectionsOf(framework, nodes, reading),
  };
  return { draft, languages: languagesOf(nodes, textAt(library.document, 'locale', findings)) };
}

/** By URN: the reference id, or what the URN ends with where that is missing or stands more than once. */
function idsOf(nodes: readonly Spot[], findings: Findings): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const node of nodes) {
    const reference = textAt(node, 'ref_id', findings);
    counts.set(reference, (counts.get(reference) ?? 0) + 1);
  }
  return new Map(
    nodes.map((node) => {
      const urn = keyOf(node, findings);
      const reference = textAt(node, 'ref_id', findings);
      return [urn, reference !== '' && counts.get(reference) === 1 ? reference : tailOf(urn)];
    }),
  );
}

/** The URN of a node; where it has none its reference id, so that no two nodes are taken for one. */
function keyOf(node: Spot, findings: Findings): string {
  return urnAt(node, 'urn', findings) || textAt(node, 'ref_id', findings).toLowerCase();
}

interface Reading {
  readonly ids: ReadonlyMap<string, string>;
  readonly language: string | undefined;
  readonly findings: Findings;
}

function readNodes(nodes: readonly Spot[], reading: Reading): readonly DraftNode[] {
  const { ids, findings } = reading;
  const linked = nodes.some((node) => urnAt(node, 'parent_urn', findings) !== '');
  const path: string[] = [];
  return nodes.map((node) => {
    const id = ids.get(keyOf(node, findings)) ?? '';
    const depth = Math.max(1, Number(textAt(node, 'depth', findings)) || 1);
    const parentUrn = urnAt(node, 'parent_urn', findings);
    const byUrn = parentUrn === '' ? null : (ids.get(parentUrn) ?? tailOf(parentUrn));
    const parent = linked ? byUrn : (path[depth - 2] ?? null);
    if (depth <= path.length + 1) path.splice(depth - 1, path.length, id);
    const assessable = member(node, 'assessable').value === true;
    return {
      at: `${node.at}.urn`,
      id,
      parent,
      level: assessable ? 'requirement' : 'heading',
      title: translated(node, 'name', reading),
      statement: translated(node, 'description', reading),
      assessable,
    };
  });
}

function translated(spot: Spot, key: string, { language, findings }: Reading): string {
  const own = textAt(spot, key, findings);
  if (language === undefined) return own;
  return text(inside(spot, 'translations', language, key), findings) || own;
}

function languagesOf(nodes: readonly Spot[], locale: string): readonly string[] {
  const found = new Set<string>(locale === '' ? [] : [locale]);
  for (const node of nodes) {
    const { value } = member(node, 'translations');
    if (isRecord(value)) for (const language of Object.keys(value)) found.add(language);
  }
  return [...found];
}

/** Each implementation group is a selection. */
function selectionsOf(
  framework: Spot,
  nodes: readonly Spot[],
  { ids, findings }: Reading,
): readonly Selection[] {
  const members = new Map<string, string[]>();
  for (const node of nodes) {
    const id = ids.get(keyOf(node, findings)) ?? '';
    for (const group of items(member(node, 'implementation_groups'), findings)) {
      const name = text(group, findings);
      const known = members.get(name);
      if (known === undefined) members.set(name, [id]);
      else known.push(id);
    }
  }
  const groups = records(member(framework, 'implementation_groups_definition'), findings);
  const defined = groups.map((group): [string, string] => {
    const id = textAt(group, 'ref_id', findings);
    return [id, textAt(group, 'name', findings) || id];
  });
  // Groups that requirements name and the framework does not define are groups all the same.
  const titles = new Map([...[...members.keys()].map((id): [string, string] => [id, id]), ...defined]);
  return [...titles].map(([id, title]) => ({
    id,
    title: shorten(title),
    source: 'Implementation group of the library',
    requirements: members.get(id) ?? [],
  }));
}
