import type { AnswerOf } from '@concord/operations/client';
import { useState } from 'react';
import { To, useAnswer, useFormat, usePlace, useReadOnly, useWords } from '../../../app/index.ts';
import {
  Button,
  EmptyState,
  Id,
  Row,
  type SimpleColumn,
  SimpleTable,
  Stack,
  StateWord,
  TextLink,
} from '../../../ui/index.ts';
import css from '../evidence.module.css';
import { AddCollector } from './add-collector.tsx';
import { EndCollector, RenewCollector } from './change-collector.tsx';

export type CollectorRow = AnswerOf<'collectors list'>['rows'][number];

type Open = { readonly deed: 'add' } | { readonly deed: 'renew' | 'end'; readonly row: CollectorRow };

/** Programs that send evidence, and the keys that let them. */
export function CollectorsTab() {
  const say = useWords('evidence');
  const { permissions } = usePlace();
  if (!permissions.includes('collectors.write')) return <p>{say('collectors.denied')}</p>;
  return <Collectors />;
}

function Collectors() {
  const say = useWords('evidence');
  const { rows } = useAnswer('collectors list');
  const reason = useReadOnly('collectors.write');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const add = (
    <Button mark="plus" reason={reason} onPress={() => setOpen({ deed: 'add' })}>
      {say('collectors.add')}
    </Button>
  );
  return (
    <Stack>
      <p>{say('collectors.says')}</p>
      {rows.length === 0 ? (
        <EmptyState title={say('collectors.none')} actions={add}>
          {say('collectors.none-says')}
        </EmptyState>
      ) : (
        <>
          <CollectorTable rows={rows} reason={reason} onOpen={setOpen} />
          <Row>{add}</Row>
        </>
      )}
      {open?.deed === 'add' && <AddCollector onClose={close} />}
      {open?.deed === 'renew' && <RenewCollector row={open.row} onClose={close} />}
      {open?.deed === 'end' && <EndCollector row={open.row} onClose={close} />}
    </Stack>
  );
}

interface CollectorTableProps {
  readonly rows: readonly CollectorRow[];
  readonly reason: string | undefined;
  readonly onOpen: (open: Open) => void;
}

function CollectorTable({ rows, reason, onOpen }: CollectorTableProps) {
  const say = useWords('evidence');
  const { day } = useFormat();
  const columns: readonly SimpleColumn<CollectorRow>[] = [
    { id: 'name', header: say('collectors.name'), isRowHeader: true, cell: (row) => <Named row={row} /> },
    { id: 'shows', header: say('collectors.shows'), cell: ({ codes }) => <Shows codes={codes} /> },
    { id: 'state', header: say('column.state'), cell: ({ state }) => <CollectorState state={state} /> },
    { id: 'until', header: say('collectors.until'), align: 'end', cell: ({ until }) => day(until) },
    {
      id: 'used',
      header: say('collectors.used'),
      align: 'end',
      cell: ({ lastUsedOn }) => (lastUsedOn === undefined ? say('collectors.never') : day(lastUsedOn)),
    },
    {
      id: 'deeds',
      header: say('collectors.deeds'),
      hideHeader: true,
      cell: (row) => row.state !== 'ended' && <Deeds {...{ row, reason, onOpen }} />,
    },
  ];
  return (
    <SimpleTable
      caption={say('collectors.caption')}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      stacks
    />
  );
}

function Named({ row: { id, name } }: { readonly row: CollectorRow }) {
  return (
    <TextLink plain render={(dress) => <To room="evidence" search={{ by: id }} {...dress} />}>
      {name || id}
    </TextLink>
  );
}

function Shows({ codes }: { readonly codes: readonly string[] }) {
  const say = useWords('evidence');
  if (codes.length === 0) return say('collectors.any-control');
  return codes.map((code, at) => (
    <span key={code}>
      {at > 0 && ', '}
      <Id>{code}</Id>
    </span>
  ));
}

const looks = { active: ['met', 'ok'], over: ['clock', 'part'], ended: ['excluded', 'quiet'] } as const;

function CollectorState({ state }: { readonly state: string }) {
  const say = useWords('evidence');
  const [mark, tone] = looks[state as keyof typeof looks] ?? looks.ended;
  return (
    <StateWord mark={mark} tone={tone}>
      {say(`collectors.state-${state}`)}
    </StateWord>
  );
}

function Deeds({ row, reason, onOpen }: Omit<CollectorTableProps, 'rows'> & { readonly row: CollectorRow }) {
  const say = useWords('evidence');
  return (
    <div className={css.end}>
      {(['renew', 'end'] as const).map((deed) => (
        <Button
          key={deed}
          size="s"
          reason={reason}
          reasonAs="tooltip"
          aria-label={say(`collectors.${deed}-named`, { name: row.name })}
          onPress={() => onOpen({ deed, row })}
        >
          {say(`collectors.${deed}`)}
        </Button>
      ))}
    </div>
  );
}
