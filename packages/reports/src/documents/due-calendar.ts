import { say } from '@concord/catalog';
import type { DueRow, WhatIsDue } from '@concord/views';
import { type CalendarDay, writeCalendar } from '../render/calendar/calendar.ts';

/** What is due, with the names that the ledger does not hold, and the instant of the last entry that it knows. */
export interface DueNamed extends Omit<WhatIsDue, 'rows'> {
  readonly rows: readonly NamedRow[];
  readonly recordedAt: string;
}

type NamedRow = Omit<DueRow, 'owner'> & {
  readonly owner?: { readonly id: string; readonly name: string };
};

/** The list of what is due as a calendar, in the language of the reader. */
export function writeDueCalendar({ organisation, rows, recordedAt }: DueNamed, language: string): string {
  return writeCalendar({
    name: say(language, 'due.calendar', { organisation: organisation.name }),
    at: recordedAt,
    days: rows.map((row) => dayOf(row, organisation.id, language)),
  });
}

function dayOf(row: NamedRow, organisation: string, language: string): CalendarDay {
  const { kind, id, title, due, why, todo, owner, requirements } = row;
  const named = say(language, `due.kind-${kind}`);
  const refs = requirements.map(({ framework, requirement }) => `${framework} ${requirement}`).join(', ');
  const owned = owner?.name ? say(language, 'due.owner', { name: owner.name }) : '';
  return {
    uid: `${organisation}/${kind}/${id}@concord`,
    day: due,
    summary: say(language, 'said.of', { of: named, said: title }),
    description: [why, todo, owned, refs].filter((line) => line !== '').join('\n'),
    categories: [named, say(language, `due.state-${row.state}`)],
  };
}
