import { listed, type Say } from '../../language/say.ts';
import type { Unreachable } from './obstacle.ts';
import type { Proposed } from './proposed.ts';
import type { GoalShown, Reach, ReachStep } from './reach.ts';

/** The goals, the list in its order, how short a list can be, and what no list reaches. */
export function reachSentences({ goals, steps, fewest, unreachable, proposed }: Reach, say: Say): string[] {
  const short = goals.some(({ reachable, atLeast }) => reachable < atLeast);
  const none = short ? 'what-if.reach-nothing' : 'what-if.reach-none';
  return [
    '',
    ...goals.map((goal) => goalSentence(goal, say)),
    say(steps.length === 0 ? none : 'what-if.reach-list', { count: steps.length, fewest }),
    ...steps.map((step, at) => `  ${at + 1}. ${stepSentence(step, say)}`),
    ...(short ? unreachableSentences(unreachable, say) : []),
    ...proposedSentences(proposed, say),
  ];
}

function goalSentence(goal: GoalShown, say: Say): string {
  const { framework, target, n, metToday, met, metThen, atLeast, reachable } = goal;
  const named = 'profile' in target ? target.profile.name : `${target.percent} %`;
  const params = { framework: framework.title, target: named, n, metToday, met, metThen, atLeast, reachable };
  const key = reachable >= atLeast ? 'what-if.goal' : 'what-if.goal-short';
  return say(met === metToday ? key : `${key}-supposed`, params);
}

function stepSentence({ code, name, gain, frameworks, together }: ReachStep, say: Say): string {
  const gains = frameworks.map(({ framework, requirements }) => `${framework} ${requirements.join(', ')}`);
  const params = { code, name, gain, gains: listed(gains, say), together: (together ?? []).join(', ') };
  if (gain === 0) return say('what-if.step-together', params);
  return say('what-if.step', params);
}

function unreachableSentences(unreachable: readonly Unreachable[], say: Say): string[] {
  if (unreachable.length === 0) return [];
  const lines = unreachable.map(
    ({ framework, id, title, words }) => `  ${framework} ${id} ${title}: ${words}`,
  );
  return [say('what-if.unreachable', { count: unreachable.length }), ...lines];
}

function proposedSentences({ claims, now, reachable }: Proposed, say: Say): string[] {
  if (claims === 0) return [];
  const more = reachable.reduce((sum, each) => sum + each.more, 0);
  return [say('what-if.proposed', { claims, now: now.length, more })];
}
