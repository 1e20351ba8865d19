import { adoptedEdition } from '@concord/programme';
import type { Story } from '@concord/programme/testing';
import type { Aspect } from '../coverage/feed.ts';

type Place = readonly [framework: string, requirement: string];

/** Our own relation, confirmed: one requirement, or several together, lie so to another. */
export function relate(
  story: Story,
  from: Place | readonly Place[],
  [relation, to]: readonly [relation: string, to: Place],
  said: object = {},
): string {
  const id = draft(story, from, [relation, to], said);
  story.done('relations confirm', { relationId: id });
  return id;
}

/** The same, not confirmed. */
export function draft(
  story: Story,
  from: Place | readonly Place[],
  [relation, to]: readonly [relation: string, to: Place],
  said: object = {},
): string {
  const sources = (typeof from[0] === 'string' ? [from] : from) as readonly Place[];
  const stated = { from: sources.map((each) => each.join('/')), to: to.join('/'), relation };
  const why = { rationaleKind: 'semantic', rationale: 'Read side by side' };
  return story.done('relations state', { ...stated, ...why, ...said });
}

/** An adopted framework, in the scope of its adoption unless said otherwise, today. */
export function aspectOf(story: Story, framework: string, scope?: string): Aspect {
  const { governance } = story.programme;
  const adopted = governance.adoptions.get(framework)?.scope ?? 'organisation';
  return { framework: adoptedEdition(governance, framework)!, scope: scope ?? adopted, on: story.today };
}
