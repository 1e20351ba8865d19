import type { Look, RequirementMark } from '../../../states/index.ts';
import type { MemberShown, Why } from './node.ts';

const marks: Readonly<Partial<Record<Why['kind'], RequirementMark>>> = {
  assessed: 'met',
  claimed: 'met',
  inferred: 'met',
  indicative: 'supported',
  stale: 'stale',
  conflict: 'conflict',
  excluded: 'excluded',
};

/** The mark of a requirement's state: the proof names its kind only. */
export function markOf({ kind, state }: Pick<Why, 'kind' | 'state'>): RequirementMark {
  if (kind === 'gap') return state.join('') === 'P' ? 'partly' : 'gap';
  return marks[kind] ?? 'unknown';
}

const looks: Readonly<Record<MemberShown['standing'], Look>> = {
  operating: { mark: 'met', tone: 'ok' },
  'partly implemented': { mark: 'partly', tone: 'part' },
  'not implemented': { mark: 'gap', tone: 'gap' },
  'design not accepted': { mark: 'unknown', tone: 'unk' },
  untested: { mark: 'unknown', tone: 'unk' },
  stale: { mark: 'stale', tone: 'stale' },
  failed: { mark: 'error', tone: 'gap' },
  retired: { mark: 'excluded', tone: 'quiet' },
  struck: { mark: 'excluded', tone: 'quiet' },
};

/** How a control stands behind a claim, drawn. */
export function lookOfStanding(standing: MemberShown['standing']): Look {
  return looks[standing];
}
