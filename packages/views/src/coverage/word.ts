import type { Params } from '@concord/catalog';
import type { Judgement } from '@concord/programme';
import { Temporal } from 'temporal-polyfill';
import type { Result } from '../calculus/index.ts';
import type { Standing } from './feed.ts';

/** One family of states, drawn alike everywhere. */
export type StateMark =
  | 'met'
  | 'partly'
  | 'gap'
  | 'supported'
  | 'unknown'
  | 'stale'
  | 'conflict'
  | 'excluded';

export function markOf({ kind, states }: Result): StateMark {
  if (kind === 'assessed' || kind === 'claimed' || kind === 'inferred') return 'met';
  if (kind === 'gap') return states.join('') === 'P' ? 'partly' : 'gap';
  if (kind === 'indicative') return 'supported';
  return kind === 'unclaimed' ? 'unknown' : kind;
}

interface Behind {
  /** A positive judgement that has lapsed, where there is one. */
  readonly judgement: Judgement | undefined;
  /** The controls in use of each claim that counts. */
  readonly joints: readonly (readonly Standing[])[];
}

/** What is said of a result, in whatever language: the key of the words, and what fills them. */
export type Said = readonly [key: string, params: Params];

/** Key and parameters of the words for a result. "Proven" is never said: only met, and by whom. */
export function wordOf(result: Result, behind: Behind): Said {
  switch (result.kind) {
    case 'assessed':
      return ['word.met-as-assessed', {}];
    case 'claimed':
      return ['word.met-by-claim', {}];
    case 'inferred':
      return ['word.met-inferred', { from: sourcesOf(result) }];
    case 'gap':
      return [gapWord(result), {}];
    case 'stale':
      return staleWord(behind);
    case 'unknown':
      return [unknownWord(result, behind), {}];
    case 'indicative':
      return ['word.at-least-partly', {}];
    default:
      return [`word.${result.kind}`, {}];
  }
}

/** A whole that is stale through its parts has no day of its own. */
function staleWord(behind: Behind): Said {
  const since = staleSince(behind);
  return since === undefined ? ['word.stale-in-part', {}] : ['word.stale', { since }];
}

function gapWord({ states, gapBy }: Result): string {
  if (gapBy === 'claim') return 'word.gap-by-claim';
  const state = states.join('');
  if (state === 'PN') return 'word.not-fully';
  if (gapBy === 'assessment') return state === 'N' ? 'word.gap-as-assessed' : 'word.partly-as-assessed';
  return state === 'N' ? 'word.gap-inferred' : 'word.partly';
}

function unknownWord({ states }: Result, { joints }: Behind): string {
  if (states.length < 3) return 'word.all-or-nothing';
  return joints.flat().some((standing) => standing.state.why === 'failed')
    ? 'word.unknown-failed'
    : 'word.unknown';
}

/** The requirements it follows from; its own claims and judgements may have narrowed it too, and are not meant. */
export function sourcesOf(result: Result): string {
  const from = result.inferences.filter(({ by }) => by !== 'claim' && by !== 'judgement');
  return [...new Set(from.flatMap((inference) => inference.sources))].slice(0, 6).join(', ');
}

/**
 * The day after the last on which it counted, grace included. What several do together ends with the first of them;
 * of several claims, each for itself, the last to lapse counts.
 */
function staleSince({ joints, judgement }: Behind): string | undefined {
  const ends = joints.map(lapseOf).filter((end) => end !== undefined);
  if (judgement) ends.push(judgement.validUntil);
  const latest = ends.sort().at(-1);
  return latest === undefined ? undefined : Temporal.PlainDate.from(latest).add({ days: 1 }).toString();
}

function lapseOf(members: readonly Standing[]): string | undefined {
  const ends = members
    .filter((each) => each.state.why === 'stale')
    .map((each) => each.shown.graceUntil ?? '');
  return ends.sort()[0];
}
