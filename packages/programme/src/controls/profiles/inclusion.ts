import { type Framework, requirementOf } from '@concord/catalog';

/** What one node says of inclusion: itself, or nothing (undefined, or null where it was taken away). */
export interface InclusionSaid {
  readonly included?: boolean | null | undefined;
  readonly rationale?: string | undefined;
}

/** Whether a profile includes an outcome, whose word that is, and why. */
export interface Inclusion {
  readonly included: boolean;
  /** Id of the outcome, or of the heading above it, whose word holds; absent while nobody said. */
  readonly statedAt?: string | undefined;
  /** Why: the outcome's own words, else those of the heading whose word holds; '' while there are none. */
  readonly rationale: string;
}

/**
 * The nearest word on inclusion holds: the outcome's own, else that of the heading over it, else that of the heading over
 * that; included while nobody said (CSWP 29, 3.1, step 3: outcomes are chosen; methods 4.2, our own computation).
 */
export function inclusionOf(
  edition: Framework,
  outcome: string,
  saidOf: (requirement: string) => InclusionSaid | undefined,
): Inclusion {
  const own = saidOf(outcome)?.rationale ?? '';
  let at: string | null | undefined = outcome;
  while (typeof at === 'string') {
    const { included, rationale = '' } = saidOf(at) ?? {};
    if (typeof included === 'boolean') return { included, statedAt: at, rationale: own || rationale };
    at = requirementOf(edition, at)?.parent;
  }
  return { included: true, rationale: own };
}
