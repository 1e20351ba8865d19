import type { Knowledge, State } from './knowledge.ts';
import type { RelationName } from './relation.ts';

/** An assessor's judgement on the requirement itself: the latest one counts, and is the one given. */
export interface Judgement {
  readonly state: State;
  /** The day judged, YYYY-MM-DD. */
  readonly on: string;
  /** The validity has run out. Only a judgement of F lapses; P and N stand until judged again. */
  readonly lapsed: boolean;
  /** The id of the judgement's record, for the proof. */
  readonly id?: string;
}

/** What a framework asks. Ids are unique over all frameworks of the question. */
export interface Requirement {
  readonly id: string;
  /** Excluded for a recorded reason: it leaves the count, the graph and its whole. */
  readonly excluded?: boolean;
  /** The requirements whose union is exactly this one (lettered points). */
  readonly parts?: readonly string[];
  /** False for a mere heading: with every part excluded it leaves too. Absent means true. */
  readonly assessable?: boolean;
  readonly judgement?: Judgement;
}

/** Why a control stands where it stands, in the words of the feed. */
export type ControlWord =
  | 'operating'
  | 'partly implemented'
  | 'not implemented'
  | 'design not accepted'
  | 'untested'
  | 'stale'
  | 'failed';

/** What a control really does, as the calculus is fed. A retired control is left out. */
export interface ControlState {
  readonly id: string;
  readonly implementation: 'operating' | 'partly' | 'none';
  /** What is known now: {F} operating, {F,P} partly, else unknown. */
  readonly knowledge: Knowledge;
  /** What would be known had no evidence lapsed; equal to `knowledge` where none did. */
  readonly knowledgeBeforeLapse: Knowledge;
  /** Its condition of use holds. */
  readonly inUse: boolean;
  readonly why: ControlWord;
}

/** What keeps a claim or relation out of every proof and leaves it a hint. */
export type Cap = 'scope' | 'low confidence' | 'draft' | 'proposed' | 'rationale' | 'published';

/** One or several controls, the latter jointly, for one requirement. */
export interface Claim {
  readonly id: string;
  readonly requirement: string;
  /** At least one. A name that the question has no control for (retired) ends the claim. */
  readonly controls: readonly string[];
  /** Of the union of the controls to the requirement: SUP meets it, INT contributes, SUB does one part. */
  readonly relation: 'EQ' | 'SUP' | 'SUB' | 'INT';
  readonly capped?: Cap;
}

/** The union of `from` lies so to `to`. REL is an untyped crosswalk row, and only ever a hint. */
export interface OwnRelation {
  readonly id: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly relation: RelationName | 'REL';
  readonly capped?: Cap;
}

/** Everything that the calculus is asked about. */
export interface Question {
  readonly requirements: readonly Requirement[];
  readonly controls: readonly ControlState[];
  readonly claims: readonly Claim[];
  readonly relations: readonly OwnRelation[];
  /** Over how many relations {F} may still print as met; 1 unless given. */
  readonly hopLimit?: number;
}

/** Controls by id. */
export type Controls = ReadonlyMap<string, ControlState>;

/** The same question from who keeps the controls by id: there may be more than the claims name. */
export interface KeptQuestion extends Omit<Question, 'controls'> {
  readonly controls: Question['controls'] | Controls;
}

/** What an inference rests on. */
export type Ground = 'judgement' | 'claim' | 'parts' | 'whole' | 'relation';

/** One inference that took a state away: `sources` `relation` this requirement. */
export interface Inference {
  readonly by: Ground;
  /** Id of the judgement, claim or relation, or of the whole whose parts are meant. */
  readonly id: string;
  /** Controls for a claim, requirements otherwise, the requirement itself for a judgement. */
  readonly sources: readonly string[];
  readonly relation: RelationName;
  /** The requirement was reached as a member of this union: the relation is the source's to the union. */
  readonly union?: readonly string[];
  /** The states that this inference leaves. */
  readonly allows: Knowledge;
  /** Over how many relations it came, counted from judgements and claims. */
  readonly hops: number;
}

/** One side of a contradiction, with all that it rests on, as it stood when the contradiction was met. */
export interface Side extends Inference {
  /** Inferences about other requirements on which this one rests, nearest first. */
  readonly trail: readonly TrailStep[];
}

/** An inference about the requirement named. */
export interface TrailStep extends Inference {
  readonly requirement: string;
}

/** What a capped claim or a crosswalk row would say. Shown beside the result, never part of it. */
export interface Hint {
  readonly by: 'claim' | 'relation';
  readonly id: string;
  readonly sources: readonly string[];
  readonly relation: RelationName | 'REL';
  readonly union?: readonly string[];
  readonly reason: Cap;
  /** Kind `indicative`: what would be known if it counted. */
  readonly suggests: Knowledge;
}

/** How a result prints (methods 4.6, kinds of claim). */
export type Kind =
  | 'assessed'
  | 'claimed'
  | 'inferred'
  | 'indicative'
  | 'gap'
  | 'stale'
  | 'unclaimed'
  | 'unknown'
  | 'conflict'
  | 'excluded';

/** `claim` is the closed list: shown, but no proof, and it informs no other requirement. */
export type GapGround = 'assessment' | 'inference' | 'claim';

/** What is known of one requirement, how it prints, and why. */
export interface Result {
  readonly id: string;
  readonly knowledge: Knowledge;
  readonly states: readonly State[];
  readonly kind: Kind;
  readonly gapBy?: GapGround;
  /** Over how many relations the knowledge came; 0 for judged, claimed and whole-and-parts. */
  readonly hops: number;
  /** The proof: every inference that narrowed, earlier ones first. No inference rests on itself. */
  readonly inferences: readonly Inference[];
  readonly hints: readonly Hint[];
  /** For a conflict: a smallest set of inferences that leave no state together; two or three. */
  readonly conflict?: readonly Side[];
  /** What would be known without lapses, where that is narrower. Shown grey. */
  readonly formerly?: Knowledge;
}
