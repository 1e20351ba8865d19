import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { To, useAddress, useFormat, useReadOnly, useWords } from '../../../app/index.ts';
import { ActionMark } from '../../../states/index.ts';
import { Mark, Menu, TextLink } from '../../../ui/index.ts';
import css from '../actions.module.css';
import { type ActionRow, stateOf } from '../list/wanted.ts';
import { type ActionStatus, type BoardColumn, movesOf } from './columns.ts';

const dragged = 'concord-action';

type OnMove = (action: string, to: ActionStatus) => void;

interface ColumnProps {
  readonly column: BoardColumn;
  readonly onMove: OnMove;
}

/** The actions of one status. */
export function Column({ column: { status, rows, total }, onMove }: ColumnProps) {
  const say = useWords('actions');
  const [, change] = useAddress();
  const heading = `board ${status}`;
  const dragAndDropHooks = useDragging(status, onMove);
  return (
    <section aria-labelledby={heading} className={css.column}>
      <h2 id={heading}>
        {say(`standing.${status}`)} <span className={css.quiet}>{total}</span>
      </h2>
      <GridList
        aria-labelledby={heading}
        items={rows}
        dragAndDropHooks={dragAndDropHooks}
        onAction={(key) => change({ action: String(key) })}
        className={css.cards ?? ''}
        renderEmptyState={() => <p className={css.quiet}>{say(`board.none-${status}`)}</p>}
      >
        {(row) => <Card row={row} onMove={onMove} />}
      </GridList>
      {rows.length < total && (
        <TextLink render={(dress) => <To room="actions" search={{ status }} {...dress} />}>
          {say('board.more', { count: total - rows.length })}
        </TextLink>
      )}
    </section>
  );
}

function useDragging(status: ActionStatus, onMove: OnMove) {
  const reason = useReadOnly('actions.close');
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: reason !== undefined,
    getItems: (keys) => [...keys].map((key) => ({ [dragged]: String(key) })),
    acceptedDragTypes: [dragged],
    getDropOperation: () => 'move',
    onRootDrop: ({ items }) => {
      for (const item of items) {
        if (item.kind === 'text') void item.getText(dragged).then((action) => onMove(action, status));
      }
    },
  });
  return dragAndDropHooks;
}

function Card({ row, onMove }: { readonly row: ActionRow; readonly onMove: OnMove }) {
  const say = useWords('actions');
  const { day } = useFormat();
  const reason = useReadOnly('actions.close');
  const { id, title, ownerName, due, status, closedOn } = row;
  const when = status === 'open' ? due : closedOn;
  return (
    <GridListItem id={id} textValue={title} className={css.card ?? ''}>
      <AriaButton slot="drag" className={css.grip ?? ''}>
        <Mark name="drag" label={say('board.drag', { title })} />
      </AriaButton>
      <span className={css.cardText}>
        <b>{title}</b>
        <small>
          {ownerName ?? say('nobody')}
          {when !== undefined && ` · ${day(when)}`}
        </small>
        {row.overdue && <ActionMark code={stateOf(row)} />}
      </span>
      <Menu
        label={say('board.move', { title })}
        mark="more"
        iconOnly
        kind="quiet"
        size="s"
        items={movesOf(status).map((to) => ({
          id: to,
          label: say(`move.${to}`),
          reason,
          onAction: () => onMove(id, to),
        }))}
      />
    </GridListItem>
  );
}
