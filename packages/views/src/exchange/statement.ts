import type { Refusal } from '@concord/programme';
import type { InParts } from '../pauses/in-parts.ts';
import { annexA } from '../statement-of-applicability/rows/linked.ts';
import {
  type StatementOfApplicability,
  statementOfApplicability,
} from '../statement-of-applicability/statement-of-applicability.ts';
import {
  type ExchangeAsked,
  type ExchangeHead,
  type FrameworkNamed,
  frameworkNamed,
  headOf,
} from './head.ts';
import { type ClaimExchanged, type ControlExchanged, libraryRecords } from './library.ts';

export interface StatementExchange extends ExchangeHead {
  readonly model: 'system-security-plan';
  readonly framework: FrameworkNamed;
  readonly statement: StatementOfApplicability;
  /** Ids of all controls in confirmed claims that the reader may see, by the id of the requirement. */
  readonly behind: Readonly<Record<string, readonly string[]>>;
  /** The library in use on the day, by code. */
  readonly controls: readonly ControlExchanged[];
}

/** The Statement of Applicability with every control behind its lines; what is only proposed stands behind none. */
export function* statementExchange(asked: ExchangeAsked): InParts<StatementExchange | { refusal: Refusal }> {
  // Before the first pause: what others ask meanwhile moves the memory that all share on to later entries.
  const statement = statementOfApplicability(asked);
  if ('refusal' in statement) return statement;
  yield;
  const { controls, claims } = yield* libraryRecords(asked);
  const owners = [...statement.rows, ...statement.further, ...controls].map(({ owner }) => owner);
  return {
    model: 'system-security-plan',
    ...headOf(asked, owners),
    framework: frameworkNamed(asked.programme, annexA),
    statement,
    behind: behindEach(claims, controls),
    controls,
  };
}

function behindEach(
  claims: readonly ClaimExchanged[],
  controls: readonly ControlExchanged[],
): Record<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { framework, requirement, state, controls: ids } of claims) {
    if (framework !== annexA || state !== 'confirmed') continue;
    const behind = found.get(requirement) ?? new Set();
    for (const id of ids) behind.add(id);
    found.set(requirement, behind);
  }
  const place = new Map(controls.map(({ id }, at) => [id, at]));
  const inOrder = (ids: Set<string>) =>
    [...ids].sort((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0));
  return Object.fromEntries([...found].map(([requirement, ids]) => [requirement, inOrder(ids)]));
}
