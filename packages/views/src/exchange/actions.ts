import { type Refusal, refuse } from '@concord/programme';
import { type ActionRow, actionList } from '../registers/actions.ts';
import { type ExchangeAsked, type ExchangeHead, headOf } from './head.ts';

export interface ActionsExchange extends ExchangeHead {
  readonly model: 'plan-of-action-and-milestones';
  /** As they were on the day, the earliest due first. */
  readonly actions: readonly ActionRow[];
}

/** The one list of actions. OSCAL has no plan without an item, so where there are none it is refused. */
export function actionsExchange(asked: ExchangeAsked): ActionsExchange | { refusal: Refusal } {
  const { rows } = actionList(asked, { offset: 0, limit: Number.MAX_SAFE_INTEGER });
  if (rows.length === 0) return refuse('conflict', 'oscal.no-actions');
  const owners = rows.map(({ owner }) => owner);
  return { model: 'plan-of-action-and-milestones', ...headOf(asked, owners), actions: rows };
}
