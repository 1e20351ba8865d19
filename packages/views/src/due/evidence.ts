import type { Programme } from '@concord/programme';
import type { ViewMemory } from '../coverage/memory.ts';
import { dayNumber } from '../days/calendar.ts';
import { evidenceLapses, type LapseRow } from '../evidence/lapses.ts';
import { sayIn } from '../language/say.ts';
import { seesAll } from '../reader.ts';
import { type DueItem, stateOn, type Window } from './item.ts';

export interface DueEvidence {
  readonly items: readonly DueItem[];
  /** Controls in place of which nothing was ever shown: there is no day by which it is due. */
  readonly missing: readonly LapseRow[];
}

/** Methods 6.4: what shows that a control works, by the last day on which it is fresh. */
export function dueEvidence(
  programme: Programme,
  window: Window & { readonly memory: ViewMemory },
): DueEvidence {
  const { on, to, memory } = window;
  const asked = { programme, on, memory, reader: seesAll };
  const all = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
  const within = dayNumber(to) - dayNumber(on);
  const { rows, lapsed, failed, missing } = evidenceLapses(asked, { ...all, within });
  const items = [...rows, ...lapsed.rows, ...failed.rows].map((row) => itemOf(programme, row, window));
  return { items, missing: missing.rows };
}

function itemOf(programme: Programme, row: LapseRow, window: Window): DueItem {
  const { on } = window;
  const say = sayIn(window);
  const { id, code, name, owner, freshness, until = on, graceUntil = until } = row;
  const state = {
    fresh: stateOn(until, on),
    due: 'due',
    stale: 'overdue',
    failed: 'overdue',
    missing: 'overdue',
  }[freshness];
  const params = { code, due: until, until: graceUntil };
  return {
    kind: 'evidence',
    id,
    title: `${code} ${name}`,
    due: until,
    state: state as DueItem['state'],
    owner,
    requirements: requirementsOf(programme, id),
    why: say(`due.why-evidence-${freshness}`, params),
    todo: say(freshness === 'failed' ? 'due.todo-evidence-failed' : 'due.todo-evidence', params),
  };
}

/** The requirements that the control is confirmed for, each once. */
function requirementsOf({ controls }: Programme, control: string): DueItem['requirements'] {
  const found = new Map<string, DueItem['requirements'][number]>();
  for (const id of controls.claimsBy.get(control) ?? []) {
    const claim = controls.claims.get(id);
    if (claim?.state !== 'confirmed') continue;
    const { framework, requirement } = claim;
    found.set(`${framework}/${requirement}`, { framework, requirement });
  }
  return [...found.values()];
}
