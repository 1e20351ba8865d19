import type { Programme } from '@concord/programme';
import type { ControlState, Controls } from '../calculus/index.ts';
import { atOnce, type InParts } from '../pauses/in-parts.ts';
import { type Aspect, type Standing, standingOf } from './feed.ts';

/** Every control that is not retired, as it stands in one scope on one day; all frameworks share it. */
export interface Standings {
  readonly programme: Programme;
  readonly table: ReadonlyMap<string, Standing>;
  /** What the calculus is told of each of them. */
  readonly states: Controls;
}

type Place = Pick<Aspect, 'scope' | 'on'>;

/** Whose a table is now: it is handed on, and changed, when standings are brought up to date. */
const owners = new WeakMap<Standings['table'], Standings>();

function owned(standings: Standings): Standings {
  owners.set(standings.table, standings);
  return standings;
}

/** The standings with this table as they are of a programme; undefined once the table has been handed on to a later one. */
export function standingsWith(table: Standings['table'], programme: Programme): Standings | undefined {
  const owner = owners.get(table);
  return owner?.programme === programme ? owner : undefined;
}

/** A copy that others do not use up. */
export function copyOf({ programme, table, states }: Standings): Standings {
  return owned({ programme, table: new Map(table), states: new Map(states) });
}

export function workOutStandings(programme: Programme, place: Place): Standings {
  return atOnce(standingsInParts(programme, place));
}

const controlsAtOnce = 200;

/** The same, some controls at a time. */
export function* standingsInParts(programme: Programme, place: Place): InParts<Standings> {
  const tables: Tables = { table: new Map(), states: new Map() };
  let some: string[] = [];
  for (const id of programme.controls.controls.keys()) {
    some.push(id);
    if (some.length < controlsAtOnce) continue;
    stand(tables, some, { programme, place });
    some = [];
    yield;
  }
  stand(tables, some, { programme, place });
  return owned({ programme, ...tables });
}

/**
 * The same as `workOutStandings`, from earlier standings of the same place; undefined when that cannot be told.
 * The earlier ones are used up: their tables are changed and handed on, for they may be large.
 */
export function bringStandingsUpToDate(
  before: Standings,
  programme: Programme,
  place: Place,
): Standings | undefined {
  const touched = touchedSince(before.programme, programme);
  if (touched === undefined) return undefined;
  const tables = { table: before.table, states: before.states } as Tables;
  stand(tables, touched.controls, { programme, place });
  return owned({ programme, ...tables });
}

interface Tables {
  readonly table: Map<string, Standing>;
  readonly states: Map<string, ControlState>;
}

function stand(
  { table, states }: Tables,
  ids: Iterable<string>,
  { programme, place }: { programme: Programme; place: Place },
): void {
  for (const id of ids) {
    const control = programme.controls.controls.get(id);
    const standing = control && standingOf(programme, control, place);
    if (standing) {
      table.set(id, standing);
      states.set(id, standing.state);
    } else {
      table.delete(id);
      states.delete(id);
    }
  }
}

/** Which controls and requirements the facts between two positions were about. */
export interface Touched {
  readonly controls: ReadonlySet<string>;
  readonly requirements: ReadonlySet<string>;
}

/** Undefined when the programme no longer knows, or when scopes changed, which reach everywhere. */
export function touchedSince(before: Programme, now: Programme): Touched | undefined {
  const { since, list } = now.controls.touches;
  if (before.position < since || before.position > now.position) return undefined;
  if (before.governance.scopes !== now.governance.scopes) return undefined;
  const controls = new Set<string>();
  const requirements = new Set<string>();
  for (let at = list.size - 1; at >= 0; at -= 1) {
    const touch = list.get(at);
    if (!touch || touch.seq <= before.position) break;
    if (touch.control !== undefined) controls.add(touch.control);
    if (touch.requirement !== undefined) requirements.add(touch.requirement);
  }
  return { controls, requirements };
}
