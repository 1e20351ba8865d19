import { type Paged, useAddress, useWords } from '../../../app/index.ts';
import { cx, type DataSort, DataTable } from '../../../ui/index.ts';
import type { LibraryRow } from '../control/row.ts';
import { sortings } from '../find/filters.ts';
import { NoMatch } from '../find/no-match.tsx';
import type { LabelOf } from '../find/use-labels.ts';
import type { Names } from '../find/use-names.ts';
import { useColumns } from './columns.tsx';
import css from './list.module.css';

/** Controls that were ticked, with what was known of them then. */
export type Chosen = ReadonlyMap<string, LibraryRow>;

interface LibraryTableProps {
  readonly list: Paged<'controls list'>;
  /** Controls in use, whatever the filters. */
  readonly total: number | undefined;
  readonly names: Names;
  readonly labelOf: LabelOf;
  readonly me: string;
  readonly openId: string | undefined;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** The library as a table: only what is in sight is fetched and drawn. */
export function LibraryTable(props: LibraryTableProps) {
  const { list, total, names, labelOf, me, openId, chosen, onChoose } = props;
  const say = useWords('library');
  const [search, change] = useAddress();
  const columns = useColumns(names, openId !== undefined);
  const sort = sortIn(search.sort, search.direction);
  const tick = (keys: ReadonlySet<string>) => onChoose(chosenNow(keys, chosen, list));
  return (
    <div className={cx(css.place, list.isOld && css.old)} aria-busy={list.isOld}>
      <DataTable
        label={say('table.label')}
        columns={columns}
        count={list.total ?? 0}
        total={total}
        rowAt={list.rowAt}
        keyOf={({ id }) => id}
        onRange={list.onRange}
        onOpen={({ id }) => change({ control: id })}
        openKey={openId}
        seekBy={({ code }) => code}
        selection={{
          keys: new Set(chosen.keys()),
          onChange: tick,
          labelOf: ({ code, name }) => say('table.choose', { code, name }),
        }}
        sort={sort}
        onSort={({ by, descending }) =>
          change({ sort: by, direction: descending ? 'descending' : undefined })
        }
        empty={list.total === 0 && <NoMatch {...{ me, labelOf }} refused={list.refused} />}
      />
    </div>
  );
}

function sortIn(by: string | undefined, direction: string | undefined): DataSort {
  return { by: sortings.find((each) => each === by) ?? 'code', descending: direction === 'descending' };
}

/** Rows that were ticked before stay with what was known of them; new ones are in sight, for they were just ticked. */
function chosenNow(keys: ReadonlySet<string>, before: Chosen, list: Paged<'controls list'>): Chosen {
  const rows = new Map(before);
  for (const key of before.keys()) if (!keys.has(key)) rows.delete(key);
  if ([...keys].every((key) => rows.has(key))) return rows;
  for (let at = 0; at < (list.total ?? 0); at += 1) {
    const row = list.rowAt(at);
    if (row && keys.has(row.id)) rows.set(row.id, row);
  }
  return rows;
}
