import { type Activity, activities, type EntityGroup, entityClassLaw } from '@concord/catalog';
import type { LegalEntity } from '@concord/programme';

/** What is known of an entity, its size apart. */
export type Said = Pick<LegalEntity, 'activities' | 'designations' | 'establishedIn' | 'servesIn'>;

/** What is known of an entity, its size apart, read by the groups that the law makes. */
export interface Situation {
  /** Those that count: some are left out by what was said of them. */
  readonly activities: readonly Activity[];
  readonly annexes: ReadonlySet<'I' | 'II'>;
  /** Whether some activity is of a kind that the law treats alike. */
  readonly is: (group: EntityGroup) => boolean;
  /** Whether it has this designation. */
  readonly designated: (id: string) => boolean;
  /** No Member State has it in its jurisdiction. */
  readonly outside: boolean;
  /** The directive leaves it out although its kind would be in. */
  readonly excluded: boolean;
}

/**
 * Every situation that what was said leaves possible: two where it was not said whether the Union is served, and none
 * that could be counted up where it was not said what the entity does.
 */
export function situationsOf(said: Said): readonly Situation[] {
  if (said.activities.length === 0) return [];
  const designated = (id: string) => said.designations.includes(id);
  const counted = activities().filter(({ id }) => said.activities.includes(id) && counts(id, designated));
  const is = (group: EntityGroup) => counted.some(({ id }) => inGroup(group, id));
  const annexes = new Set(counted.flatMap(({ annex }) => (annex ? [annex] : [])));
  const excluded = (designated(securityExempt) && counted.length === 0) || designated(doraExempt);
  const situation = { activities: counted, annexes, is, designated, excluded };
  return outsideOf(said, situation).map((outside) => ({ ...situation, outside }));
}

export const securityExempt = 'public-security-exempt';
export const doraExempt = 'dora-exempt';

/** What an activity does not count for: Article 2(9) keeps trust services in, the annexes leave out what is a side line. */
function counts(id: string, designated: Situation['designated']): boolean {
  if (designated(securityExempt) && !inGroup('trust', id)) return false;
  if (designated('water-non-essential-part') && inGroup('water', id)) return false;
  return !(designated('waste-not-principal-activity') && inGroup('waste', id));
}

export function inGroup(group: EntityGroup, id: string): boolean {
  return entityClassLaw().groups[group].includes(id);
}

export function inUnion(country: string): boolean {
  return entityClassLaw().memberStates.includes(country);
}

/** Whether it may be outside. Nothing said of where it is established is read as: in the Union. */
function outsideOf({ establishedIn, servesIn }: Said, { is }: Pick<Situation, 'is'>): readonly boolean[] {
  if (establishedIn.length === 0 || establishedIn.some(inUnion)) return [false];
  if (!is('digital') && !is('telecom')) return [true];
  return servesIn.length === 0 ? [false, true] : [!servesIn.some(inUnion)];
}
