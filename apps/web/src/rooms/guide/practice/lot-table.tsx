import { useWords } from '../../../app/index.ts';
import { SimpleTable, ToggleGroup } from '../../../ui/index.ts';
import type { ControlRow, SaidOfLot } from './lots.ts';
import { useStates } from './use-states.ts';

interface LotTableProps {
  readonly nameOf: (person: string) => string;
  readonly rows: readonly ControlRow[];
  readonly said: SaidOfLot;
  readonly onSay: (said: SaidOfLot) => void;
}

/** The controls of a lot, each with how far it is in practice and who answers for it. */
export function LotTable({ nameOf, rows, said, onSay }: LotTableProps) {
  const say = useWords('guide');
  const options = useStates();
  return (
    <SimpleTable
      caption={say('practice.table')}
      stacks
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: say('practice.control'),
          isRowHeader: true,
          cell: ({ code, name }) => `${code} ${name}`,
        },
        {
          id: 'owner',
          header: say('practice.who'),
          cell: ({ owner }) => (owner === undefined ? say('practice.nobody') : nameOf(owner)),
        },
        {
          id: 'state',
          header: say('practice.state'),
          cell: ({ id, code, implementation }) => (
            <ToggleGroup
              label={say('practice.state-of', { control: code })}
              hideLabel
              value={said.implementation[id] ?? implementation}
              options={options}
              onChange={(value) =>
                value !== undefined &&
                onSay({ ...said, implementation: { ...said.implementation, [id]: value } })
              }
            />
          ),
        },
      ]}
    />
  );
}
