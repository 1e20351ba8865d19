import type { SentDocument } from '@concord/catalog';
import type { Circumstances, Command, Decision } from './foundation/index.ts';
import type { Programme } from './programme.ts';

interface TakenIn {
  readonly document?: SentDocument;
}

/** What was noticed while a file was read is told with whatever comes of it: what is taken in, or what is wrong with it. */
export function tellingReading(row: Command<Programme>): Command<Programme> {
  if (row.intake !== 'document') return row;
  const rule = row.rule as (state: Programme, input: TakenIn, now: Circumstances) => Decision;
  return {
    ...row,
    rule: (state: Programme, input: TakenIn, now: Circumstances) => {
      const decision = rule(state, input, now);
      const { document } = input;
      const noticed = document?.kind === 'sheets' ? (document.noticed ?? []) : [];
      if (noticed.length === 0) return decision;
      if ('refusal' in decision)
        return {
          refusal: { ...decision.refusal, notices: [...(decision.refusal.notices ?? []), ...noticed] },
        };
      return { ...decision, notices: [...(decision.notices ?? []), ...noticed] };
    },
  };
}
