import type { Params, Requirement } from '@concord/catalog';
import type { CoverageRow } from '../../coverage/row.ts';
import type { Opened, ViewAsked } from '../../envelope.ts';
import { sayIn } from '../../language/say.ts';

/**
 * What is held against the rows: severity E is a duty not met, W is to be looked at; `rule` is the law's, `practice` is
 * customary, `own computation` is ours.
 */
export const invariants = {
  'NIS-01': { severity: 'E', basis: 'rule', provision: '2024/2690 Article 2(2)' },
  'NIS-02': { severity: 'W', basis: 'practice', provision: '2024/2690 Article 2(2)' },
  'NIS-03': { severity: 'W', basis: 'practice', provision: '2024/2690 Article 2(2)' },
  'NIS-04': { severity: 'W', basis: 'practice', provision: '2024/2690 Article 2(2)' },
  'NIS-05': { severity: 'E', basis: 'rule', provision: '2024/2690 Article 2(2)' },
  'NIS-06': { severity: 'W', basis: 'own computation', provision: '2024/2690 Article 2(2)' },
  'NIS-07': { severity: 'W', basis: 'own computation', provision: '2022/2555 Article 21' },
  'NIS-08': { severity: 'E', basis: 'own computation', provision: '2024/2690 Article 2(2)' },
  'NIS-09': { severity: 'E', basis: 'rule', provision: '2022/2555 Article 21(4)' },
  'NIS-10': { severity: 'W', basis: 'rule', provision: '2022/2555 Article 21(4)' },
} as const;

export type InvariantId = keyof typeof invariants;

/** Something about a row that does not hold together, and how to mend it. */
export interface Nis2Finding {
  readonly id: InvariantId;
  readonly severity: 'E' | 'W';
  readonly basis: 'rule' | 'practice' | 'own computation';
  readonly provision: string;
  readonly framework: string;
  /** Id of the requirement. */
  readonly row: string;
  readonly message: string;
  readonly mend: string;
}

/** A node of either framework, in the view it is looked at in. */
export interface Place {
  readonly requirement: Requirement;
  readonly opened: Opened;
  readonly asked: ViewAsked;
}

/** A requirement with what is known of it. */
export interface Examined extends Place {
  readonly row: CoverageRow;
}

/** A finding in words: `check.<id>[.<variant>]` and the same with `.mend`. */
export function found(
  { requirement, opened, asked }: Place,
  [id, variant]: readonly [InvariantId, variant?: string],
  params: Params = {},
): Nis2Finding {
  const key = `check.${id.toLowerCase()}${variant === undefined ? '' : `.${variant}`}`;
  const said = { ...params, row: requirement.id };
  const say = sayIn(asked);
  return {
    id,
    ...invariants[id],
    framework: opened.framework.id,
    row: requirement.id,
    message: say(key, said),
    mend: say(`${key}.mend`, said),
  };
}
