import { List, Map as Table } from 'immutable';
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
  /** What the latest facts touched, so that a view can bring an earlier result up to date. */
  readonly touches: Touches;
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
  touches: { since: 0, list: List() },
};

const touchesKept = 1000;

export function touch(controls: Controls, ...touched: Touch[]): Controls {
  const list = controls.touches.list.concat(touched);
  if (list.size <= 2 * touchesKept) return { ...controls, touches: { ...controls.touches, list } };
  const since = list.get(list.size - touchesKept - 1)?.seq ?? 0;
  return { ...controls, touches: { since, list: list.slice(-touchesKept) } };
}
