import type { AnswerOf } from '@concord/operations/client';
import { useState } from 'react';
import { type Say, To, useAnswer, useFormat, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, type SimpleColumn, SimpleTable, Stack, Tag, TextLink } from '../../../ui/index.ts';
import css from '../evidence.module.css';
import { partsOf } from './period.ts';
import { SetFrequency } from './set-frequency.tsx';

export type FrequencyRow = AnswerOf<'frequencies list'>['rows'][number];

/** How long evidence counts, by how often a control is done: customary, or set here. */
export function FrequenciesTab() {
  const say = useWords('evidence');
  const { rows } = useAnswer('frequencies list');
  const { number } = useFormat();
  const reason = useReadOnly('frequencies.write');
  const [open, setOpen] = useState<FrequencyRow>();
  const columns: readonly SimpleColumn<FrequencyRow>[] = [
    { id: 'name', header: say('frequency.name'), isRowHeader: true, cell: ({ id }) => say(`often.${id}`) },
    { id: 'period', header: say('frequency.period'), cell: ({ period }) => periodIn(say, period) },
    { id: 'grace', header: say('frequency.grace'), align: 'end', cell: ({ graceDays }) => number(graceDays) },
    { id: 'basis', header: say('frequency.basis'), cell: (row) => <Basis row={row} /> },
    {
      id: 'controls',
      header: say('frequency.controls'),
      align: 'end',
      cell: (row) => <Controls row={row} />,
    },
    {
      id: 'deed',
      header: say('frequency.deed'),
      hideHeader: true,
      align: 'end',
      cell: (row) => (
        <Button
          size="s"
          reason={reason}
          reasonAs="tooltip"
          aria-label={say('frequency.change-named', { name: say(`often.${row.id}`) })}
          onPress={() => setOpen(row)}
        >
          {say('change')}
        </Button>
      ),
    },
  ];
  return (
    <Stack>
      <p>{say('frequency.says')}</p>
      <SimpleTable
        caption={say('frequency.caption')}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        stacks
      />
      {open && <SetFrequency key={open.id} row={open} onClose={() => setOpen(undefined)} />}
    </Stack>
  );
}

/** A period in words, or as it is written where it is of several units. */
function periodIn(say: Say, period: string): string {
  const parts = partsOf(period);
  return parts ? say(`period.${parts.unit}`, { count: parts.count }) : period;
}

function Basis({ row: { basis, reason, customary } }: { readonly row: FrequencyRow }) {
  const say = useWords('evidence');
  if (basis === 'practice') return <Tag>{say('frequency.practice')}</Tag>;
  const { period, graceDays } = customary;
  return (
    <>
      <Tag tone="accent">{say('frequency.ours')}</Tag> {reason}{' '}
      <small className={css.meta}>
        {say('frequency.customary', { period: periodIn(say, period), count: graceDays })}
      </small>
    </>
  );
}

function Controls({ row: { id, controls } }: { readonly row: FrequencyRow }) {
  const { number } = useFormat();
  if (controls === 0) return number(0);
  return (
    <TextLink render={(dress) => <To room="library" search={{ frequency: id }} {...dress} />}>
      {number(controls)}
    </TextLink>
  );
}
