import { contradictions } from '@concord/catalog';
import type { Control, Programme, RequirementNamed } from '@concord/programme';
import { requirementNamed } from '../../language/requirement.ts';
import { sayIn } from '../../language/say.ts';
import { obligationsNaming } from '../../obligations/in-force.ts';
import { listed, named } from '../../reader.ts';
import { annexA } from '../rows/linked.ts';
import { type CheckGround, type Entry, type Finding, found } from './finding.ts';

/**
 * SOA-04, for obligations. How we read the table: an obligation that is in force, whose scope lies in or around that of
 * the statement, and that names the excluded requirement says that it is called for.
 */
export function checkCalledFor(entry: Entry, ground: CheckGround): Finding[] {
  if (entry.necessary !== false || entry.naming.length === 0) return [];
  const obligations = titlesOf(entry.naming, ground);
  return [found(entry, ['SOA-04', 'obligation'], { obligations })];
}

/**
 * SOA-04, for claims. How we read the table: a control of ours that is claimed, and confirmed, to answer the excluded
 * requirement, and on which a confirmed claim for a requirement of another framework rests, is used after all.
 * A control that is of no use here is not among them: its claims are struck.
 */
export function checkReliedOn(entry: Entry, ground: CheckGround): Finding[] {
  const { programme, on } = ground;
  if (entry.necessary !== false || !entry.ofAnnexA) return [];
  const relied = entry.standings.flatMap(({ control }) => {
    const [first] = elsewhere(answeredBy(programme, control, on), ground);
    return first ? [{ ...control, first }] : [];
  });
  if (relied.length === 0) return [];
  const controls = named(relied, ground, ({ code, first }) => `${code} (${first})`);
  return [found(entry, ['SOA-04', 'claim'], { controls })];
}

/**
 * SOA-04, for a control of our own that Annex A does not list and that was declared not necessary. It is used after all
 * where a confirmed claim for a requirement of another framework rests on it, and called for where an obligation names
 * what it is confirmed to answer, of whatever framework.
 */
export function checkDeclined(entry: Entry, ground: CheckGround): Finding[] {
  if (entry.necessary !== false || entry.ofAnnexA) return [];
  const { programme, on, scope } = ground;
  const inUse = entry.standings.filter(({ state }) => state.inUse);
  const answered = inUse.flatMap(({ control }) => answeredBy(programme, control, on));
  const used = elsewhere(answered, ground);
  const naming = answered.flatMap((each) => obligationsNaming(programme.governance, each, { scope, on }));
  const obligations = titlesOf([...new Set(naming)], ground);
  return [
    ...(used.length > 0
      ? [found(entry, ['SOA-04', 'used'], { requirements: listed(used, sayIn(ground)) })]
      : []),
    ...(naming.length > 0 ? [found(entry, ['SOA-04', 'needed'], { obligations })] : []),
  ];
}

function titlesOf(naming: Entry['naming'], ground: CheckGround): string {
  return named(naming, ground, ({ title }) => sayIn(ground)('said.quoted', { text: title }));
}

/** What confirmed claims say that a control answers; nothing once it is retired. */
function answeredBy(
  { controls }: Programme,
  { id, retiredOn }: Control,
  on: string,
): readonly RequirementNamed[] {
  if (retiredOn !== undefined && retiredOn <= on) return [];
  const claims = controls.claimsBy.get(id)?.toArray() ?? [];
  return claims.flatMap((each) => {
    const claim = controls.claims.get(each);
    // What is said with low confidence is a hint, and nothing rests on it.
    return claim?.state === 'confirmed' && claim.confidence !== 'low' ? [claim] : [];
  });
}

/** What is of another framework than the statement, as people call it, each once. */
function elsewhere(answered: readonly RequirementNamed[], ground: CheckGround): readonly string[] {
  const others = answered.filter(({ framework }) => framework !== annexA);
  return [...new Set(others.map((each) => requirementNamed(each, ground)))];
}

/** SOA-12: an exclusion that does not go with what the scope statement says there is. */
export function checkScopeFacts(entry: Entry, { statement }: CheckGround): Finding[] {
  if (entry.necessary !== false || !entry.ofAnnexA) return [];
  const [told] = contradictions().filter(
    ({ fact, requirements }) => statement?.facts[fact] === true && requirements.includes(entry.row),
  );
  return told ? [found(entry, ['SOA-12', told.fact])] : [];
}
