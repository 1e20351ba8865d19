import { type Params, say } from '@concord/catalog';
import type { Unreachable } from './obstacle.ts';
import type { Proposed } from './proposed.ts';
import type { GoalShown, Reach, ReachStep } from './reach.ts';

const english = (key: string, params: Params = {}) => say('en', key, params);

/** The goals, the list in its order, how short a list can be, and what no list reaches. */
export function reachSentences({ goals, steps, fewest, unreachable, proposed }: Reach): string[] {
  const short = goals.some(({ reachable, atLeast }) => reachable < atLeast);
  const none = short ? 'what-if.reach-nothing' : 'what-if.reach-none';
  return [
    '',
    ...goals.map(goalSentence),
    english(steps.length === 0 ? none : 'what-if.reach-list', { count: steps.length, fewest }),
    ...steps.map((step, at) => `  ${at + 1}. ${stepSentence(step)}`),
    ...(short ? unreachableSentences(unreachable) : []),
    ...proposedSentences(proposed),
  ];
}

function goalSentence({ framework, target, n, met, metThen, atLeast, reachable }: GoalShown): string {
  const named = 'profile' in target ? target.profile.name : `${target.percent} %`;
  const params = { framework: framework.title, target: named, n, met, metThen, atLeast, reachable };
  return english(reachable >= atLeast ? 'what-if.goal' : 'what-if.goal-short', params);
}

function stepSentence({ code, name, gain, frameworks, together }: ReachStep): string {
  const gains = frameworks.map(({ framework, requirements }) => `${framework} ${requirements.join(', ')}`);
  const params = { code, name, gain, gains: gains.join('; '), together: (together ?? []).join(', ') };
  if (gain === 0) return english('what-if.step-together', params);
  return english('what-if.step', params);
}

function unreachableSentences(unreachable: readonly Unreachable[]): string[] {
  if (unreachable.length === 0) return [];
  const lines = unreachable.map(
    ({ framework, id, title, words }) => `  ${framework} ${id} ${title}: ${words}`,
  );
  return [english('what-if.unreachable', { count: unreachable.length }), ...lines];
}

function proposedSentences({ claims, now, reachable }: Proposed): string[] {
  if (claims === 0) return [];
  const more = reachable.reduce((sum, each) => sum + each.more, 0);
  return [english('what-if.proposed', { claims, now: now.length, more })];
}
