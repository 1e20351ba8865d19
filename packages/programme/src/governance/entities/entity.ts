import { activityNamed, countryMeant, designations, isCountry } from '@concord/catalog';
import { type Notice, type Refusal, refuse } from '../../foundation/index.ts';
import type { WithGovernance } from '../governance.ts';
import { refuseReferences } from '../references/index.ts';
import { type LegalEntity, register, type Said } from '../registers/index.ts';

/**
 * The figures as they are in the accounts; what class follows from them is for the view of a law to say. The name is
 * erasable: a sole trader goes by the name of a person.
 */
export const entities = register({
  table: 'entities',
  kind: 'entity',
  facts: ['EntityAdded', 'EntityChanged', 'EntityEnded'],
  texts: ['name'],
  same: ['name'],
  read: (_state: WithGovernance, said) => withoutDoubles(withActivities(said)),
  refuse: (state: WithGovernance, said, after) => refuseMembers(state, said) ?? refuseGroup(after),
  tell: tellIdle,
});

function refuseMembers(state: WithGovernance, said: Said<LegalEntity>): Refusal | undefined {
  const doing = said.activities?.find((each) => !activityNamed(each));
  if (doing !== undefined)
    return refuse('refused', 'entity.activity-unknown', { activity: doing, at: 'activities' }).refusal;
  const odd = said.designations?.find((each) => !designations().some(({ id }) => id === each));
  if (odd !== undefined)
    return refuse('refused', 'entity.designation-unknown', { designation: odd, at: 'designations' }).refusal;
  return refuseCountries(said) ?? refuseReferences(state, said);
}

/** Figures of a group count only for who is in one; persons add up, so a group has no fewer than its member. */
function refuseGroup({ alone, group, linked }: Said<LegalEntity>): Refusal | undefined {
  if (!group) return undefined;
  if (!linked) return refuse('refused', 'entity.group-unlinked', { at: 'group' }).refusal;
  const [persons, own] = [group.persons, alone?.persons];
  if (persons === undefined || own === undefined || persons >= own) return undefined;
  return refuse('refused', 'entity.group-fewer', { persons, own, at: 'group' }).refusal;
}

const countriesOf = ['establishedIn', 'servesIn'] as const;

/** Every country by the code that ISO 3166-1 assigns to it. */
export function refuseCountries(
  said: Pick<Said<LegalEntity>, (typeof countriesOf)[number]>,
): Refusal | undefined {
  for (const member of countriesOf) {
    const at = said[member]?.findIndex((code) => !isCountry(code)) ?? -1;
    const country = said[member]?.[at];
    if (country === undefined) continue;
    const meant = countryMeant(country);
    const place = { country, at: `${member}[${at}]` };
    return meant === undefined
      ? refuse('refused', 'entity.country-unknown', place).refusal
      : refuse('refused', 'entity.country-other', { ...place, meant }).refusal;
  }
  return undefined;
}

/** A designation that means something with certain activities only, of which the entity has none. */
function tellIdle({ activities: doing, designations: said }: Said<LegalEntity>): Notice[] {
  const given = designations().filter(({ id }) => said?.includes(id));
  const idle = given.filter((each) => each.with && !each.with.some((one) => doing?.includes(one)));
  return idle.map(({ id, with: needed = [] }) => ({
    code: 'entity.designation-idle',
    params: { designation: id, activities: needed.join(', ') },
  }));
}

/** Activities by their ids, however they were named. */
function withActivities(said: Said<LegalEntity>): Said<LegalEntity> {
  if (!said.activities) return said;
  return { ...said, activities: said.activities.map((each) => activityNamed(each)?.id ?? each) };
}

const lists = ['activities', 'designations', 'establishedIn', 'servesIn'] as const;

/** Each id and country once, in the order given. */
function withoutDoubles(said: Said<LegalEntity>): Said<LegalEntity> {
  const given = lists.filter((member) => said[member]);
  return { ...said, ...Object.fromEntries(given.map((member) => [member, [...new Set(said[member])]])) };
}
