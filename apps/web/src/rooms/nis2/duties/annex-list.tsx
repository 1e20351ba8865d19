import { ToRequirement, useAddress, useWords } from '../../../app/index.ts';
import { StateMark } from '../../../states/index.ts';
import {
  Button,
  EmptyState,
  Id,
  IntervalText,
  intervalOf,
  Section,
  type SimpleColumn,
  SimpleTable,
  TextLink,
} from '../../../ui/index.ts';
import { type Annex, type Duties, type Point, regulation } from '../directive/view.ts';
import css from './duties.module.css';
import { Findings } from './findings.tsx';
import { NotApplied } from './not-applied.tsx';

interface AnnexListProps {
  readonly view: Duties;
  readonly annex: Annex;
  readonly rows: readonly Point[];
}

/** The annex section by section, each row with its state, the room it leaves and what of it is not applied. */
export function AnnexList({ view, annex, rows }: AnnexListProps) {
  const say = useWords('nis2');
  const columns = useColumns();
  const sections = annex.sections.flatMap((section) => {
    const own = rows.filter((row) => row.section === section.id);
    return own.length > 0 ? [{ ...section, own }] : [];
  });
  if (sections.length === 0) return <EmptyState title={say('none-fits')} level={3} />;
  return sections.map(({ id, title, numbers, own }) => (
    <Section
      key={id}
      level={3}
      title={`${id} ${title}`}
      meta={<IntervalText interval={intervalOf(numbers)} />}
    >
      <SimpleTable
        caption={`${id} ${title}`}
        columns={columns}
        rows={own}
        keyOf={(row) => row.id}
        under={(row) => <Under view={view} row={row} />}
        stacks
        isOneStop
      />
    </Section>
  ));
}

function Under({ view, row }: { readonly view: Duties; readonly row: Point }) {
  const isFound = view.checks.some((check) => check.framework === regulation && check.row === row.id);
  if (!isFound && row.notApplied.length === 0 && row.applicability !== 'excluded') return null;
  return (
    <>
      <NotApplied row={row} />
      <Findings checks={view.checks} framework={regulation} row={row} />
    </>
  );
}

function useColumns(): SimpleColumn<Point>[] {
  const say = useWords('nis2');
  const [, change] = useAddress();
  return [
    {
      id: 'point',
      header: say('point'),
      isRowHeader: true,
      cell: ({ id, title }) => (
        <TextLink
          plain
          render={(dress) => <ToRequirement framework={regulation} requirement={id} {...dress} />}
        >
          <Id>{id}</Id> {title}
        </TextLink>
      ),
    },
    {
      id: 'state',
      header: say('state'),
      width: 200,
      cell: ({ mark, word }) => <StateMark mark={mark} word={word} wraps />,
    },
    {
      id: 'room',
      header: say('room'),
      width: 84,
      align: 'end',
      cell: ({ id, room }) =>
        room.length === 0 ? (
          <span className={css.quiet}>0</span>
        ) : (
          <span className={css.end}>
            <Button
              size="s"
              kind="quiet"
              aria-label={say('room-open', { id, count: room.length })}
              onPress={() => change({ points: id })}
            >
              {room.length}
            </Button>
          </span>
        ),
    },
  ];
}
