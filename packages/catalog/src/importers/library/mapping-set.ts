import type { DraftCrosswalk, DraftLink } from '../draft/crosswalk-draft.ts';
import type { Findings } from '../draft/finding.ts';
import { KNOWN_RELATIONS, relationOf } from '../draft/relation.ts';
import { member, oneOrMore, records, type Spot, text, textAt } from '../draft/spot.ts';
import { shorten } from '../draft/wording.ts';
import { tailOf, urnAt } from './urn.ts';

/** The mapping sets of a CISO Assistant library; the reverse of a set that stands before it says nothing new. */
export function readMappingSets(document: Spot, findings: Findings): readonly DraftCrosswalk[] {
  const objects = member(document, 'objects');
  const sets = ['requirement_mapping_set', 'requirement_mapping_sets'].flatMap((key) =>
    oneOrMore(member(objects, key), findings),
  );
  const seen = new Set<string>();
  const forward = sets.filter((set) => {
    const [from, to] = endsOf(set, findings);
    const reverse = seen.has(JSON.stringify([to, from]));
    if (reverse) findings.notice('import.reverse-left-out', textAt(set, 'name', findings));
    seen.add(JSON.stringify([from, to]));
    return !reverse;
  });
  return forward.map((set) => readSet(set, document, findings));
}

function endsOf(set: Spot, findings: Findings): readonly [from: string, to: string] {
  return [urnAt(set, 'source_framework_urn', findings), urnAt(set, 'target_framework_urn', findings)];
}

function readSet(set: Spot, document: Spot, findings: Findings): DraftCrosswalk {
  const [from, to] = endsOf(set, findings);
  if (from === '' || to === '') findings.fault(set.at, 'import.end-missing');
  const mappings = records(member(set, 'requirement_mappings'), findings);
  if (mappings.length === 0) findings.fault(`${set.at}.requirement_mappings`, 'import.no-pairs');
  const said = (key: string) => textAt(set, key, findings) || textAt(document, key, findings);
  const links = mappings.flatMap((mapping) => readLink(mapping, findings));
  return {
    title: said('name'),
    from: nameOf(from),
    to: nameOf(to),
    developer: said('provider') || said('packager'),
    date: said('publication_date').slice(0, 10),
    source: `CISO Assistant library ${textAt(document, 'urn', findings)}`,
    licence: shorten(said('copyright'), 500),
    ...(links.some(({ strength }) => strength !== undefined)
      ? { strengthMeans: 'Strength of relationship that the developer states' }
      : {}),
    links,
    noEquivalent: [],
  };
}

/** nist-csf-2.0 of urn:intuitem:risk:framework:nist-csf-2.0. */
function nameOf(urn: string): string {
  return urn.split(':').at(-1) || urn;
}

function readLink(mapping: Spot, findings: Findings): readonly DraftLink[] {
  const [from, to] = ['source_requirement_urn', 'target_requirement_urn'].map((key) =>
    tailOf(urnAt(mapping, key, findings)),
  );
  const relationship = member(mapping, 'relationship');
  const word = text(relationship, findings) || 'related';
  const relation = relationOf(word);
  if (relation === undefined) {
    findings.fault(relationship.at, 'import.relation-unknown', { relation: word, known: KNOWN_RELATIONS });
  }
  if (from === '' || to === '') findings.fault(mapping.at, 'import.end-missing');
  if (relation === undefined || !from || !to) return [];
  const strength = strengthOf(mapping, findings);
  return [{ at: mapping.at, from, to, relation, ...(strength === undefined ? {} : { strength }) }];
}

function strengthOf(mapping: Spot, findings: Findings): number | undefined {
  const written =
    textAt(mapping, 'strength_of_relationship', findings) || textAt(mapping, 'strength', findings);
  const strength = Number(written);
  return written === '' || !Number.isFinite(strength) ? undefined : strength;
}
