import type { Findings } from '../draft/finding.ts';
import type { DraftFramework, DraftNode } from '../draft/framework-draft.ts';
import { DEEPEST } from '../draft/order.ts';
import { member, records, type Spot, textAt } from '../draft/spot.ts';
import { slug, splitHeading, withdrawalIn } from '../draft/wording.ts';
import { composeStatement, gatherParameters, ownValues, propValues } from './statement.ts';

interface Walk {
  readonly nodes: DraftNode[];
  readonly parameters: Map<string, Spot>;
  readonly findings: Findings;
}

interface Above {
  readonly parent: string | null;
  readonly depth: number;
  readonly withinControl: boolean;
}

/** An OSCAL catalog: groups are headings, controls and the controls within them are assessable. */
export function readCatalog(document: Spot, findings: Findings): DraftFramework {
  const catalog = member(document, 'catalog');
  const parameters = new Map<string, Spot>();
  gatherAll(catalog, parameters, findings);
  const walk: Walk = { nodes: [], parameters, findings };
  walkHolder(catalog, { parent: null, depth: 0, withinControl: false }, walk);
  const metadata = member(catalog, 'metadata');
  return {
    title: textAt(metadata, 'title', findings),
    publisher: publisherIn(metadata, findings),
    edition: textAt(metadata, 'version', findings),
    source: `OSCAL catalog ${textAt(catalog, 'uuid', findings)}`.trim(),
    licence: '',
    nodes: walk.nodes,
    selections: [],
  };
}

/** The first organisation among the parties of a document. */
export function publisherIn(metadata: Spot, findings: Findings): string {
  const parties = records(member(metadata, 'parties'), findings);
  const organisation = parties.find((party) => textAt(party, 'type', findings) === 'organization');
  return organisation === undefined ? '' : textAt(organisation, 'name', findings);
}

function gatherAll(catalog: Spot, into: Map<string, Spot>, findings: Findings): void {
  const waiting: { spot: Spot; depth: number }[] = [{ spot: catalog, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { spot, depth } = next;
    if (depth > DEEPEST) return;
    gatherParameters(spot, into, findings);
    for (const key of ['groups', 'controls']) {
      const { value, at } = member(spot, key);
      if (!Array.isArray(value)) continue;
      value.forEach((one, place) => {
        waiting.push({ spot: { at: `${at}[${place}]`, value: one }, depth: depth + 1 });
      });
    }
  }
}

function walkHolder(holder: Spot, above: Above, walk: Walk): void {
  const { findings } = walk;
  const groups = records(member(holder, 'groups'), findings);
  const controls = records(member(holder, 'controls'), findings);
  if (above.depth >= DEEPEST) {
    if (groups.length + controls.length > 0) {
      findings.fault(holder.at, 'import.too-deep', { limit: DEEPEST });
    }
    return;
  }
  for (const group of groups) walkGroup(group, above, walk);
  for (const control of controls) walkControl(control, above, walk);
}

function walkGroup(group: Spot, above: Above, walk: Walk): void {
  const { findings, nodes } = walk;
  const title = textAt(group, 'title', findings);
  // OSCAL has groups hold groups or controls: where a heading has both, we write a group for the controls alone.
  if (ownValues(group, 'grouping', findings).length > 0) {
    walkHolder(group, { ...above, depth: above.depth + 1 }, walk);
    return;
  }
  const [written = textAt(group, 'id', findings)] = ownValues(group, 'id', findings);
  const id = written || unnamedId(title, above, nodes);
  const heading = splitHeading(title);
  const own = heading !== undefined && heading.id.toLowerCase() === id.toLowerCase();
  const told = own ? heading : { title, statement: '' };
  const withdrawn = withdrawalOf(group, told.statement || told.title, findings);
  const statement = told.statement || composeStatement(group, ['overview', 'instruction'], walk);
  nodes.push({
    at: group.at,
    id,
    parent: above.parent,
    level: textAt(group, 'class', findings) || 'group',
    title: told.title,
    statement: withdrawn === undefined ? statement : '',
    assessable: false,
    ...(withdrawn === undefined ? {} : { withdrawn }),
  });
  walkHolder(group, { ...above, parent: id, depth: above.depth + 1 }, walk);
}

/** OSCAL lets a group go without an id. */
function unnamedId(title: string, { parent }: Above, nodes: readonly DraftNode[]): string {
  return slug(`${parent ?? ''} ${title}`) || `group-${nodes.length + 1}`;
}

function walkControl(control: Spot, above: Above, walk: Walk): void {
  const { findings, nodes } = walk;
  const [own] = ownValues(control, 'id', findings);
  const id = own ?? textAt(control, 'id', findings);
  const title = textAt(control, 'title', findings);
  const statement = composeStatement(control, ['statement', 'item'], walk);
  const isNo = (name: string) => ownValues(control, name, findings).includes('no');
  const withdrawn = withdrawalOf(control, statement || title, findings);
  const label = labelOf(control, findings);
  nodes.push({
    at: `${control.at}.id`,
    id,
    parent: above.parent,
    level: (own && textAt(control, 'class', findings)) || (above.withinControl ? 'enhancement' : 'control'),
    title: title.toLowerCase() === id.toLowerCase() ? '' : title,
    statement: withdrawn === undefined ? statement : '',
    assessable: withdrawn === undefined && !isNo('assessable'),
    ...(isNo('excludable') ? { excludable: false } : {}),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(label === '' || label.toLowerCase() === id.toLowerCase() ? {} : { tags: { label } }),
  });
  walkHolder(control, { parent: id, depth: above.depth + 1, withinControl: true }, walk);
}

/** The label as printed: AC-2(1) rather than the zero-padded AC-02(01). */
function labelOf(control: Spot, findings: Findings): string {
  const labels = records(member(control, 'props'), findings).filter(
    (prop) => textAt(prop, 'name', findings) === 'label',
  );
  const printed = labels.find((prop) => textAt(prop, 'class', findings) === '') ?? labels[0];
  return printed === undefined ? '' : textAt(printed, 'value', findings);
}

function withdrawalOf(holder: Spot, words: string, findings: Findings): string | undefined {
  const status = propValues(holder, 'status', findings).some((value) => value.toLowerCase() === 'withdrawn');
  if (!status) return withdrawalIn(words);
  const into = records(member(holder, 'links'), findings)
    .filter((link) => ['incorporated-into', 'moved-to'].includes(textAt(link, 'rel', findings)))
    .map((link) => textAt(link, 'href', findings).replace('#', '').toUpperCase());
  return into.length === 0 ? 'withdrawn' : `into ${into.join(', ')}`;
}
