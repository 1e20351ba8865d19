import type { Params } from '@concord/catalog';
import type { Inclusion } from '@concord/programme';
import type { CoverageRow } from '../coverage/row.ts';
import { type InLanguage, sayIn } from '../language/say.ts';
import type { Said } from './said.ts';

/**
 * What of a profile does not hold together: severity W is to be looked at; `practice` is customary, `own computation` is
 * ours. Nothing of it changes what counts as a gap.
 */
export const profileInvariants = {
  'CSF-01': { severity: 'W', basis: 'own computation' },
  'CSF-02': { severity: 'W', basis: 'own computation' },
  'CSF-03': { severity: 'W', basis: 'practice' },
  'CSF-04': { severity: 'W', basis: 'own computation' },
  'CSF-05': { severity: 'W', basis: 'own computation' },
} as const;

export type ProfileInvariantId = keyof typeof profileInvariants;

export interface ProfileFinding {
  readonly id: ProfileInvariantId;
  readonly severity: 'W';
  readonly basis: 'practice' | 'own computation';
  /** Id of the outcome, or of the heading over outcomes. */
  readonly row: string;
  readonly message: string;
  readonly mend: string;
}

/** An outcome, or a heading, as the checks read it, and the language they speak of it in. */
export interface Examined extends InLanguage {
  readonly row: Pick<CoverageRow, 'id' | 'kind'>;
  readonly said: Said;
  readonly inclusion: Inclusion;
  readonly included: boolean;
}

/** What an outcome is said to be, held against what is wanted of it and what was decided of it. */
export function checkOutcome(outcome: Examined): readonly ProfileFinding[] {
  const { said, included } = outcome;
  const wanted = said.target?.wanted === true;
  const score = said.target?.score;
  return [
    ...(wanted && !included ? [wantedOutside(outcome)] : []),
    ...checkInclusion(outcome),
    ...(wanted && included && score !== undefined && !said.score
      ? [found(outcome, ['CSF-04'], { score })]
      : []),
  ];
}

/** Wanting is said of each outcome: a target on a heading counts for none of those under it. */
export function checkHeading(heading: Examined, under: readonly Examined[]): readonly ProfileFinding[] {
  const forgotten = under.some(({ included, said }) => included && !said.target);
  const idle = heading.said.target?.wanted === true && forgotten;
  return [...checkInclusion(heading), ...(idle ? [found(heading, ['CSF-05'])] : [])];
}

/** The word of the node itself; what is inherited is held against the node that it comes from. */
function checkInclusion(examined: Examined): ProfileFinding[] {
  const { row, said, inclusion } = examined;
  const own = said.status?.value.included;
  return [
    ...(own === true && row.kind === 'excluded' ? [found(examined, ['CSF-02'])] : []),
    ...(own === false && inclusion.rationale === '' ? [found(examined, ['CSF-03'])] : []),
  ];
}

function wantedOutside(outcome: Examined): ProfileFinding {
  const { row, inclusion } = outcome;
  const { included, statedAt = '' } = inclusion;
  if (included) return found(outcome, ['CSF-01', 'excluded']);
  return found(outcome, ['CSF-01', statedAt === row.id ? 'stated' : 'heading'], { from: statedAt });
}

/** A finding in words: `check.<id>[.<variant>]` and the same with `.mend`. */
function found(
  examined: Examined,
  [id, variant]: readonly [ProfileInvariantId, variant?: string],
  params: Params = {},
): ProfileFinding {
  const key = `check.${id.toLowerCase()}${variant === undefined ? '' : `.${variant}`}`;
  const row = examined.row.id;
  const said = { ...params, row };
  const say = sayIn(examined);
  return {
    id,
    ...profileInvariants[id],
    row,
    message: say(key, said),
    mend: say(`${key}.mend`, said),
  };
}
