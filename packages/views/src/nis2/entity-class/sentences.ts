import { say } from '@concord/catalog';
import type { EntityClassFound } from './entity-class.ts';
import { sizesSaid } from './trail.ts';

/** What was found as a person reads it aloud: the class, the way there, what would decide it, what follows. */
export function sentencesOf(found: EntityClassFound): readonly string[] {
  const { sentence, withLinked, supervision, registration, jurisdiction, notes } = found;
  return [
    sentence,
    ...(found.linked ? [bothSides(found)] : []),
    ...withLinked.trail.map(({ article, looked, says }) => `${named(article)}: ${looked} ${says}`),
    ...withLinked.wouldDecide.map(({ says }) => say('en', 'nis2.would-decide', { says })),
    ...lasting(found),
    ...(found.regulation2690 && found.class !== 'out-of-scope' ? [say('en', 'nis2.regulation')] : []),
    ...registration.map(({ provision, says }) => `${named(provision)}: ${says}`),
    ...(supervision ? [`${named(supervision.article)}: ${supervision.mode} ${supervision.measures}`] : []),
    ...(supervision?.fine ? [`${named(supervision.fine.provision)}: ${supervision.fine.says}`] : []),
    ...jurisdiction.map(({ activity, provision, says }) => `${named(provision)}, ${activity}: ${says}`),
    ...notes,
  ];
}

/** The directive's own articles stand as numbers, what else is named in words. */
function named(provision: string): string {
  return /^\d/.test(provision) ? say('en', 'nis2.article', { provision }) : provision;
}

function bothSides({ alone, withLinked }: EntityClassFound): string {
  const said = (found: string) => say('en', `nis2.class-${found}`);
  return say('en', 'nis2.both-sides', { alone: said(alone.class), linked: said(withLinked.class) });
}

function lasting({ withLinked: { ifItLasts } }: EntityClassFound): readonly string[] {
  if (!ifItLasts) return [];
  const classes = ifItLasts.possible
    .map((each) => say('en', `nis2.class-${each}`))
    .join(say('en', 'nis2.or'));
  return [say('en', 'nis2.if-it-lasts', { size: sizesSaid([ifItLasts.size]), classes })];
}
