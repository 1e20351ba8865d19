import { id, localDate, type Profile, type Programme, refuse, tiersOn } from '@concord/programme';
import { compareProfiles, withPauses } from '@concord/views';
import { z } from 'zod';
import { inLanguage, inScope, timed } from '../../query/inputs.ts';
import { query } from '../../query/query.ts';
import { viewAsked } from '../../query/view-asked.ts';

const reading = {
  reach: 'organisation',
  method: 'GET',
  permission: 'programme.read',
  reader: 'whole',
  timed: true,
} as const;

/** The profiles that are kept, and what differs between two days or two of them. */
export const profileQueries = [
  query({
    ...reading,
    name: 'profiles list',
    path: '/profiles',
    summary: 'The profiles there are, with their tiers and scales',
    input: z.strictObject({
      ...timed,
      framework: id.optional().describe('Only those of this framework'),
    }),
    answer: ({ input, programme, on }) => {
      const rows = programme.controls.profiles
        .valueSeq()
        .filter(({ framework }) => input.framework === undefined || framework === input.framework)
        .sortBy(({ name }) => name)
        .map((profile) => profileShown(profile, programme, on))
        .toArray();
      return { on, knownAt: programme.position, total: rows.length, rows };
    },
  }),
  query({
    ...reading,
    name: 'profiles show',
    path: '/profiles/{profile}',
    summary: 'One profile: scope, assumptions, tiers and scale; `view csf-profile` shows its outcomes',
    input: z.strictObject({ ...timed, profile: id.describe('Id of the profile') }),
    answer: ({ input, programme, on }) => {
      const profile = programme.controls.profiles.get(input.profile);
      if (!profile) return refuse('missing', 'profile.unknown', { profile: input.profile, at: 'profile' });
      return profileShown(profile, programme, on);
    },
  }),
  query({
    ...reading,
    name: 'profiles compare',
    path: '/comparisons/profiles',
    permission: 'own.read',
    reader: 'masked',
    summary: 'What differs between a profile on two days, or between two profiles',
    input: z.strictObject({
      ...timed,
      ...inScope,
      ...inLanguage,
      profile: id.optional().describe('Id of the profile; the only one there is when left out'),
      with: id.optional().describe('Id of another profile to compare it with'),
      from: localDate
        .optional()
        .describe('Earlier day; a year before when left out, or the same day for two profiles'),
      to: localDate.optional().describe('Later day; the day asked about when left out'),
    }),
    answer: (asked) => {
      const { scope, language, ...compared } = asked.input;
      const question = viewAsked({ ...asked, input: { scope, language } });
      return withPauses(compareProfiles(question, compared), asked.ports.pause);
    },
  }),
];

function profileShown(profile: Profile, programme: Programme, on: string) {
  const { seq, ...shown } = profile;
  const key = `:${profile.framework}/`;
  const set = (keys: Iterable<string>) =>
    [...keys].filter((each) => each.startsWith(profile.id + key)).length;
  const { targets, statuses, scores } = programme.controls;
  const counts = { targets: set(targets.keys()), statuses: set(statuses.keys()), scores: set(scores.keys()) };
  return {
    ...shown,
    tiers: tiersOn(profile, on),
    ...counts,
    revision: programme.revisions.get(`profile/${profile.id}`) ?? seq,
  };
}
