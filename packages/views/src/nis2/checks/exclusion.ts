import { fewestWords, isTemplatePhrase, wordsIn } from '@concord/catalog';
import type { Decided } from '@concord/programme';
import { sayIn } from '../../language/say.ts';
import { obligationsNaming } from '../../obligations/in-force.ts';
import { named } from '../../reader.ts';
import { decisionOn } from '../annex/decision.ts';
import { isMoreThanUpdate, isOfActivity, isReached, regulation, roomIn } from '../annex/room.ts';
import { type Examined, found, type Nis2Finding, type Place } from './finding.ts';

/** Article 2(2) of the implementing regulation, with the rigour of a Statement of Applicability. */
export function checkExclusion(examined: Examined): readonly Nis2Finding[] {
  const { decided } = decisionOn(examined.opened, examined.asked, examined.requirement.id);
  if (!decided || decided.applicable) return [];
  return [...checkDecided(examined, decided), ...checkRoom(examined), ...checkCalledFor(examined)];
}

/** The same for a point within a requirement, where the rest of it is applied. */
export function checkPoint(examined: Place, decided: Decided): readonly Nis2Finding[] {
  return [...checkDecided(examined, decided), ...checkPointRoom(examined)];
}

/** NIS-05 and NIS-06 for a point or a letter: what its own phrase or one around it reaches may be left out. */
function checkPointRoom(examined: Place): Nis2Finding[] {
  const { requirement, opened } = examined;
  if (isOfActivity(requirement, opened.framework)) return checkActivity(examined);
  if (isReached(requirement, opened.framework)) return [];
  const within = roomIn(requirement.id).filter(isMoreThanUpdate);
  if (within.length === 0) return [found(examined, ['NIS-05', 'point'])];
  return [found(examined, ['NIS-06', 'point'], { points: within.map(({ point }) => point).join(', ') })];
}

/** NIS-01 to NIS-04: what holds of the decision itself. */
function checkDecided(examined: Place, decided: Decided): readonly Nis2Finding[] {
  return [...checkReason(examined, decided), ...checkCare(examined, decided)];
}

/** NIS-01 and NIS-02: a reason is recorded, and it says more than that the point is left out. */
function checkReason(examined: Place, { exclusionReason }: Decided): Nis2Finding[] {
  const reason = exclusionReason.trim();
  if (reason === '') return [found(examined, ['NIS-01'])];
  if (isTemplatePhrase(reason)) return [found(examined, ['NIS-02', 'phrase'], { reason })];
  if (wordsIn(reason).length >= fewestWords) return [];
  return [found(examined, ['NIS-02', 'short'], { count: fewestWords })];
}

/** NIS-03 and NIS-04: somebody answers for the decision, and looks at it again in time. */
function checkCare(examined: Place, { owner, reviewOn }: Decided): Nis2Finding[] {
  const { on } = examined.asked;
  const unowned = owner === undefined ? [found(examined, ['NIS-03'])] : [];
  if (reviewOn === undefined) return [...unowned, found(examined, ['NIS-04', 'none'])];
  return reviewOn < on ? [...unowned, found(examined, ['NIS-04', 'overdue'], { reviewOn })] : unowned;
}

/** NIS-05 to NIS-07: only where the annex leaves room may a point be left out; the directive leaves none. */
function checkRoom(examined: Examined): Nis2Finding[] {
  const { requirement, opened } = examined;
  if (opened.framework.id !== regulation)
    return requirement.tags?.appliesTo === 'all' ? [found(examined, ['NIS-07'])] : [];
  if (isOfActivity(requirement, opened.framework)) return checkActivity(examined);
  const room = roomIn(requirement.id).filter(isMoreThanUpdate);
  if (room.length === 0) return [found(examined, ['NIS-05', 'none'])];
  return [found(examined, ['NIS-06'], { points: room.map(({ point }) => point).join(', ') })];
}

/** What is asked only of who develops, held against what is said of the scope. */
function checkActivity(examined: Place): Nis2Finding[] {
  const { opened, asked } = examined;
  const facts = asked.programme.governance.scopeStatements.get(opened.scope)?.facts;
  return facts?.developsSoftware ? [found(examined, ['NIS-05', 'develops'])] : [];
}

/** NIS-08: an obligation that is in force, whose scope lies in or around that of the view, names what is left out. */
function checkCalledFor(examined: Examined): Nis2Finding[] {
  const { requirement, opened, asked } = examined;
  const called = { framework: opened.framework.id, requirement: requirement.id };
  const place = { scope: opened.scope, on: asked.on };
  const naming = obligationsNaming(asked.programme.governance, called, place);
  if (naming.length === 0) return [];
  const obligations = named(naming, asked, ({ title }) => sayIn(asked)('said.quoted', { text: title }));
  return [found(examined, ['NIS-08'], { obligations })];
}
