import { useMemo } from 'react';
import { useAddress, useLateAnswer, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, cx, DataTable, EmptyState, Skeleton } from '../../../ui/index.ts';
import css from '../evidence.module.css';
import type { Names } from '../names/use-names.ts';
import { useColumns } from './columns.tsx';
import { FilterBar } from './filter-bar.tsx';
import { filtersIn, type Piece, withoutFilters } from './filters.ts';
import { usePieces } from './use-pieces.ts';

const keyOf = ({ id }: Piece) => id;

/** All pieces of evidence, the one recorded last first. */
export function PiecesTab({ names }: { readonly names: Names }) {
  const say = useWords('evidence');
  const [search, change] = useAddress();
  const filters = useMemo(() => filtersIn(search), [search]);
  const { total, rowAt, onRange, isOld, refused } = usePieces(filters);
  const { data: all } = useLateAnswer('evidence list', { limit: 1 });
  const columns = useColumns(names, search.evidence !== undefined);
  if (all?.total === 0) return <NoEvidence />;
  return (
    <div className={css.inside}>
      <FilterBar filters={filters} names={names} />
      {total === undefined ? (
        <Skeleton lines={12} asRows />
      ) : (
        <div className={cx(css.place, isOld && css.old)} aria-busy={isOld}>
          <DataTable
            label={say('table.label')}
            columns={columns}
            count={total}
            total={all?.total}
            rowAt={rowAt}
            keyOf={keyOf}
            onRange={onRange}
            onOpen={({ id }) => change({ evidence: id })}
            openKey={search.evidence}
            seekBy={({ title }) => title}
            empty={
              total === 0 &&
              !isOld && (
                <EmptyState
                  title={refused ?? say('none.match')}
                  actions={<Button onPress={() => change(withoutFilters)}>{say('none.show-all')}</Button>}
                />
              )
            }
          />
        </div>
      )}
    </div>
  );
}

function NoEvidence() {
  const say = useWords('evidence');
  const [, change] = useAddress();
  const reason = useReadOnly('evidence.record');
  return (
    <EmptyState
      title={say('none.title')}
      actions={
        <Button reason={reason} onPress={() => change({ do: 'add' })}>
          {say('none.add')}
        </Button>
      }
    >
      {say('none.says')}
    </EmptyState>
  );
}
