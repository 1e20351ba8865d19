import { useId } from 'react';
import { useSay } from '../say.ts';
import css from './data-table.module.css';
import type { DataTableProps } from './data-table.tsx';

/** Where headings have no room, the order is chosen from a list. */
export function NarrowSort<Row>({ columns, sort, onSort }: DataTableProps<Row>) {
  const { say } = useSay();
  const id = useId();
  const sortable = columns.filter((column) => column.sortable);
  if (!onSort || sortable.length === 0) return null;
  const choose = (value: string) => {
    const [by = '', way] = value.split('|');
    onSort({ by, descending: way === 'down' });
  };
  return (
    <div className={css.narrowSort} data-print="no">
      <label htmlFor={id}>{say('sort-by')}</label>
      <select
        id={id}
        value={sort ? `${sort.by}|${sort.descending ? 'down' : 'up'}` : ''}
        onChange={(event) => choose(event.target.value)}
      >
        {!sort && <option value="">–</option>}
        {sortable.flatMap(({ id: by, header }) => [
          <option key={`${by}-up`} value={`${by}|up`}>
            {header} ↑
          </option>,
          <option key={`${by}-down`} value={`${by}|down`}>
            {header} ↓
          </option>,
        ])}
      </select>
    </div>
  );
}
