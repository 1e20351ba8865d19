import { randomUUID } from 'node:crypto';
import type { DemoAsked, DemoLoaded, DemoPort } from '@concord/operations';
import { type Refusal, refuse } from '@concord/programme';
import type { IntakePlaces } from '../ledgers/intake.ts';
import type { Shelf } from '../ledgers/loaded.ts';
import { localDay } from '../ledgers/local-day.ts';
import { play } from './player.ts';
import { findDemo, type RemovalPlaces, removeOrganisation } from './removal.ts';
import { scenario } from './story/index.ts';

export type DemoPlaces = Shelf & RemovalPlaces & IntakePlaces;

/** Loads and removes the demo, one after the other; it tells `story`. */
export function openDemo(places: DemoPlaces, story: typeof scenario = scenario): DemoPort {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    load: (asked) => inTurn(() => loadDemo(places, story, asked)),
    remove: () => inTurn(() => removeDemo(places)),
  };
}

const earliest = '2000-01-01';

async function loadDemo(
  places: DemoPlaces,
  { name, zone, steps: tell }: typeof scenario,
  { actor, asOf, seed }: DemoAsked,
): Promise<DemoLoaded | { refusal: Refusal }> {
  const found = await findDemo(places);
  if (found) return refuse('conflict', 'demo.loaded', { name: found.name || found.id });
  const latest = localDay(places.clock(), zone);
  const day = asOf ?? latest;
  if (day < earliest || day > latest) {
    return refuse('refused', 'demo.as-of', { asOf: day, from: earliest, latest, at: 'asOf' });
  }
  const organisation = randomUUID();
  const steps = tell({ asOf: day, seed });
  try {
    await play(places, { organisation, administrator: actor, zone, steps });
  } catch (error) {
    // Whatever is left of it is still marked as the demo, and can be removed.
    await removeOrganisation(places, organisation).catch(() => undefined);
    throw error;
  }
  const { programme, tail } = await places.dispatch.loaded(organisation);
  return {
    organisation,
    name,
    from: steps[0]?.day ?? day,
    to: steps.at(-1)?.day ?? day,
    ...(day === latest ? {} : { asOf: day }),
    facts: tail.position,
    controls: programme.controls.controls.size,
    evidence: programme.controls.evidence.size,
    position: tail.position,
  };
}

async function removeDemo(places: DemoPlaces) {
  const found = await findDemo(places);
  if (!found) return refuse('missing', 'demo.none');
  await removeOrganisation(places, found.id);
  return { organisation: found.id, name: found.name };
}
