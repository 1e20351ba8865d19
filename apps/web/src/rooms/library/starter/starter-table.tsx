import { useMemo } from 'react';
import { useWords } from '../../../app/index.ts';
import { Button, type DataColumn, DataTable, EmptyState, Id, Row, StateWord } from '../../../ui/index.ts';
import type { StarterRow } from '../control/row.ts';
import type { Names } from '../find/use-names.ts';

interface StarterTableProps {
  readonly rows: readonly StarterRow[];
  readonly names: Names;
  readonly chosen: ReadonlySet<string>;
  readonly open: string | undefined;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onOpen: (code: string) => void;
}

/** The controls on offer; what is here already is marked, and adopting it again adds only what is missing. */
export function StarterTable({ rows, names, chosen, open, onChoose, onOpen }: StarterTableProps) {
  const say = useWords('library');
  const columns = useStarterColumns(names);
  const offered = rows.filter(({ state }) => state === 'offered');
  return (
    <>
      <Row>
        <Button
          size="s"
          reason={offered.length === 0 ? say('starter.none-offered') : undefined}
          onPress={() => onChoose(new Set([...chosen, ...offered.map(({ code }) => code)]))}
        >
          {say('starter.choose-all', { count: offered.length })}
        </Button>
        {chosen.size > 0 && (
          <Button size="s" kind="quiet" onPress={() => onChoose(new Set())}>
            {say('bulk.none')}
          </Button>
        )}
      </Row>
      <DataTable
        label={say('starter.table')}
        columns={columns}
        count={rows.length}
        rowAt={(index) => rows[index]}
        keyOf={({ code }) => code}
        onOpen={({ code }) => onOpen(code)}
        openKey={open}
        seekBy={({ code }) => code}
        selection={{
          keys: chosen,
          onChange: onChoose,
          labelOf: ({ code, name }) => say('table.choose', { code, name }),
        }}
        empty={<EmptyState level={3} title={say('starter.no-match')} />}
        visibleRows={8}
      />
    </>
  );
}

const looks = {
  offered: { mark: 'plus', tone: 'quiet' },
  adopted: { mark: 'met', tone: 'ok' },
  retired: { mark: 'excluded', tone: 'quiet' },
} as const;

function useStarterColumns(names: Names): readonly DataColumn<StarterRow>[] {
  const say = useWords('library');
  return useMemo(
    () => [
      {
        id: 'code',
        header: say('column.code'),
        width: 76,
        narrow: 'lead',
        cell: ({ code }) => <Id>{code}</Id>,
      },
      {
        id: 'name',
        header: say('column.name'),
        width: 'fill',
        isRowHeader: true,
        narrow: 'title',
        cell: ({ name }) => <span title={name}>{name}</span>,
      },
      { id: 'family', header: say('column.family'), width: 150, cell: ({ family }) => family },
      {
        id: 'effort',
        header: say('starter.effort'),
        width: 80,
        cell: ({ effort }) => say(`effort.${effort}`),
      },
      {
        id: 'state',
        header: say('starter.state'),
        width: 120,
        cell: ({ state }) => {
          const known = state as keyof typeof looks;
          return <StateWord {...looks[known]}>{say(`starter.${known}`)}</StateWord>;
        },
      },
      ...names.frameworks.slice(0, 3).map(
        ({ id }): DataColumn<StarterRow> => ({
          id: `framework-${id}`,
          header: names.frameworkShort(id),
          width: 52,
          align: 'end',
          narrow: 'hide',
          cell: ({ requirements }) => requirements[id]?.claimed ?? '–',
        }),
      ),
    ],
    [say, names],
  );
}
