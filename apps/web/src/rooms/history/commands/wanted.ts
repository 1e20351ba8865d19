import { isDay } from '../../../app/place/said.ts';
import type { DatedCommand } from '../ledger/batches.ts';

type Search = Readonly<Record<string, string | undefined>>;

/** What the list of commands is narrowed by, each a member of the address. */
export interface WantedCommands {
  readonly who: string | undefined;
  readonly op: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export function wantedIn({ who, op, from, to }: Search): WantedCommands {
  const day = (said: string | undefined) => (isDay(said) ? said : undefined);
  return { who: who || undefined, op: op || undefined, from: day(from), to: day(to) };
}

/** Both days are included. */
export function isWanted({ actor, operation, day }: DatedCommand, wanted: WantedCommands): boolean {
  const { who, op, from, to } = wanted;
  if (who !== undefined && actor.id !== who) return false;
  if (op !== undefined && operation !== op) return false;
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}
