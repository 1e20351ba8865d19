import { type InLanguage, type Say, sayIn } from '../../language/say.ts';
import { classesSaid, type EntityClassFound } from './entity-class.ts';
import { sizesSaid } from './trail.ts';

/** What was found as a person reads it aloud: the class, the way there, what would decide it, what follows. */
export function sentencesOf(found: EntityClassFound, by: InLanguage): readonly string[] {
  const say = sayIn(by);
  const told = (provision: string, said: string, more = '') =>
    say('said.of', { of: `${provisionNamed(provision, say)}${more}`, said });
  const { sentence, withLinked, supervision, registration, jurisdiction, notes } = found;
  return [
    sentence,
    ...(found.linked ? [bothSides(found, say)] : []),
    ...withLinked.trail.map(({ article, looked, says }) => told(article, `${looked} ${says}`)),
    ...withLinked.wouldDecide.map(({ says }) => say('nis2.would-decide', { says })),
    ...lasting(found, say),
    ...(found.regulation2690 && found.class !== 'out-of-scope' ? [say('nis2.regulation')] : []),
    ...registration.map(({ provision, says }) => told(provision, says)),
    ...(supervision ? [told(supervision.article, `${supervision.mode} ${supervision.measures}`)] : []),
    ...(supervision?.fine ? [told(supervision.fine.provision, supervision.fine.says)] : []),
    ...jurisdiction.map(({ activity, provision, says }) => told(provision, says, `, ${activity}`)),
    ...notes,
  ];
}

/** The directive's own articles stand as numbers, what else is named in words. */
function provisionNamed(provision: string, say: Say): string {
  return /^\d/.test(provision) ? say('nis2.article', { provision }) : provision;
}

function bothSides({ alone, withLinked }: EntityClassFound, say: Say): string {
  const said = (found: string) => say(`nis2.class-${found}`);
  return say('nis2.both-sides', { alone: said(alone.class), linked: said(withLinked.class) });
}

function lasting({ withLinked: { ifItLasts } }: EntityClassFound, say: Say): readonly string[] {
  if (!ifItLasts) return [];
  const classes = classesSaid(ifItLasts.possible, say);
  return [say('nis2.if-it-lasts', { size: sizesSaid([ifItLasts.size], say), classes })];
}
