import { say } from '@concord/catalog';
import type { Cell, Column } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { dated, nameOf, numbered, quietly } from '../parts/lines.ts';

interface Wanted {
  readonly priority?: string | undefined;
  readonly tier?: number | undefined;
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
}

/** How much it matters, in which tier, by when and who has it: what of it is said. */
export function writeWanted({ priority, tier, owner, due }: Wanted, choices: DocumentChoices): Cell {
  const { language } = choices;
  return [
    ...(priority === undefined ? [] : [say(language, `document.priority.${priority}`)]),
    ...(tier === undefined ? [] : [say(language, 'csf.wanted.tier', { tier })]),
    ...(due === undefined ? [] : [dated(due, language)]),
    ...(owner === undefined ? [] : [quietly(nameOf(owner, choices))]),
  ];
}

/** The same, a column for each. */
export function wantedColumns(language: string): Column[] {
  return (['priority', 'tier', 'due', 'owner'] as const).map((id) => ({
    id,
    label: say(language, `csf.column.${id}`),
    width: 6,
    ...(id === 'tier' ? { align: 'end' as const } : {}),
  }));
}

/** What stands in those columns. */
export function setWantedApart({ priority, tier, due, owner }: Wanted, choices: DocumentChoices): Cell[] {
  const { language } = choices;
  return [
    priority === undefined ? '' : say(language, `document.priority.${priority}`),
    tier === undefined ? '' : numbered(tier, language),
    due === undefined ? '' : dated(due, language),
    owner === undefined ? '' : nameOf(owner, choices),
  ];
}
