import { Suspense } from 'react';
import { Boundary, useAddress, useExpected, useReadOnly, useWords } from '../../app/index.ts';
import { Button, Page, PanelLayout, Skeleton, Tabs } from '../../ui/index.ts';
import css from './actions.module.css';
import { NewAction } from './add/new-action.tsx';
import { Board } from './board/board.tsx';
import { CalendarDialog } from './calendar-dialog.tsx';
import { DueView } from './due/due-view.tsx';
import { dueKinds, horizons } from './due/due-weeks.ts';
import { LapsesView } from './due/lapses-view.tsx';
import { ActionList } from './list/action-list.tsx';
import { useActions } from './list/use-actions.ts';
import { standings, subjectKinds } from './list/wanted.ts';
import { ActionPanel } from './panel/action-panel.tsx';
import { TimeLine } from './time/time-line.tsx';

const views = ['list', 'board', 'time-line', 'due', 'lapses'] as const;
type View = (typeof views)[number];

const reads = {
  view: views,
  status: standings,
  about: subjectKinds,
  within: horizons,
  kind: { anyOf: dueKinds },
  late: ['yes'],
  do: ['new', 'calendar'],
};

/** What is to be done and what is due, over the whole programme. */
export function ActionsRoom() {
  const say = useWords('actions');
  const [{ view }, change] = useAddress();
  useExpected(reads);
  const shown = views.find((each) => each === view) ?? 'list';
  return (
    <PanelLayout panel={<ActionPanel />}>
      <Page fills title={say('title')} actions={<Deeds />}>
        <div className={css.tabs}>
          <Tabs
            label={say('views')}
            tabs={views.map((id) => ({ id, label: say(`view.${id}`) }))}
            selected={shown}
            onSelect={(id) => change({ view: id === 'list' ? undefined : id })}
          >
            <div className={css.body}>
              <Boundary place={shown}>
                <Suspense fallback={<Skeleton lines={12} asRows />}>
                  <Shown view={shown} />
                </Suspense>
              </Boundary>
            </div>
          </Tabs>
        </div>
      </Page>
      <Suspense fallback={null}>
        <Dialogs />
      </Suspense>
    </PanelLayout>
  );
}

function Shown({ view }: { readonly view: View }) {
  if (view === 'due') return <DueView />;
  if (view === 'lapses') return <LapsesView />;
  return <Planned view={view} />;
}

function Planned({ view }: { readonly view: Exclude<View, 'due' | 'lapses'> }) {
  const say = useWords('actions');
  const { rows, total, hidden } = useActions();
  if (total === undefined) return <Skeleton lines={12} asRows />;
  return (
    <>
      {view === 'list' && <ActionList rows={rows} />}
      {view === 'board' && <Board rows={rows} />}
      {view === 'time-line' && <TimeLine rows={rows} />}
      {hidden > 0 && <p className={css.quiet}>{say('hidden', { count: hidden })}</p>}
    </>
  );
}

function Deeds() {
  const say = useWords('actions');
  const [, change] = useAddress();
  const reason = useReadOnly('actions.write');
  return (
    <>
      <Button mark="calendar" onPress={() => change({ do: 'calendar' })}>
        {say('calendar')}
      </Button>
      <Button
        kind="primary"
        mark="plus"
        reason={reason}
        reasonAs="tooltip"
        onPress={() => change({ do: 'new' })}
      >
        {say('add')}
      </Button>
    </>
  );
}

/** They stand in the address too, so that other rooms can lead to them: `do=new&closes=requirement:…`. */
function Dialogs() {
  const [search, change] = useAddress();
  const close = () => change({ do: undefined, closes: undefined, title: undefined }, { replace: true });
  if (search.do === 'new') return <NewAction onClose={close} />;
  if (search.do === 'calendar') return <CalendarDialog onClose={close} />;
  return null;
}
