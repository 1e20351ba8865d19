import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  id,
  localDate,
  on,
  type RecordedFact,
  record,
  refuse,
  text,
  valueOn,
} from '../../foundation/index.ts';
import { type Profile, type ProfileTiers, type TierName, tierChoices } from '../profile.ts';
import type { Controls, WithControls } from '../state.ts';
import { keptProfile } from './outcome.ts';
import { changed } from './profile.ts';

type TiersData = { [Name in TierName]?: number | null | undefined } & {
  effective: string;
  rationale?: string | undefined;
};

const profileTiersChosen = factType<TiersData>('ProfileTiersChosen', 1, ['rationale']);

const tier = z.number().int().min(1).max(4).nullable().optional();

export const chooseTiersInput = z.strictObject({
  profile: id.describe('Id of the profile'),
  governanceCurrent: tier.describe('Rigour of governing risk as it is, 1 to 4'),
  governanceTarget: tier.describe('Rigour of governing risk that is wanted, 1 to 4'),
  managementCurrent: tier.describe('Rigour of managing risk as it is, 1 to 4'),
  managementTarget: tier.describe('Rigour of managing risk that is wanted, 1 to 4'),
  rationale: text(10_000).describe('Why these'),
  effective: localDate
    .optional()
    .describe('Day from which they hold, today when left out; not in the future'),
});

/** CSWP 29, Appendix B: chosen for the whole profile by risk, mandate and cost; no score turns into one. */
export function chooseTiers(
  state: WithControls,
  input: z.infer<typeof chooseTiersInput>,
  { today }: Circumstances,
): Decision {
  const profile = keptProfile(state, input.profile);
  if ('refusal' in profile) return profile;
  const { profile: _named, rationale, effective = today, ...asked } = input;
  if (effective > today) return refuse('refused', 'date.future', { date: effective, at: 'effective' });
  const said = tierChoices.filter((name) => asked[name] !== undefined);
  if (said.length === 0) return refuse('invalid', 'profile.no-tier', { at: 'governanceCurrent' });
  const wanted = said.filter((name) => differs(profile, name, { tier: asked[name], rationale, effective }));
  if (wanted.length === 0) return record();
  const data = { ...Object.fromEntries(wanted.map((name) => [name, asked[name]])), effective, rationale };
  return record(profileTiersChosen.of({ kind: 'profile', id: profile.id }, data));
}

function differs(
  profile: Profile,
  name: TierName,
  said: { tier: number | null | undefined; rationale: string; effective: string },
): boolean {
  const now = valueOn(profile.tiers[name] ?? [], said.effective);
  if (!now) return said.tier !== null;
  return now.tier !== said.tier || now.rationale !== said.rationale;
}

export const tierEvolvers: readonly Evolver<Controls>[] = [
  on(profileTiersChosen, (state: Controls, { record, data, actor, seq }: RecordedFact<TiersData>) => {
    const tiers: Partial<Record<TierName, ProfileTiers[TierName]>> = {
      ...state.profiles.get(record.id)?.tiers,
    };
    for (const name of tierChoices) {
      const chosen = data[name];
      if (chosen === undefined) continue;
      const value = chosen === null ? null : { tier: chosen, rationale: data.rationale ?? '', by: actor };
      tiers[name] = [...(tiers[name] ?? []), { from: data.effective, value }];
    }
    return changed(state, record.id, { tiers, seq });
  }),
];
