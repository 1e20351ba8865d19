import { contradictions } from '@concord/catalog';
import type { Control, Programme } from '@concord/programme';
import { annexA } from '../rows/linked.ts';
import { type CheckGround, type Entry, type Finding, found, named } from './finding.ts';

/**
 * SOA-04, for obligations. How we read the table: an obligation that is in force, whose scope lies in or around that of
 * the statement, and that names the excluded requirement says that it is called for.
 */
export function checkCalledFor(entry: Entry, { reader }: CheckGround): Finding[] {
  if (entry.necessary !== false || entry.naming.length === 0) return [];
  const obligations = named(entry.naming, reader, ({ title }) => `“${title}”`);
  return [found(entry, ['SOA-04', 'obligation'], { obligations })];
}

/**
 * SOA-04, for claims. How we read the table: a control of ours that is claimed, and confirmed, to answer the excluded
 * requirement, and on which a confirmed claim for a requirement of another framework rests, is used after all.
 */
export function checkReliedOn(entry: Entry, { programme, reader, on }: CheckGround): Finding[] {
  if (entry.necessary !== false) return [];
  const relied = entry.standings.flatMap(({ control }) => {
    const elsewhere = claimedElsewhere(programme, control, on);
    return elsewhere.length === 0 ? [] : [{ control, elsewhere }];
  });
  if (relied.length === 0) return [];
  const open = relied.map(({ control, elsewhere }) => ({ ...control, elsewhere }));
  const controls = named(open, reader, ({ code, elsewhere: [first = ''] }) => `${code} (${first})`);
  return [found(entry, ['SOA-04', 'claim'], { controls })];
}

/** `framework requirement` of each confirmed claim elsewhere that rests on a control. */
function claimedElsewhere({ controls }: Programme, { id, retiredOn }: Control, on: string): string[] {
  if (retiredOn !== undefined && retiredOn <= on) return [];
  const claims = controls.claimsBy.get(id)?.toArray() ?? [];
  return claims.flatMap((each) => {
    const claim = controls.claims.get(each);
    const counts = claim?.state === 'confirmed' && claim.framework !== annexA;
    return counts ? [`${claim.framework} ${claim.requirement}`] : [];
  });
}

/** SOA-12: an exclusion that does not go with what the scope statement says there is. */
export function checkScopeFacts(entry: Entry, { statement }: CheckGround): Finding[] {
  if (entry.necessary !== false || !entry.ofAnnexA) return [];
  const [told] = contradictions().filter(
    ({ fact, requirements }) => statement?.facts[fact] === true && requirements.includes(entry.row),
  );
  return told ? [found(entry, ['SOA-12', told.fact])] : [];
}
