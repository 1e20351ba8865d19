import type { Control, Programme } from '@concord/programme';
import { Map as Table } from 'immutable';
import { type Aspect, type Standing, standingOf } from './feed.ts';

/** Every control that is not retired, as it stands in one scope on one day; all frameworks share it. */
export interface Standings {
  readonly programme: Programme;
  readonly table: Table<string, Standing>;
}

type Place = Pick<Aspect, 'scope' | 'on'>;

export function workOutStandings(programme: Programme, place: Place): Standings {
  const table = Table<string, Standing>().withMutations((draft) => {
    for (const control of programme.controls.controls.values()) stand(draft, control, { programme, place });
  });
  return { programme, table };
}

/** The same as `workOutStandings`, from earlier standings of the same place; undefined when that cannot be told. */
export function bringStandingsUpToDate(
  before: Standings,
  programme: Programme,
  place: Place,
): Standings | undefined {
  const touched = touchedSince(before.programme, programme);
  if (touched === undefined) return undefined;
  const table = before.table.withMutations((draft) => {
    for (const id of touched.controls) {
      const control = programme.controls.controls.get(id);
      if (control) stand(draft, control, { programme, place });
    }
  });
  return { programme, table };
}

function stand(
  draft: Table<string, Standing>,
  control: Control,
  { programme, place }: { programme: Programme; place: Place },
): void {
  const standing = standingOf(programme, control, place);
  if (standing) draft.set(control.id, standing);
  else draft.delete(control.id);
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
