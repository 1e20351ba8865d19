import { useMemo } from 'react';
import { type Say, useFormat, usePlace, useWords } from '../../../app/index.ts';
import { freshnessLooks, implementationLooks, shownOf, useStateWords } from '../../../states/index.ts';
import { type DataColumn, Id, StateWord } from '../../../ui/index.ts';
import type { LibraryRow } from '../control/row.ts';
import type { Names } from '../find/use-names.ts';
import css from './list.module.css';

/** Frameworks that get a column of their own, and how many while the panel is open; all stand in the panel. */
const mostFrameworks = { alone: 5, beside: 2 };

type LibraryColumn = DataColumn<LibraryRow>;

interface Writing {
  readonly say: Say;
  readonly stateWord: (key: string) => string;
  readonly dayNear: (day: string) => string;
}

/**
 * The columns of the library: what it is, whose, how far, what shows it, and what for. Words are looked up here, once:
 * a hook in each cell was a third of what scrolling through 10,000 rows took.
 */
export function useColumns(names: Names, isBeside: boolean): readonly LibraryColumn[] {
  const say = useWords('library');
  const stateWord = useStateWords();
  const { dayNear } = useFormat();
  const { today } = usePlace();
  return useMemo(
    () => [
      ...aboutColumns(say, names),
      ...stateColumns({ say, stateWord, dayNear: (day) => dayNear(day, today) }),
      ...frameworkColumns({ say, names }, isBeside),
    ],
    [say, stateWord, names, dayNear, today, isBeside],
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

function stateColumns({ say, stateWord, dayNear }: Writing): readonly LibraryColumn[] {
  return [
    {
      id: 'implementation',
      header: say('column.state'),
      width: 104,
      sortable: true,
      cell: ({ implementation, conditionHolds }) =>
        conditionHolds ? (
          <StateWord {...implementationLooks[implementation]}>
            {stateWord(`implementation-${implementation}`)}
          </StateWord>
        ) : (
          <StateWord mark="excluded" tone="quiet">
            <span title={say('standing.struck')}>{say('no-use')}</span>
          </StateWord>
        ),
    },
    {
      id: 'freshness',
      header: say('column.evidence'),
      width: 168,
      sortable: true,
      cell: ({ freshUntil, conditionHolds, ...row }) =>
        // Where a control is of no use nothing has to show that it works.
        !conditionHolds && row.freshness === 'missing' ? (
          <span className={css.meta}>–</span>
        ) : (
          <StateWord {...freshnessLooks[shownOf(row)]}>
            {stateWord(`freshness-${shownOf(row)}`)}{' '}
            {freshUntil && row.freshness !== 'failed' && (
              <span className={css.meta}>{dayNear(freshUntil)}</span>
            )}
          </StateWord>
        ),
    },
  ];
}

function frameworkColumns(
  { say, names: { frameworks, framework, frameworkShort } }: { readonly say: Say; readonly names: Names },
  isBeside: boolean,
): readonly LibraryColumn[] {
  const most = isBeside ? mostFrameworks.beside : mostFrameworks.alone;
  return frameworks.slice(0, most).map(({ id }) => ({
    id: `framework-${id}`,
    header: frameworkShort(id),
    description: say('column.counts-head', { framework: framework(id) }),
    width: frameworkShort(id).length > 6 ? 76 : 48,
    align: 'end',
    narrow: 'hide',
    cell: (row) => countsIn(row.frameworks[id], say),
  }));
}

/** Confirmed of claimed requirements. */
function countsIn(counts: LibraryRow['frameworks'][string] | undefined, say: Say) {
  if (!counts) return <span className={css.meta}>–</span>;
  const { confirmed, claimed } = counts;
  return (
    <span title={say('column.counts-says', { confirmed, claimed })}>
      {confirmed}/{claimed}
    </span>
  );
}
