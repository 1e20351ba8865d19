import { useFormat, useWords } from '../../../app/index.ts';
import { Id, SimpleTable } from '../../../ui/index.ts';
import type { LibraryRow } from '../control/row.ts';
import type { LabelOf } from '../find/use-labels.ts';
import type { Names } from '../find/use-names.ts';
import type { Chosen } from '../list/library-table.tsx';
import type { ManyMember } from './new-value.tsx';

interface ChangesProps {
  readonly chosen: Chosen;
  readonly member: ManyMember;
  readonly value: unknown;
  readonly names: Names;
  readonly labelOf: LabelOf;
}

const mostShown = 50;

/** Each control with what it has now and what it would have; of very many, the first. */
export function Changes({ chosen, member, value, names, labelOf }: ChangesProps) {
  const say = useWords('library');
  const { number } = useFormat();
  const after = saidAs({ member, value, names, labelOf }, say('scopes.all'));
  const rows = [...chosen.values()].filter((row) => member === 'scopes' || (row[member] ?? null) !== value);
  const now = (row: LibraryRow) => (member === 'scopes' ? '' : labelOf(member, row[member] ?? ''));
  const columns = [
    { id: 'code', header: say('column.code'), cell: ({ code }: LibraryRow) => <Id>{code}</Id> },
    { id: 'name', header: say('column.name'), isRowHeader: true, cell: ({ name }: LibraryRow) => name },
    // The list does not say in which scopes a control operates.
    ...(member === 'scopes' ? [] : [{ id: 'now', header: say('bulk.now'), cell: now }]),
    { id: 'then', header: say('bulk.then'), cell: () => after },
  ];
  return (
    <>
      <SimpleTable
        caption={say('bulk.changes')}
        columns={columns}
        rows={rows.slice(0, mostShown)}
        keyOf={({ id }) => id}
        stacks
      />
      {rows.length > mostShown && (
        <p>{say('bulk.more', { count: rows.length - mostShown, figure: number(rows.length - mostShown) })}</p>
      )}
    </>
  );
}

function saidAs({ member, value, names, labelOf }: Omit<ChangesProps, 'chosen'>, everywhere: string): string {
  if (member !== 'scopes') return labelOf(member, (value as string | null) ?? '');
  const scopes = value as readonly string[];
  return scopes.length === 0 ? everywhere : scopes.map(names.scope).join(', ');
}
