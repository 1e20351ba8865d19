import type { Mark } from '../../blocks.ts';
import type { Say } from '../../words/words.ts';

/** What the view answers: every control of the statement with the organisation's decision on it, at one position. */
export interface StatementOfApplicabilityView {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly scope: { readonly id: string; readonly name: string; readonly statement: string };
  readonly framework: {
    readonly id: string;
    readonly title: string;
    readonly edition: string;
    readonly hash: string;
  };
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly knownAt: number;
  readonly position: number;
  readonly head: string;
  readonly numbers: StatementNumbers;
  readonly rows: readonly StatementRow[];
}

/** Counts of requirements. `n` leaves the excluded out; `possible` holds the met too; `lower` and `upper` are met/n and possible/n. */
export interface StatementNumbers {
  readonly n: number;
  readonly met: number;
  readonly possible: number;
  readonly lower: number;
  readonly upper: number;
  readonly unclaimed: number;
  readonly unknown: number;
  readonly stale: number;
  readonly conflict: number;
  readonly excluded: number;
}

export interface StatementRow {
  readonly id: string;
  readonly title: string;
  /** Such as `A.5`; rows of a group follow one another in the document. */
  readonly group: string;
  readonly groupTitle: string;
  readonly applicability: 'applicable' | 'excluded' | 'undecided';
  readonly reasons: readonly { readonly kind: ReasonKind; readonly text: string }[];
  readonly exclusionReason?: string;
  readonly decidedOn?: string;
  readonly decidedBy?: string;
  readonly implementation: Implementation;
  /** The state in words that say how it is known: "Met, by our claim". */
  readonly word: string;
  readonly mark: Mark;
  /** Kind of the result in the calculus: assessed, claimed, inferred, indicative, gap, stale. */
  readonly kind: string;
  readonly controls: readonly StatementControl[];
  /** Controls that count but that this reader may not see. */
  readonly hiddenControls: number;
  readonly evidence: { readonly fresh: number; readonly due: number; readonly stale: number };
}

export type ReasonKind = 'risk' | 'law' | 'contract' | 'business';
export type Implementation = 'yes' | 'partly' | 'no';

export interface StatementControl {
  readonly code: string;
  readonly name: string;
  readonly implementation: Implementation;
  readonly freshness: 'fresh' | 'due' | 'stale' | 'missing' | 'failed';
  readonly freshUntil?: string;
}

/** Who approved exactly this content, and when. */
export interface Approval {
  readonly by: string;
  readonly as: string;
  readonly on: string;
  /** Hash of the content that was approved. */
  readonly content: string;
}

/** What the one who orders the document decides about it. */
export interface StatementChoices {
  readonly say: Say;
  readonly language: string;
  readonly version?: string;
  readonly keyFingerprint?: string;
  readonly approval?: Approval;
  /** The standard's two values only: what is partly in place prints as No. */
  readonly strict?: boolean;
}
