import {
  type CrosswalkProvenance,
  type DraftCrosswalk,
  type DraftLink,
  type JointRelation,
  MOST_PAIRS,
} from '../draft/crosswalk-draft.ts';
import type { Findings } from '../draft/finding.ts';
import { KNOWN_RELATIONS, ofEachPair, relationOf } from '../draft/relation.ts';
import { inside, member, oneOrMore, type Spot, text, textAt } from '../draft/spot.ts';
import { publisherIn } from './catalog.ts';
import { idOfOscal } from './identifier.ts';
import { nameOfReference, resourceOf } from './reference.ts';
import { ownValues } from './statement.ts';

/** An OSCAL mapping-collection: its mappings, each a crosswalk; the relation is of source compared to target. */
export function readMappings(document: Spot, findings: Findings): readonly DraftCrosswalk[] {
  const collection = member(document, 'mapping-collection');
  const mappings = oneOrMore(member(collection, 'mappings'), findings);
  if (mappings.length === 0) findings.fault(`${collection.at}.mappings`, 'import.no-pairs');
  return mappings
    .filter((mapping) => !hasSeveralSources(mapping, collection, findings))
    .map((mapping) => readMapping(mapping, collection, findings));
}

/** What requirements of several frameworks ask together: a crosswalk leads from one. Only our own export says so. */
function hasSeveralSources(mapping: Spot, collection: Spot, findings: Findings): boolean {
  const href = textAt(member(mapping, 'source-resource'), 'href', findings);
  const resource = resourceOf(href, collection, findings);
  if (resource === undefined || ownValues(resource, 'framework', findings).length < 2) return false;
  findings.notice('import.several-sources', mapping.at);
  return true;
}

function readMapping(mapping: Spot, collection: Spot, findings: Findings): DraftCrosswalk {
  const metadata = member(collection, 'metadata');
  const room = { pairs: MOST_PAIRS };
  const maps = oneOrMore(member(mapping, 'maps'), findings);
  const read = maps.flatMap((map) => readMap(map, room, findings));
  if (maps.length === 0) findings.fault(`${mapping.at}.maps`, 'import.no-pairs');
  const links = read.flatMap((one) => one.links);
  noticeGaps(mapping, findings);
  const title = textAt(metadata, 'title', findings);
  return {
    title,
    from: resourceName(member(mapping, 'source-resource'), collection, findings),
    to: resourceName(member(mapping, 'target-resource'), collection, findings),
    developer: publisherIn(metadata, findings),
    date: ownValues(mapping, 'date', findings)[0] ?? textAt(metadata, 'last-modified', findings).slice(0, 10),
    source: `OSCAL mapping-collection “${title}” ${textAt(metadata, 'version', findings)}`.trim(),
    licence: '',
    ...(links.some(({ strength }) => strength !== undefined)
      ? {
          strengthMeans:
            ownValues(mapping, 'strength-means', findings)[0] ?? 'Confidence the author states, in percent',
        }
      : {}),
    links,
    noEquivalent: [],
    joint: read.flatMap((one) => (one.joint === undefined ? [] : [one.joint])),
    provenance: provenanceOf(mapping, member(collection, 'provenance'), findings),
  };
}

interface ReadMap {
  readonly links: readonly DraftLink[];
  readonly joint?: JointRelation;
}

/** `room` is what is left of the pairs that a crosswalk may have: two long lists in one map make many. */
function readMap(map: Spot, room: { pairs: number }, findings: Findings): readonly ReadMap[] {
  const relationship = member(map, 'relationship');
  const word = text(relationship, findings);
  // OSCAL has no word for a relation that is only known to be one: we write the loosest, and ours beside it.
  const relation = relationOf(ownValues(map, 'relation', findings)[0] ?? word);
  if (relation === undefined) {
    findings.fault(relationship.at, 'import.relation-unknown', { relation: word, known: KNOWN_RELATIONS });
  }
  const from = endsOf(map, 'sources', findings);
  const to = endsOf(map, 'targets', findings);
  room.pairs -= from.length * to.length;
  if (room.pairs < 0) findings.fault(map.at, 'import.too-many-pairs', { limit: MOST_PAIRS });
  if (relation === undefined || from.length === 0 || to.length === 0 || room.pairs < 0) return [];
  const ofPair = ofEachPair(relation, from.length, to.length);
  const strength = strengthIn(map, findings);
  const links = from.flatMap((source) =>
    to.map((target) => ({ at: map.at, from: source, to: target, relation: ofPair, ...strength })),
  );
  if (word.startsWith('equivalent')) findings.notice('import.equivalent-as-equal', map.at);
  return [{ links, ...(ofPair === relation ? {} : { joint: { from, to, relation } }) }];
}

/** The confidence in percent; of our own export the strength as it was. */
function strengthIn(map: Spot, findings: Findings): { strength?: number } {
  const [own = ''] = ownValues(map, 'strength', findings);
  const stated = text(inside(map, 'confidence-score', 'percentage'), findings);
  const strength = own === '' ? Math.round(Number(stated) * 100) : Number(own);
  return (own || stated) !== '' && Number.isFinite(strength) ? { strength } : {};
}

function endsOf(map: Spot, side: 'sources' | 'targets', findings: Findings): readonly string[] {
  const ends = oneOrMore(member(map, side), findings);
  if (ends.length === 0) findings.fault(`${map.at}.${side}`, 'import.end-missing');
  return ends.flatMap((end) => {
    const id = textAt(end, 'id-ref', findings);
    if (id === '') findings.fault(`${end.at}.id-ref`, 'import.end-missing');
    const suffix = textAt(end, 'type', findings) === 'statement' ? id.lastIndexOf('_smt') : -1;
    return id === '' ? [] : [idOfOscal(suffix === -1 ? id : id.slice(0, suffix))];
  });
}

function resourceName(resource: Spot, collection: Spot, findings: Findings): string {
  const href = member(resource, 'href');
  const written = text(href, findings);
  if (written === '') findings.fault(href.at, 'import.end-missing');
  return nameOfReference(written, collection, findings);
}

/** A gap summary says what is not mapped; of that nothing follows, least of all that there is no equivalent. */
function noticeGaps(mapping: Spot, findings: Findings): void {
  for (const summary of ['source-gap-summary', 'target-gap-summary']) {
    if (member(mapping, summary).value !== undefined) findings.notice('import.gaps-left-out', summary);
  }
}

function provenanceOf(mapping: Spot, ofAll: Spot, findings: Findings): CrosswalkProvenance {
  const said = (key: string) => textAt(mapping, key, findings) || textAt(ofAll, key, findings);
  const told = {
    method: said('method'),
    rationale: said('matching-rationale'),
    status: said('status'),
    description: said('mapping-description'),
  };
  return Object.fromEntries(Object.entries(told).filter(([, words]) => words !== ''));
}
