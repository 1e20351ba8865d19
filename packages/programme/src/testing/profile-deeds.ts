import { before, pick } from './choose.ts';
import type { Deed } from './deeds.ts';
import type { Story } from './story.ts';

const levels = ['None', 'Begun', 'Done', 'Measured'].map((label, value) => ({
  value,
  label: `secret ${label}`,
}));

/** Something about the profile: what is wanted of an outcome, what is said of it, how it is scored. */
export function profileDeed(story: Story, { one, other, more }: Deed): [name: string, input: object] {
  const found = story.programme.controls.profiles.first();
  const profile = found?.id;
  const requirement = pick(['RC.CO-03', 'RC.CO-04', 'PR.AA-05'], one);
  const rationale = `secret reason ${more}.`;
  const deeds = ['target', 'target', 'status', 'score', 'tiers', 'aim'] as const;
  const what = pick(deeds, other);
  if (what === 'status') {
    const said = {
      included: more % 4 !== 0,
      rationale,
      status: `secret status ${more}.`,
      notes: 'secret note',
    };
    return ['profiles status', { profile, requirement: more % 5 === 0 ? 'RC.CO' : requirement, ...said }];
  }
  if (what === 'tiers') {
    const effective = before(story, more % 50);
    return ['profiles tiers', { profile, governanceCurrent: 1 + (more % 4), rationale, effective }];
  }
  if (what === 'score') {
    if (!found?.scale) return ['profiles scale', { profile, levels }];
    const score = more % 5 === 4 ? null : more % 5;
    return ['profiles score', { profile, requirement, score, rationale, scoredOn: before(story, more % 30) }];
  }
  if (what === 'aim') return ['profiles change', { profile, assumptions: `secret assumption ${more}.` }];
  const wanted = { wanted: more % 5 !== 0, tier: 1 + (more % 4), priority: pick(['low', 'high'], more) };
  const texts = more % 2 === 0 ? { policies: 'secret policy', notes: 'secret note' } : {};
  return ['targets set', { profile, requirement, ...wanted, ...texts }];
}
