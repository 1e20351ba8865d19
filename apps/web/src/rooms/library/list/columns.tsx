import { useMemo } from 'react';
import { type Say, useFormat, useWords } from '../../../app/index.ts';
import { FreshnessMark, ImplementationMark } from '../../../states/index.ts';
import { type DataColumn, Id } from '../../../ui/index.ts';
import type { LibraryRow } from '../control/row.ts';
import type { Names } from '../find/use-names.ts';
import css from './list.module.css';

/** Frameworks that get a column of their own, and how many while the panel is open; all stand in the panel. */
const mostFrameworks = { alone: 5, beside: 2 };

type LibraryColumn = DataColumn<LibraryRow>;

/** The columns of the library: what it is, whose, how far, what shows it, and what for. */
export function useColumns(names: Names, isBeside: boolean): readonly LibraryColumn[] {
  const say = useWords('library');
  const { dayShort } = useFormat();
  return useMemo(
    () => [...aboutColumns(say, names), ...stateColumns(say, dayShort), ...frameworkColumns(names, isBeside)],
    [say, names, dayShort, isBeside],
  );
}

function aboutColumns(say: Say, names: Names): readonly LibraryColumn[] {
  return [
    {
      id: 'code',
      header: say('column.code'),
      width: 72,
      sortable: true,
      narrow: 'lead',
      cell: ({ code }) => <Id>{code}</Id>,
    },
    {
      id: 'name',
      header: say('column.name'),
      width: 'fill',
      sortable: true,
      isRowHeader: true,
      narrow: 'title',
      cell: ({ name, retired }) => (
        <span title={name}>
          {name}
          {retired && <span className={css.meta}> · {say('retired')}</span>}
        </span>
      ),
    },
    {
      id: 'owner',
      header: say('column.owner'),
      width: 96,
      cell: ({ owner }) =>
        owner === undefined ? (
          <span className={css.meta}>{say('none.owner')}</span>
        ) : (
          <span title={names.person(owner)}>{names.personShort(owner)}</span>
        ),
    },
  ];
}

function stateColumns(say: Say, dayShort: (day: string) => string): readonly LibraryColumn[] {
  return [
    {
      id: 'implementation',
      header: say('column.state'),
      width: 104,
      sortable: true,
      cell: ({ implementation }) => <ImplementationMark code={implementation} />,
    },
    {
      id: 'freshness',
      header: say('column.evidence'),
      width: 140,
      sortable: true,
      cell: ({ freshness, freshUntil }) => (
        <FreshnessMark freshness={freshness}>
          {freshUntil && freshness !== 'failed' && <span className={css.meta}>{dayShort(freshUntil)}</span>}
        </FreshnessMark>
      ),
    },
  ];
}

function frameworkColumns(
  { frameworks, frameworkShort }: Names,
  isBeside: boolean,
): readonly LibraryColumn[] {
  const most = isBeside ? mostFrameworks.beside : mostFrameworks.alone;
  return frameworks.slice(0, most).map(({ id }) => ({
    id: `framework-${id}`,
    header: frameworkShort(id),
    width: 48,
    align: 'end',
    narrow: 'hide',
    cell: (row) => <Counts counts={row.frameworks[id]} />,
  }));
}

/** Confirmed of claimed requirements. */
function Counts({ counts }: { readonly counts: LibraryRow['frameworks'][string] | undefined }) {
  const say = useWords('library');
  if (!counts) return <span className={css.meta}>–</span>;
  const { confirmed, claimed } = counts;
  return (
    <span title={say('column.counts-says', { confirmed, claimed })}>
      {confirmed}/{claimed}
    </span>
  );
}
