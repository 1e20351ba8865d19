/** One control of the starter library. What it says is practice, in our own words. */
export interface StarterControl {
  readonly code: string;
  readonly name: string;
  readonly family: string;
  readonly kind: 'policy' | 'process' | 'technical' | 'physical';
  /** What is done, by whom and when. */
  readonly statement: string;
  /** A role, not a person. */
  readonly suggestedOwner: string;
  /** Id of a frequency. */
  readonly frequency: string;
  readonly usualEvidence: readonly string[];
  /** How somebody finds out whether it works. */
  readonly test: string;
  /** Id of the condition under which it is of use; always where there is none. */
  readonly condition?: string;
  /** Our estimate for an organisation of some hundred people. */
  readonly effort: 'S' | 'M' | 'L';
  /** 1 is what to begin with. */
  readonly priority: 1 | 2 | 3;
}

/**
 * What a starter control is to a requirement. `meets`: alone and whole, when it operates as stated. `part`: covers a
 * real part and does other things too. `supports`: helps, and shows nothing.
 */
export interface StarterClaim {
  readonly control: string;
  readonly framework: string;
  readonly requirement: string;
  readonly contribution: 'meets' | 'part' | 'supports';
  readonly rationale: string;
}

/** Starter controls that meet a requirement together; each of them is needed, and is `part` of it by itself. */
export interface StarterJointClaim {
  readonly controls: readonly string[];
  readonly framework: string;
  readonly requirement: string;
  readonly rationale: string;
}

/** A requirement that no starter control meets, and what the organisation itself has to add. */
export interface StarterGap {
  readonly framework: string;
  readonly requirement: string;
  readonly missing: string;
}

/** Why a control of Annex A is taken as necessary, until the risk assessment of the organisation says whether it is. */
export interface StarterReason {
  readonly framework: string;
  readonly requirement: string;
  /** What happens without it, in one sentence. */
  readonly reason: string;
}

export interface StarterLibrary {
  readonly edition: string;
  readonly source: string;
  readonly licence: string;
  /** When a control is of use at all, by id. */
  readonly conditions: readonly { readonly id: string; readonly text: string }[];
  /** In the order in which they are read: family by family. */
  readonly controls: readonly StarterControl[];
  readonly claims: readonly StarterClaim[];
  readonly jointClaims: readonly StarterJointClaim[];
  readonly gaps: readonly StarterGap[];
  readonly applicability: readonly StarterReason[];
}
