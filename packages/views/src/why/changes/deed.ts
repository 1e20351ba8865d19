import { commands, fold, type Programme, type RecordedFact } from '@concord/programme';

/** A command, and what it is asked of a programme, as somebody would send it. */
export interface Deed {
  readonly command: string;
  readonly input: (programme: Programme) => object;
}

/** On which local day, and by whom. */
export interface DoneBy {
  readonly on: string;
  readonly actor: string;
}

const byName = new Map(commands.map((row) => [row.name, row]));

/**
 * The programme after commands that nobody gave: their own rules decide, and what they decide is folded here and
 * recorded nowhere. Undefined as soon as one is refused.
 */
export function carryOut(programme: Programme, deeds: readonly Deed[], by: DoneBy): Programme | undefined {
  let state: Programme | undefined = programme;
  for (const deed of deeds) state = state && carryOutOne(state, deed, by);
  return state;
}

function carryOutOne(
  programme: Programme,
  { command, input }: Deed,
  { on, actor }: DoneBy,
): Programme | undefined {
  const row = byName.get(command);
  const taken = row?.input.safeParse(input(programme));
  if (!row || !taken?.success) return undefined;
  const { position } = programme;
  let made = 0;
  const newId = () => {
    made += 1;
    return `trial-${position}-${made}`;
  };
  const at = `${on}T12:00:00.000Z`;
  const decision = row.rule(programme, taken.data, { now: at, today: on, actor, newId });
  if ('refusal' in decision) return undefined;
  const place = { at, actor, via: 'view', batch: '', operation: command, redacted: [] };
  const facts = decision.facts.map(({ erasable: _erasable, ...fact }, nth): RecordedFact => {
    const data = JSON.parse(JSON.stringify(fact.data)) as object;
    return { ...place, ...fact, data, seq: position + nth + 1 };
  });
  return fold(programme, facts);
}
