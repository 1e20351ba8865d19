import { ToRequirement, useAddress, useWords } from '../../../app/index.ts';
import { StateMark } from '../../../states/index.ts';
import { Button, EmptyState, Id, type SimpleColumn, SimpleTable, TextLink } from '../../../ui/index.ts';
import { type Duties, type Duty, directive } from '../directive/view.ts';
import css from './duties.module.css';
import { Findings } from './findings.tsx';
import { useDeadlines } from './use-deadlines.ts';

interface DutyListProps {
  readonly view: Duties;
  readonly rows: readonly Duty[];
}

/** The duties, each with its state and a link to its proof. */
export function DutyList({ view, rows }: DutyListProps) {
  const say = useWords('nis2');
  const columns: SimpleColumn<Duty>[] = [
    { id: 'duty', header: say('duty'), isRowHeader: true, cell: (duty) => <Name duty={duty} /> },
    {
      id: 'state',
      header: say('state'),
      width: 200,
      cell: ({ mark, word }) => <StateMark mark={mark} word={word} wraps />,
    },
    {
      id: 'technical',
      header: say('in-annex'),
      width: 84,
      align: 'end',
      cell: (duty) => <Detailed duty={duty} />,
    },
  ];
  return (
    <SimpleTable
      caption={say('duties-caption')}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      under={(duty) => <Findings checks={view.checks} framework={directive} row={duty} />}
      empty={<EmptyState title={say('none-fits')} level={3} />}
      stacks
      isOneStop
    />
  );
}

function Name({ duty: { id, title, addressee, deadline } }: { readonly duty: Duty }) {
  const say = useWords('nis2');
  const deadlineSaid = useDeadlines();
  const more = [addressee === 'management body' ? say('management-body') : '', deadlineSaid(deadline)];
  return (
    <span className={css.name}>
      <TextLink plain render={(dress) => <ToRequirement framework={directive} requirement={id} {...dress} />}>
        <Id>{id}</Id> {title}
      </TextLink>
      <small>{more.filter(Boolean).join(', ')}</small>
    </span>
  );
}

/** How many points of the annex detail it; shows them alone. */
function Detailed({ duty: { id, technical } }: { readonly duty: Duty }) {
  const say = useWords('nis2');
  const [{ duty: chosen }, change] = useAddress();
  if (technical.length === 0) return <span className={css.quiet}>0</span>;
  const isChosen = chosen === id;
  return (
    <span className={css.end}>
      <Button
        size="s"
        kind="quiet"
        aria-label={say(isChosen ? 'show-all-points' : 'show-its-points', { id, count: technical.length })}
        onPress={() => change({ duty: isChosen ? undefined : id })}
      >
        {technical.length}
      </Button>
    </span>
  );
}
