import type { Framework, Requirement, Selection } from '../../framework.ts';
import type { Findings } from './finding.ts';
import { orderNodes } from './order.ts';
import { NOT_STATED, shorten, slug, spelledOut, titleMadeOf } from './wording.ts';

/** A requirement as a file states it, before ids, parents and order are checked. */
export interface DraftNode {
  readonly at: string;
  readonly id: string;
  readonly parent: string | null;
  /** The publisher's own word for what kind of node it is: function, family, control. */
  readonly level: string;
  readonly title: string;
  /** The publisher's own words; '' where it has none. */
  readonly statement: string;
  readonly asks?: string;
  readonly assessable: boolean;
  readonly excludable?: boolean;
  /** Why and into what it was withdrawn. */
  readonly withdrawn?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface DraftFramework {
  readonly id?: string;
  readonly title: string;
  readonly publisher: string;
  readonly edition: string;
  readonly source: string;
  readonly licence: string;
  readonly nodes: readonly DraftNode[];
  readonly selections: readonly Selection[];
}

/** No framework is as large (SP 800-53 has 1,196 nodes); more is a file of something else. */
const MOST_REQUIREMENTS = 20_000;

const LONGEST_ID = 100;
const LONGEST_TITLE = 300;
const LONGEST_TEXT = 50_000;

/** A framework of what a file states, or undefined and every fault told. */
export function settleFramework(draft: DraftFramework, findings: Findings): Framework | undefined {
  const { nodes } = draft;
  if (nodes.length === 0) findings.fault('', 'import.empty');
  if (nodes.length > MOST_REQUIREMENTS) {
    findings.fault('', 'import.too-many', { count: nodes.length, limit: MOST_REQUIREMENTS });
  }
  if (nodes.length === 0 || nodes.length > MOST_REQUIREMENTS) return undefined;
  const said = new Set(nodes.map(({ id }) => id));
  const ordered = orderNodes(mergeRepeated(nodes, findings), said, findings);
  const levels = levelsOf(ordered);
  const requirements = ordered.map((node) => requirementOfNode(node, levels, findings));
  if (findings.faulty) return undefined;
  const title = draft.title || NOT_STATED;
  const whole = title.includes(draft.edition) ? title : `${title} ${draft.edition}`;
  const selections = settleSelections(draft.selections, requirements, findings);
  return {
    id: slug(draft.id ?? '') || slug(whole) || spelledOut(whole),
    title: shorten(title),
    publisher: draft.publisher || NOT_STATED,
    edition: draft.edition || NOT_STATED,
    revision: 1,
    source: draft.source || NOT_STATED,
    licence: draft.licence || NOT_STATED,
    sourceNote: 'Imported from a file; titles and statements are the publisher’s.',
    levels: Object.fromEntries([...levels].map(([level, id]) => [id, capitalise(level)])),
    requirements,
    ...(selections.length === 0 ? {} : { selections }),
  };
}

function mergeRepeated(nodes: readonly DraftNode[], findings: Findings): readonly DraftNode[] {
  const merged = new Map<string, DraftNode>();
  for (const node of nodes) {
    if (!checkId(node, findings)) continue;
    const first = merged.get(node.id);
    merged.set(node.id, first === undefined ? node : mergeNodes(first, node, findings));
  }
  return [...merged.values()];
}

function checkId({ at, id }: DraftNode, findings: Findings): boolean {
  if (id === '') findings.fault(at, 'import.id-missing');
  else if (id.length > LONGEST_ID) findings.fault(at, 'import.id-too-long', { limit: LONGEST_ID });
  else if (id === '__proto__' || !/^[^\p{Cc}\p{Cf}]+$/u.test(id) || !/[\p{L}\p{N}]/u.test(id)) {
    findings.fault(at, 'import.id-unusable', { id: shorten(id.replace(/\p{Cc}/gu, '�'), LONGEST_ID) });
  } else return true;
  return false;
}

/** Files repeat what they have said; a requirement that is said twice in different words is a fault. */
function mergeNodes(first: DraftNode, again: DraftNode, findings: Findings): DraftNode {
  const apart = (one: string, other: string) => one !== '' && other !== '' && one !== other;
  const differs = apart(first.statement, again.statement) || apart(first.title, again.title);
  if (differs && (first.assessable || again.assessable) && first.withdrawn === again.withdrawn) {
    findings.fault(again.at, 'import.id-twice', { id: first.id, first: first.at });
    return first;
  }
  findings.notice('import.repeated', first.id);
  const withdrawn = first.withdrawn ?? again.withdrawn;
  return {
    ...first,
    title: first.title || again.title,
    statement: first.statement || again.statement,
    assessable: withdrawn === undefined && (first.assessable || again.assessable),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    tags: { ...again.tags, ...first.tags },
  };
}

function requirementOfNode(
  node: DraftNode,
  levels: ReadonlyMap<string, string>,
  findings: Findings,
): Requirement {
  const { id, parent, level, withdrawn } = node;
  const assessable = node.assessable && withdrawn === undefined;
  const tags = { ...node.tags, ...(withdrawn === undefined ? {} : { withdrawn: withdrawn || 'withdrawn' }) };
  return {
    id,
    parent,
    level: levels.get(level)!,
    ...wordsOf(node, findings),
    titleOrigin: 'official',
    assessable,
    excludable: assessable && (node.excludable ?? true),
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
  };
}

function wordsOf(
  { at, id, title, asks = '', ...node }: DraftNode,
  findings: Findings,
): Pick<Requirement, 'title' | 'statement' | 'asks'> {
  const tooLong = title.length > LONGEST_TITLE;
  if (tooLong) findings.notice('import.title-shortened', id);
  const statement = node.statement || (tooLong ? title : '');
  if (Math.max(statement.length, asks.length) > LONGEST_TEXT) {
    findings.fault(at, 'import.text-too-long', { id, limit: LONGEST_TEXT });
  }
  return {
    title: title === '' ? titleMadeOf(statement) || id : shorten(title, LONGEST_TITLE),
    ...(asks === '' ? {} : { asks }),
    ...(statement === '' ? {} : { statement }),
  };
}

function settleSelections(
  drafts: readonly Selection[],
  requirements: readonly Requirement[],
  findings: Findings,
): readonly Selection[] {
  const known = new Set(requirements.map(({ id }) => id));
  return withOwnIds(drafts)
    .map((draft) => {
      const lost = draft.requirements.filter((id) => !known.has(id));
      for (const id of lost) findings.notice('import.selected-unknown', `${draft.id}: ${id}`);
      return { ...draft, requirements: draft.requirements.filter((id) => known.has(id)) };
    })
    .filter((selection) => selection.requirements.length > 0);
}

/** Names that differ only in signs which an id can not hold: a number tells them apart. */
function withOwnIds(drafts: readonly Selection[]): readonly Selection[] {
  const taken = new Set<string>();
  return drafts.map((draft) => {
    let id = draft.id;
    for (let number = 2; taken.has(id); number += 1) id = `${draft.id}-${number}`;
    taken.add(id);
    return { ...draft, id };
  });
}

/** The id of each level's word: those that are written alike share one, those without Latin letters get their own. */
function levelsOf(nodes: readonly DraftNode[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { level } of nodes) {
    if (!ids.has(level))
      ids.set(level, slug(level) || (level.trim() === '' ? 'requirement' : spelledOut(level)));
  }
  return ids;
}

function capitalise(level: string): string {
  const word = shorten(level.replaceAll('_', ' '), 60) || 'Requirement';
  return word[0]!.toUpperCase() + word.slice(1);
}
