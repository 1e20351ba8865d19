import { List, Map as Table } from 'immutable';
import type { Dated } from '../foundation/index.ts';
import type { WithGovernance } from '../governance/index.ts';
import type { Applicability, Necessity, PointDecisions } from './applicability.ts';
import type { Judgement } from './assessment.ts';
import type { Claim } from './claim.ts';
import type { Control } from './control.ts';
import type { Evidence } from './evidence.ts';
import type { OutcomeStatus, Profile, Score, Target } from './profile.ts';

/** The control library and what is said of it. Keys of requirements are `framework/requirement`. */
export interface Controls {
  readonly controls: Table<string, Control>;
  /** Control id by upper-case code. */
  readonly byCode: Table<string, string>;
  readonly claims: Table<string, Claim>;
  /** Claim ids by requirement key, and by control id. */
  readonly claimsOn: Table<string, List<string>>;
  readonly claimsBy: Table<string, List<string>>;
  readonly evidence: Table<string, Evidence>;
  /** Evidence ids by control id, in the order recorded. */
  readonly evidenceFor: Table<string, List<string>>;
  /** By scope and requirement key: `scope:framework/requirement`. */
  readonly applicability: Table<string, Applicability>;
  /** Of our own controls, by scope and control id: `scope:control`. */
  readonly necessity: Table<string, Necessity>;
  /** Of points within a requirement, by scope and key of the point: `scope:framework/point`. */
  readonly points: Table<string, PointDecisions>;
  readonly judgements: Table<string, List<Judgement>>;
  readonly profiles: Table<string, Profile>;
  /** By profile id and requirement key: `profile:framework/requirement`. */
  readonly targets: Table<string, Target>;
  /** Under the same keys, in the order recorded: every target by the day it was set, and what was said and scored. */
  readonly targetHistory: Table<string, readonly Dated<Target>[]>;
  readonly statuses: Table<string, readonly Dated<OutcomeStatus>[]>;
  readonly scores: Table<string, readonly Dated<Score | null>[]>;
  /** How long results count, by frequency: what the organisation has set, in the order recorded. */
  readonly frequencies: Table<string, readonly Dated<PeriodSet>[]>;
  readonly collectors: Table<string, Collector>;
  /** How requirements lie to each other by our own reading. */
  readonly relations: Table<string, StatedRelation>;
  /** Ids of relations by the requirement key of each end, in the order stated. */
  readonly relationsOn: Table<string, List<string>>;
  /** Over how many relations in a row a requirement may count as met; 1 unless set. */
  readonly relationHops: number;
  /** What the latest facts touched, so that a view can bring an earlier result up to date. */
  readonly touches: Touches;
}

/** How long a result counts: fresh for an ISO 8601 duration, then due for some days of grace. */
export interface Period {
  readonly period: string;
  readonly graceDays: number;
}

export interface PeriodSet extends Period {
  readonly reason: string;
}

/** A program that sends evidence. Its name, and the hash of its key, are kept by the server and not here. */
export interface Collector {
  readonly id: string;
  /** Ids of the controls that it may show; empty means all. */
  readonly controls: readonly string[];
  readonly from: string;
  /** Last day on which it may send anything. */
  readonly until: string;
  readonly endedOn?: string | undefined;
  /** Position of the fact that its present key came with. */
  readonly keyAt: number;
}

/** One end of a relation: a requirement of an adopted framework. */
export interface RequirementEnd {
  readonly framework: string;
  readonly requirement: string;
}

/** How a requirement, or what several ask together, lies to another, by the organisation's own reading (methods 4.6). */
export interface StatedRelation {
  readonly id: string;
  /** One, or several of which the union is meant; in the order of their keys. */
  readonly from: readonly RequirementEnd[];
  readonly to: RequirementEnd;
  /** Of `from` to `to`: the same, properly within it, properly around it, overlapping, apart. */
  readonly relation: 'EQ' | 'SUB' | 'SUP' | 'INT' | 'DIS';
  /** What is alike: the words, the meaning, or what comes of it. */
  readonly rationaleKind: 'syntactic' | 'semantic' | 'functional';
  readonly rationale: string;
  readonly confidence: 'low' | 'medium' | 'high';
  readonly status: 'draft' | 'confirmed' | 'withdrawn';
  readonly by: string;
  readonly statedOn: string;
  readonly confirmedBy?: string | undefined;
  readonly confirmedOn?: string | undefined;
  readonly withdrawnBy?: string | undefined;
  readonly withdrawnOn?: string | undefined;
  readonly seq: number;
}

export interface Touch {
  readonly seq: number;
  readonly control?: string;
  readonly requirement?: string;
}

/** Complete from position `since` on; older touches are dropped. */
export interface Touches {
  readonly since: number;
  readonly list: List<Touch>;
}

/** What a rule of this room may see. */
export interface WithControls extends WithGovernance {
  readonly controls: Controls;
}

export const emptyControls: Controls = {
  controls: Table(),
  byCode: Table(),
  claims: Table(),
  claimsOn: Table(),
  claimsBy: Table(),
  evidence: Table(),
  evidenceFor: Table(),
  applicability: Table(),
  necessity: Table(),
  points: Table(),
  judgements: Table(),
  profiles: Table(),
  targets: Table(),
  targetHistory: Table(),
  statuses: Table(),
  scores: Table(),
  frequencies: Table(),
  collectors: Table(),
  relations: Table(),
  relationsOn: Table(),
  relationHops: 1,
  touches: { since: 0, list: List() },
};

const touchesKept = 1000;

export function touch(controls: Controls, ...touched: Touch[]): Controls {
  const list = controls.touches.list.concat(touched);
  if (list.size <= 2 * touchesKept) return { ...controls, touches: { ...controls.touches, list } };
  const since = list.get(list.size - touchesKept - 1)?.seq ?? 0;
  return { ...controls, touches: { since, list: list.slice(-touchesKept) } };
}
