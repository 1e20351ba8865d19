import type { ViewAsked } from '../envelope.ts';
import { date, type FlatTable, flatTable, integer, text } from './flat-table.ts';
import { libraryTables } from './library-tables.ts';
import { type PersonTold, registerTables } from './register-tables.ts';
import { requirementTables } from './requirement-tables.ts';

export type { Flat, FlatColumn, FlatTable, FlatType } from './flat-table.ts';

/** Everything that other tools may read of a programme, on a day and as known at a position, in flat tables. */
export function flatTables(asked: ViewAsked, people: readonly PersonTold[]): readonly FlatTable[] {
  return [
    aboutTable(asked),
    ...libraryTables(asked),
    ...requirementTables(asked),
    ...registerTables(asked, people),
  ];
}

function aboutTable({ programme, organisation, on, head }: ViewAsked): FlatTable {
  return flatTable<ViewAsked['programme']>(
    { name: 'about', meaning: 'What these tables are of: one row' },
    [
      text('organisation', 'Id of the organisation', () => organisation),
      text('name', 'Its name', ({ governance }) => governance.organisation?.name),
      date('on', 'Day that results are about', () => on),
      integer('known_at', 'Position of the ledger up to which facts are known', ({ position }) => position),
      text('head', 'Seal of the ledger at that position', () => head),
    ],
    () => [programme],
  );
}
