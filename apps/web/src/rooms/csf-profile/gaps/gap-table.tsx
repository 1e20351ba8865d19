import { useAddress, useFormat, useWords } from '../../../app/index.ts';
import { StateMark } from '../../../states/index.ts';
import { Button, EmptyState, Id, type SimpleColumn, SimpleTable } from '../../../ui/index.ts';
import { type CsfView, type Gap, personIn } from '../profile/view.ts';
import css from './gaps.module.css';

/** Every gap, the most urgent first, with what would close it and what else that closes. */
export function GapTable({ view }: { readonly view: CsfView }) {
  const say = useWords('csf-profile');
  const columns = useGapColumns(view);
  const open = useOpenOutcome(view);
  const why = whyNoGap(view);
  const empty = (
    <EmptyState title={say(why === 'no-gaps-say' ? 'no-gaps' : 'nothing-wanted')}>{say(why)}</EmptyState>
  );
  return (
    <SimpleTable
      caption={say('gaps-caption')}
      columns={[{ id: 'outcome', header: say('outcome'), isRowHeader: true, cell: name(open) }, ...columns]}
      rows={view.gaps}
      keyOf={({ requirement }) => requirement}
      empty={empty}
      stacks
      isOneStop
    />
  );
}

/** Words for a profile without a gap: where nothing is wanted, nothing is reached either. */
export function whyNoGap({ profile, rows }: CsfView): string {
  if (!profile) return 'no-profile-gaps';
  return rows.some(({ target }) => target?.wanted) ? 'no-gaps-say' : 'nothing-wanted-say';
}

function name(open: (outcome: string) => void) {
  return function OutcomeName({ requirement, title }: Gap) {
    return (
      <span className={css.name}>
        <Button kind="quiet" size="s" isContent onPress={() => open(requirement)}>
          <Id>{requirement}</Id> {title}
        </Button>
      </span>
    );
  };
}

/** Opens an outcome in the panel of its category. */
export function useOpenOutcome({ rows }: CsfView): (outcome: string) => void {
  const [, change] = useAddress();
  return (outcome) => change({ outcome, category: rows.find(({ id }) => id === outcome)?.category });
}

function useGapColumns(view: CsfView): readonly SimpleColumn<Gap>[] {
  const say = useWords('csf-profile');
  const { day, number } = useFormat();
  const rowOf = (gap: Gap) => view.rows.find(({ id }) => id === gap.requirement);
  const closedBy = ({ closedBy: codes, hiddenControls }: Gap) =>
    codes.length + hiddenControls === 0
      ? say('no-control')
      : [
          ...codes.map(({ code }) => code),
          ...(hiddenControls > 0 ? [say('and-more', { count: hiddenControls })] : []),
        ].join(', ');
  return [
    {
      id: 'state',
      header: say('state'),
      width: 190,
      cell: (gap) => <StateMark mark={rowOf(gap)?.mark ?? 'unknown'} word={gap.word} wraps />,
    },
    {
      id: 'lacking',
      header: say('lacks'),
      cell: (gap) => <LackingWords gap={gap} />,
    },
    {
      id: 'priority',
      header: say('priority'),
      cell: ({ priority }) => priority && say(`priority-${priority}`),
    },
    {
      id: 'due',
      header: say('by-day'),
      cell: ({ due }) => due && <span className={css.day}>{day(due)}</span>,
    },
    { id: 'owner', header: say('owner'), cell: ({ owner }) => personIn(view, owner) },
    { id: 'closed-by', header: say('closed-by'), cell: closedBy },
    {
      id: 'also',
      header: say('also'),
      align: 'end',
      cell: ({ affected }) => number(affected.length),
    },
    {
      id: 'actions',
      header: say('actions'),
      align: 'end',
      cell: ({ actions }) => number(actions),
    },
  ];
}

function LackingWords({ gap: { missing, levels } }: { readonly gap: Gap }) {
  const say = useWords('csf-profile');
  const { number } = useFormat();
  return (
    <>
      {missing.map((each) => say(`lacking-${each}`)).join(', ')}
      {levels !== undefined &&
        levels > 0 &&
        ` ${say('levels-short', { count: levels, number: number(levels) })}`}
    </>
  );
}
