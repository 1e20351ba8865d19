import { dayAfter, To, useAddress, useFormat, usePlace, useWhen, useWords } from '../../../app/index.ts';
import { ActionMark } from '../../../states/index.ts';
import { Button, EmptyState, TextLink, Timeline } from '../../../ui/index.ts';
import css from '../actions.module.css';
import { Filters, noFilters } from '../list/filters.tsx';
import { NoActions } from '../list/no-actions.tsx';
import { type ActionRow, inOrder, isWanted, stateOf, wantedIn } from '../list/wanted.ts';
import { spansOf } from './spans.ts';

const daysBack = 180;
const mostDrawn = 200;

/** From when to when each action runs. */
export function TimeLine({ rows }: { readonly rows: readonly ActionRow[] }) {
  const say = useWords('actions');
  const [search, change] = useAddress();
  const { me, today } = usePlace();
  const { on = today } = useWhen();
  const wanted = wantedIn(search);
  const shown = inOrder(
    rows.filter((row) => isWanted(row, wanted, me.person)),
    me.person,
  );
  const { spans, from, to, undated } = spansOf(shown, on, dayAfter(on, -daysBack));
  if (rows.length === 0) return <NoActions />;
  return (
    <>
      <Filters />
      <div className={css.scroll}>
        {spans.length === 0 ? (
          <EmptyState
            title={say(undated === 0 ? 'no-match' : 'time.none')}
            actions={<Button onPress={() => change(noFilters)}>{say('no-match.open')}</Button>}
          />
        ) : (
          <Timeline
            caption={say('time.caption')}
            heads={{ label: say('column.title'), meta: say('time.meta') }}
            from={from}
            to={dayAfter(to, 7)}
            days={[{ on, label: say('time.today'), strong: true }]}
            bars={spans.slice(0, mostDrawn).map((span) => barOf(span))}
          />
        )}
        <p className={css.quiet}>
          {undated > 0 && say('time.undated', { count: undated })}
          {spans.length > mostDrawn && ` ${say('time.more', { count: spans.length - mostDrawn })}`}
        </p>
      </div>
    </>
  );
}

function barOf({ row, from, to }: ReturnType<typeof spansOf>['spans'][number]) {
  return {
    id: row.id,
    from,
    to,
    done: row.status === 'open' ? 0 : 1,
    label: <Title row={row} />,
    meta: <Meta row={row} />,
  };
}

function Meta({ row }: { readonly row: ActionRow }) {
  const say = useWords('actions');
  const { day } = useFormat();
  return (
    <span className={css.meta}>
      {row.ownerName ?? say('nobody')}
      <ActionMark code={stateOf(row)}>{day(row.closedOn ?? row.due ?? '')}</ActionMark>
    </span>
  );
}

/** Opens the action beside the line; what the line is narrowed by stays. */
function Title({ row: { id, title } }: { readonly row: ActionRow }) {
  const [search] = useAddress();
  return (
    <TextLink plain render={(dress) => <To room="actions" search={{ ...search, action: id }} {...dress} />}>
      {title}
    </TextLink>
  );
}
