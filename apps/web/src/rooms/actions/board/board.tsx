import { useState } from 'react';
import { useAddress, usePlace, useWords } from '../../../app/index.ts';
import css from '../actions.module.css';
import { Filters } from '../list/filters.tsx';
import { NoActions } from '../list/no-actions.tsx';
import { type ActionRow, isWanted, wantedIn } from '../list/wanted.ts';
import { Column } from './column.tsx';
import { type ActionStatus, boardOf, movesOf } from './columns.ts';
import { MoveDialog } from './move-dialog.tsx';

interface Move {
  readonly row: ActionRow;
  readonly to: ActionStatus;
}

/** Actions under their status; moved by menu, by keyboard or by hand, and asked what came of them. */
export function Board({ rows }: { readonly rows: readonly ActionRow[] }) {
  const say = useWords('actions');
  const [search] = useAddress();
  const { me } = usePlace();
  const [move, setMove] = useState<Move>();
  const wanted = { ...wantedIn(search), standing: 'all' as const };
  const board = boardOf(
    rows.filter((row) => isWanted(row, wanted, me.person)),
    me.person,
  );
  const begin = (id: string, to: ActionStatus) => {
    const row = rows.find((each) => each.id === id);
    if (row && movesOf(row.status).includes(to)) setMove({ row, to });
  };
  if (rows.length === 0) return <NoActions />;
  return (
    <>
      <Filters withStanding={false} />
      <div className={css.scroll}>
        <p className="visually-hidden">{say('board.says')}</p>
        <div className={css.board}>
          {board.map((column) => (
            <Column key={column.status} column={column} onMove={begin} />
          ))}
        </div>
      </div>
      {move && <MoveDialog {...move} onClose={() => setMove(undefined)} />}
    </>
  );
}
