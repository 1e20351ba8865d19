import { ToRequirement, useAnswer, useFormat, useWords } from '../../../app/index.ts';
import {
  EmptyState,
  Id,
  IntervalRows,
  intervalOf,
  Section,
  type SimpleColumn,
  SimpleTable,
  TextLink,
} from '../../../ui/index.ts';
import { csf } from '../profile/view.ts';
import css from './compare.module.css';
import { type ComparedRow, type Comparison, differencesOf } from './compared.ts';
import { useDifferenceWords } from './use-difference-words.ts';

interface ComparedSidesProps {
  readonly asked: Readonly<Record<'profile' | 'with' | 'from' | 'to', string | undefined>>;
}

/** How both sides stand, and every outcome that differs. */
export function ComparedSides({ asked }: ComparedSidesProps) {
  const say = useWords('csf-profile');
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
  const comparison = useAnswer('profiles compare', given);
  const { rows, total } = comparison;
  return (
    <>
      <Sides comparison={comparison} />
      <Section title={say('differs', { count: rows.length, total })}>
        {rows.length === 0 ? (
          <EmptyState title={say('differs-nothing')} level={3} />
        ) : (
          <Differences rows={rows} />
        )}
      </Section>
    </>
  );
}

function Sides({ comparison: { from, to, tiers } }: { readonly comparison: Comparison }) {
  const say = useWords('csf-profile');
  const { day, number } = useFormat();
  const sides = [
    { id: 'from', side: from },
    { id: 'to', side: to },
  ];
  const nameOf = ({ side }: (typeof sides)[number]) =>
    `${side.profile?.name ?? say('no-profile')}, ${day(side.on)}`;
  const tierIn = (side: Comparison['from'], name: string) =>
    side.tiers[name as keyof typeof side.tiers]?.tier ?? say('tier-open');
  return (
    <div className={css.sides}>
      <IntervalRows
        caption={say('compare-caption')}
        size="m"
        rows={sides.map((each) => ({
          id: each.id,
          label: nameOf(each),
          interval: intervalOf(each.side.numbers),
        }))}
      />
      <SimpleTable
        caption={say('compare-figures')}
        columns={[
          { id: 'side', header: say('side'), isRowHeader: true, cell: nameOf },
          { id: 'gaps', header: say('gaps'), align: 'end', cell: ({ side }) => number(side.gaps) },
          { id: 'left', header: say('left-out'), align: 'end', cell: ({ side }) => number(side.notIncluded) },
          {
            id: 'mean',
            header: say('mean-score'),
            align: 'end',
            cell: ({ side }) => (side.score?.mean === undefined ? '–' : number(side.score.mean)),
          },
          ...tiers.map((name) => ({
            id: name,
            header: say(`tiers-${name}`),
            align: 'end' as const,
            cell: ({ side }: (typeof sides)[number]) => tierIn(side, name),
          })),
        ]}
        rows={sides}
        keyOf={({ id }) => id}
        stacks
      />
    </div>
  );
}

function Differences({ rows }: { readonly rows: readonly ComparedRow[] }) {
  const say = useWords('csf-profile');
  const wordOf = useDifferenceWords();
  const columns: SimpleColumn<ComparedRow>[] = [
    {
      id: 'outcome',
      header: say('outcome'),
      isRowHeader: true,
      cell: ({ id, title }) => (
        <TextLink plain render={(dress) => <ToRequirement framework={csf} requirement={id} {...dress} />}>
          <Id>{id}</Id> {title}
        </TextLink>
      ),
    },
    {
      id: 'differs',
      header: say('what-differs'),
      cell: (row) => (
        <ul className={css.differences}>
          {differencesOf(row).map(({ what, from, to }) => (
            <li key={what}>
              <span className={css.what}>{say(`differs-${what}`)}</span> {wordOf(what, from)} {'→'}{' '}
              <b>{wordOf(what, to)}</b>
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <SimpleTable
      caption={say('differs-caption')}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      stacks
    />
  );
}
