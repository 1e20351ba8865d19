import type { AnswerOf } from '@concord/operations/client';

export type Why = AnswerOf<'why'>;
export type ClaimShown = Why['claims'][number];
export type MemberShown = ClaimShown['controls'][number];
export type PieceShown = NonNullable<MemberShown['evidence']>;
export type OtherPiece = MemberShown['others'][number];
export type JudgementShown = NonNullable<Why['judgement']>;
export type InferenceShown = Why['inferences'][number];

/** The columns of a proof, from what is asked to what shows it. */
export const columns = ['asked', 'claimed', 'done', 'shown'] as const;
export type Column = (typeof columns)[number];

/** One thing in a proof. Each control, claim and piece of evidence is one thing, however many lean on it. */
export type Thing =
  | { readonly kind: 'requirement' }
  | { readonly kind: 'claim'; readonly claim: ClaimShown; readonly above: readonly MemberShown[] }
  | { readonly kind: 'judgement'; readonly judgement: JudgementShown }
  | { readonly kind: 'inference'; readonly inference: InferenceShown }
  | { readonly kind: 'control'; readonly member: MemberShown }
  | { readonly kind: 'hidden'; readonly count: number }
  | { readonly kind: 'evidence'; readonly piece: PieceShown; readonly member: MemberShown }
  | { readonly kind: 'others'; readonly member: MemberShown }
  | { readonly kind: 'nothing'; readonly member: MemberShown };

/** A thing at its place: rows are counted from 1, and a thing may stand beside several. */
export interface ProofNode {
  readonly id: string;
  readonly column: Column;
  readonly row: number;
  readonly span: number;
  readonly thing: Thing;
}

/**
 * What a link does: `holds`; `part` of it holds, which proves nothing; `open` leans on something that is broken further
 * on; `broken` itself; a `hint` that does not count; or it speaks `against`.
 */
export type LinkState = 'holds' | 'part' | 'open' | 'broken' | 'hint' | 'against';

export interface ProofLink {
  readonly from: string;
  readonly to: string;
  readonly state: LinkState;
}

export interface Proof {
  /** In the order in which they are read: each before what it rests on. */
  readonly nodes: readonly ProofNode[];
  readonly links: readonly ProofLink[];
  readonly rows: number;
  /** Claims that count for nothing and were left out. */
  readonly aside: number;
}
