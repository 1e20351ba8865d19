import { fewestWords, isTemplatePhrase, wordsIn } from '@concord/catalog';
import { isAnswered, type Reason } from '@concord/programme';
import { sayIn, withinSentence } from '../../language/say.ts';
import { type CheckGround, type Entry, type Finding, found } from './finding.ts';

/** SOA-01: Annex A in whole. A control that nobody decided on stands in the list, and not in the statement. */
export function checkDecided(entry: Entry): Finding[] {
  return entry.necessary === undefined ? [found(entry, ['SOA-01', 'undecided'])] : [];
}

/** SOA-02: what is necessary says why, in a text or by what it points at. A text can have been erased since. */
export function checkReasons(entry: Entry): Finding[] {
  const says = entry.reasons.some(({ text, obligation }) => text.trim() !== '' || obligation !== undefined);
  if (entry.necessary !== true || says) return [];
  return [found(entry, ['SOA-02', entry.ofAnnexA ? 'listed' : 'further'])];
}

/** SOA-03: only what Annex A lists has to be excluded with a reason. */
export function checkExclusion(entry: Entry): Finding[] {
  if (!isExcluded(entry) || entry.exclusionReason.trim() !== '') return [];
  return [found(entry, ['SOA-03'])];
}

/**
 * SOA-08: a reason of law or contract points at an obligation. One in force that names the requirement will do too,
 * if it is of that kind. Reasons of risk wait for a register of risks.
 */
export function checkObligations(entry: Entry): Finding[] {
  if (entry.necessary !== true) return [];
  const asked = new Set(entry.reasons.map(({ kind }) => kind));
  const bare = (['law', 'contract'] as const).filter((kind) => asked.has(kind) && !isLinked(entry, kind));
  if (bare.length === 0) return [];
  const say = sayIn(entry);
  const kinds = bare.map((kind) => withinSentence(say(`reason.${kind}`), entry)).join(', ');
  return [found(entry, ['SOA-08', entry.ofAnnexA ? 'listed' : 'further'], { kinds })];
}

function isLinked({ obligations }: Entry, kind: Reason['kind']): boolean {
  return obligations.some((obligation) => isAnswered(kind, obligation));
}

/** SOA-09 (practice): a reason that is very short, or a phrase that says no more than that it is excluded. */
export function checkWording(entry: Entry): Finding[] {
  const reason = entry.exclusionReason.trim();
  if (!isExcluded(entry) || reason === '') return [];
  if (isTemplatePhrase(reason)) return [found(entry, ['SOA-09', 'phrase'], { reason })];
  if (wordsIn(reason).length >= fewestWords) return [];
  return [found(entry, ['SOA-09', 'short'], { count: fewestWords })];
}

function isExcluded({ necessary, ofAnnexA }: Entry): boolean {
  return necessary === false && ofAnnexA;
}

export type Check = (entry: Entry, ground: CheckGround) => readonly Finding[];
