import {
  type Circumstances,
  commands,
  type Fact,
  fold,
  type Programme,
  type RecordedFact,
  type Refusal,
} from '@concord/programme';

/** A command, and what it is asked of a programme, as somebody would send it. */
export interface Deed {
  readonly command: string;
  readonly input: (programme: Programme) => object;
}

/** On which local day, which is today where it is supposed, and by whom. */
export interface DoneBy {
  readonly on: string;
  readonly actor: string;
}

const byName = new Map(commands.map((row) => [row.name, row]));

/**
 * The programme after commands that nobody gave: their own rules decide, and what they decide is folded after the last
 * real fact and recorded nowhere. The first refusal among them, as the rule words it. A command that does not take its
 * input is a bug, and throws.
 */
export function carryOut(
  programme: Programme,
  deeds: readonly Deed[],
  by: DoneBy,
): Programme | { refusal: Refusal } {
  let state = programme;
  for (const { command, input } of deeds) {
    const row = byName.get(command);
    if (!row) throw new Error(`there is no command ${command}`);
    const circumstances = circumstancesAt(state, by);
    const decision = row.rule(state, row.input.parse(input(state)), circumstances);
    if ('refusal' in decision) return decision;
    state = fold(state, recorded(state, decision.facts, circumstances));
  }
  return state;
}

/** Ids that no ledger gives out, alike whenever the same is asked. */
function circumstancesAt({ position }: Programme, { on, actor }: DoneBy): Circumstances {
  let made = 0;
  const newId = () => {
    made += 1;
    return `supposed-${position}-${made}`;
  };
  return { now: `${on}T12:00:00.000Z`, today: on, actor, newId };
}

/** With the places that they would have in the ledger. */
function recorded(
  { position }: Programme,
  facts: readonly Fact[],
  { now: at, actor }: Circumstances,
): RecordedFact[] {
  const place = { at, actor, via: 'view', batch: '', operation: 'suppose', redacted: [] };
  return facts.map(({ type, version, record, data }, nth) => ({
    type,
    version,
    record,
    data,
    ...place,
    seq: position + nth + 1,
  }));
}
