import type { Params } from '@concord/catalog';
import type { Action, Obligation, Programme, Reason, ScopeStatement } from '@concord/programme';
import type { Standing } from '../../coverage/feed.ts';
import { type InLanguage, sayIn } from '../../language/say.ts';
import type { Reader } from '../../reader.ts';
import type { Stated } from '../rows/row.ts';

/**
 * The invariants of a statement (methods 1.2) that can be held against what is recorded: severity E is to be
 * mended before it is approved, W to be looked at; neither prevents a version from being published; `rule` is
 * the standard's, `practice` is customary, `own computation` is ours.
 */
export const invariants = {
  'SOA-01': { severity: 'E', basis: 'rule' },
  'SOA-02': { severity: 'E', basis: 'rule' },
  'SOA-03': { severity: 'E', basis: 'rule' },
  'SOA-04': { severity: 'E', basis: 'own computation' },
  'SOA-06': { severity: 'E', basis: 'rule' },
  'SOA-07': { severity: 'W', basis: 'practice' },
  'SOA-08': { severity: 'W', basis: 'practice' },
  'SOA-09': { severity: 'W', basis: 'practice' },
  'SOA-12': { severity: 'W', basis: 'own computation' },
  'SOA-13': { severity: 'W', basis: 'practice' },
} as const;

export type InvariantId = keyof typeof invariants;

export interface Finding {
  readonly id: InvariantId;
  readonly severity: 'E' | 'W';
  readonly basis: 'rule' | 'practice' | 'own computation';
  /** Id of the requirement, or the code of a further control. */
  readonly row: string;
  readonly message: string;
  readonly mend: string;
}

/** One row as the checks read it, whether Annex A lists it or not, and the language they speak of it in. */
export interface Entry extends InLanguage {
  readonly row: string;
  /** Undefined while nobody decided. */
  readonly necessary: boolean | undefined;
  readonly ofAnnexA: boolean;
  readonly reasons: readonly Reason[];
  readonly exclusionReason: string;
  readonly implementation: Stated['implemented'];
  readonly actions: readonly Action[];
  /** Obligations in force that name the requirement. */
  readonly naming: readonly Obligation[];
  readonly obligations: readonly Obligation[];
  /** The controls of confirmed claims on it; of a further row the control itself. */
  readonly standings: readonly Standing[];
}

/** What is looked up beside the row. */
export interface CheckGround extends InLanguage {
  readonly programme: Programme;
  readonly scope: string;
  readonly on: string;
  readonly reader: Reader;
  readonly statement: ScopeStatement | undefined;
}

/** A finding in words: `check.<id>[.<variant>]` and the same with `.mend`. */
export function found(
  entry: Pick<Entry, 'row'> & InLanguage,
  [id, variant]: readonly [InvariantId, variant?: string],
  params: Params = {},
): Finding {
  const key = `check.${id.toLowerCase()}${variant === undefined ? '' : `.${variant}`}`;
  const said = { ...params, row: entry.row };
  const say = sayIn(entry);
  const { severity, basis } = invariants[id];
  return {
    id,
    severity,
    basis,
    row: entry.row,
    message: say(key, said),
    mend: say(`${key}.mend`, said),
  };
}
