import { type ReactNode, useMemo } from 'react';
import { type Format, type Say, useFormat, useWords } from '../../../app/index.ts';
import { type DataColumn, Id } from '../../../ui/index.ts';
import css from '../evidence.module.css';
import type { Names } from '../names/use-names.ts';
import type { Piece } from './filters.ts';
import { usePieceState } from './piece-state.tsx';

type PieceColumn = DataColumn<Piece>;

/** The columns of the list; beside an open piece only what tells the pieces apart. */
export function useColumns(names: Names, isBeside: boolean): readonly PieceColumn[] {
  const say = useWords('evidence');
  const format = useFormat();
  const stateOf = usePieceState();
  return useMemo(() => {
    const shown = isBeside ? [] : fromColumns(say, names);
    return [...whatColumns(say, stateOf), ...dayColumns(say, format), ...shown];
  }, [say, format, stateOf, names, isBeside]);
}

const mostCodes = 3;

function whatColumns(say: Say, stateOf: (piece: Piece) => ReactNode): readonly PieceColumn[] {
  return [
    {
      id: 'state',
      header: say('column.state'),
      width: 116,
      cell: stateOf,
    },
    {
      id: 'title',
      header: say('column.title'),
      width: 'fill',
      isRowHeader: true,
      narrow: 'title',
      cell: ({ title }) => <span title={title}>{title}</span>,
    },
    {
      id: 'controls',
      header: say('column.controls'),
      width: 128,
      cell: ({ codes, hiddenControls }) => {
        const more = Math.max(0, codes.length - mostCodes) + hiddenControls;
        return (
          <span title={codes.join(', ')}>
            <Id>{codes.slice(0, mostCodes).join(', ')}</Id>
            {more > 0 && <span className={css.meta}> +{more}</span>}
          </span>
        );
      },
    },
  ];
}

function dayColumns(say: Say, { day }: Format): readonly PieceColumn[] {
  return [
    {
      id: 'collected',
      header: say('column.collected'),
      width: 104,
      cell: ({ collectedOn }) => day(collectedOn),
    },
    {
      id: 'until',
      header: say('column.until'),
      width: 104,
      narrow: 'hide',
      cell: ({ until }) => (until === undefined ? <span className={css.meta}>–</span> : day(until)),
    },
  ];
}

function fromColumns(say: Say, names: Names): readonly PieceColumn[] {
  return [
    {
      id: 'source',
      header: say('column.source'),
      width: 88,
      narrow: 'hide',
      cell: ({ kind }) => say(`source.${kind}`),
    },
    {
      id: 'by',
      header: say('column.by'),
      width: 184,
      narrow: 'hide',
      cell: ({ by }) => <span title={names.sender(by)}>{names.sender(by)}</span>,
    },
  ];
}
