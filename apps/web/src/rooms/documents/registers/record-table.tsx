import { To, useFormat, useWords } from '../../../app/index.ts';
import {
  type MarkName,
  type SimpleColumn,
  SimpleTable,
  StateWord,
  TextLink,
  type Tone,
} from '../../../ui/index.ts';
import { type Register, type RegisterRow, standingOf } from './record/register.ts';

interface RecordTableProps {
  readonly register: Register;
  readonly rows: readonly RegisterRow[];
  readonly open: string | undefined;
}

/** The records as a table; the name of each opens it. */
export function RecordTable({ register, rows, open }: RecordTableProps) {
  const say = useWords('documents');
  const format = useFormat();
  const columns: readonly SimpleColumn<RegisterRow>[] = [
    {
      id: 'title',
      header: say('column-title'),
      isRowHeader: true,
      cell: (row) => (
        <TextLink
          plain
          render={(dress) => (
            <To
              room="documents"
              search={{ tab: register.name, [register.member]: row.id }}
              aria-current={row.id === open ? 'true' : undefined}
              {...dress}
            />
          )}
        >
          {String(row[register.title])}
        </TextLink>
      ),
    },
    { id: 'kind', header: say('kind'), cell: ({ kind }) => say(`kind-${kind}`) },
    { id: 'standing', header: say('standing'), cell: (row) => <Standing row={row} /> },
    { id: 'owner', header: say('owner'), cell: ({ ownerName }) => ownerName ?? say('nobody') },
    {
      id: 'review',
      header: say('reviewOn'),
      cell: ({ reviewOn, reviewOverdue }) =>
        reviewOn === undefined ? (
          ''
        ) : reviewOverdue ? (
          <StateWord mark="warning" tone="part">
            {say('overdue', { day: format.day(reviewOn) })}
          </StateWord>
        ) : (
          format.day(reviewOn)
        ),
    },
  ];
  return (
    <SimpleTable
      caption={say(`caption-${register.name}`, { count: rows.length })}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      stacks
    />
  );
}

const looks: Readonly<Record<string, { readonly mark: MarkName; readonly tone: Tone }>> = {
  draft: { mark: 'due', tone: 'part' },
  approved: { mark: 'fresh', tone: 'ok' },
  retired: { mark: 'missing', tone: 'quiet' },
  'in-force': { mark: 'met', tone: 'ok' },
  ended: { mark: 'excluded', tone: 'quiet' },
};

/** How a record stands: of a document whether it is approved, of others whether they are in force. */
export function Standing({ row }: { readonly row: RegisterRow }) {
  const say = useWords('documents');
  const standing = standingOf(row);
  return (
    <StateWord {...(looks[standing] ?? { mark: 'unknown', tone: 'unk' })}>
      {say(`standing-${standing}`)}
    </StateWord>
  );
}
