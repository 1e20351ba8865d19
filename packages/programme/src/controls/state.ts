import { List, Map as Table } from 'immutable';
import type { Dated } from '../foundation/index.ts';
import type { WithGovernance } from '../governance/index.ts';
import type { Applicability } from './applicability.ts';
import type { Judgement } from './assessment.ts';
import type { Claim } from './claim.ts';
import type { Control } from './control.ts';
import type { Evidence } from './evidence.ts';
import type { Profile, Target } from './profile.ts';

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
  readonly judgements: Table<string, List<Judgement>>;
  readonly profiles: Table<string, Profile>;
  /** By profile id and requirement key: `profile:framework/requirement`. */
  readonly targets: Table<string, Target>;
  /** How long results count, by frequency: what the organisation has set, in the order recorded. */
  readonly frequencies: Table<string, readonly Dated<PeriodSet>[]>;
  readonly collectors: Table<string, Collector>;
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
  judgements: Table(),
  profiles: Table(),
  targets: Table(),
  frequencies: Table(),
  collectors: Table(),
  touches: { since: 0, list: List() },
};

const touchesKept = 1000;

export function touch(controls: Controls, ...touched: Touch[]): Controls {
  const list = controls.touches.list.concat(touched);
  if (list.size <= 2 * touchesKept) return { ...controls, touches: { ...controls.touches, list } };
  const since = list.get(list.size - touchesKept - 1)?.seq ?? 0;
  return { ...controls, touches: { since, list: list.slice(-touchesKept) } };
}
