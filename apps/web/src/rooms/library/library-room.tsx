import { Suspense, useMemo, useState } from 'react';
import {
  useAddress,
  useExpected,
  useLateAnswer,
  usePaged,
  usePlace,
  useReadOnly,
  useWords,
} from '../../app/index.ts';
import { Button, Menu, Page, PanelLayout, Skeleton } from '../../ui/index.ts';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { FilterBar } from './find/filter-bar.tsx';
import { filterWords, mine, none, wantedIn } from './find/filters.ts';
import { type StandingView, standingViews } from './find/saved-views.ts';
import { useLabels } from './find/use-labels.ts';
import { type Names, useNames } from './find/use-names.ts';
import { ViewLine } from './find/view-line.tsx';
import { ImportDialog } from './import/import-dialog.tsx';
import { LibraryEmpty } from './library-empty.tsx';
import { ExportMenu } from './list/export-menu.tsx';
import { type Chosen, LibraryTable } from './list/library-table.tsx';
import { usePlaceInList } from './list/use-place-in-list.ts';
import { NewControl } from './new-control.tsx';
import { ControlPanel } from './panel/control-panel.tsx';
import { StarterDialog } from './starter/starter-dialog.tsx';

/** All controls of the organisation, one set for every framework. */
export function LibraryRoom() {
  const { me } = usePlace();
  const [search] = useAddress();
  const wanted = useMemo(() => wantedIn(search, me.person), [search, me.person]);
  const list = usePaged('controls list', wanted);
  const { counts, total, any } = useCounts(me.person);
  const names = useNames();
  const labelOf = useLabels(names);
  useLibraryAddress(names);
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const place = usePlaceInList(search.control, list, wanted);
  const openId =
    place.place === undefined ? search.control : (list.rowAt(place.place - 1)?.id ?? search.control);
  const shared = { names, labelOf, wanted };
  return (
    <PanelLayout panel={<ControlPanel named={search.control} {...{ names, labelOf, place }} />}>
      <Head
        {...shared}
        count={list.total ?? 0}
        total={total}
        hidden={list.answer?.hidden ?? 0}
        isEmpty={any === 0}
      >
        {any === 0 ? (
          <LibraryEmpty />
        ) : (
          <>
            <ViewLine counts={counts} />
            <FilterBar {...shared} />
            {chosen.size > 0 && (
              <BulkBar {...shared} chosen={chosen} onChoose={setChosen} found={list.total ?? 0} />
            )}
            {list.total === undefined ? (
              <Skeleton lines={12} asRows />
            ) : (
              <LibraryTable
                {...shared}
                {...{ list, total, openId, chosen }}
                me={me.person}
                onChoose={setChosen}
              />
            )}
          </>
        )}
      </Head>
      <Suspense fallback={null}>
        <Dialogs {...{ names, labelOf }} />
      </Suspense>
    </PanelLayout>
  );
}

/** What the list reads of the address, with the people, scopes and frameworks that there are. */
function useLibraryAddress({ people, scopes, frameworks }: Names): void {
  const ids = (all: readonly { readonly id: string }[]) => ({ ids: [none, ...all.map(({ id }) => id)] });
  useExpected({
    ...filterWords,
    do: ['import', 'starter', 'new'],
    owner: { ids: [mine, ...ids(people).ids] },
    scope: ids(scopes),
    framework: ids(frameworks),
  });
}

type Shared = Pick<Parameters<typeof ExportMenu>[0], 'names' | 'labelOf' | 'wanted' | 'count'>;

interface HeadProps extends Shared {
  readonly total: number | undefined;
  readonly hidden: number;
  /** The first step then stands in the page, not at its head. */
  readonly isEmpty: boolean;
  readonly children: React.ReactNode;
}

function Head({ total, hidden, isEmpty, children, ...exported }: HeadProps) {
  const say = useWords('library');
  const [, change] = useAddress();
  const readOnly = useReadOnly('controls.write');
  const meta = [
    ...(total === undefined || isEmpty ? [] : [say('meta', { count: total })]),
    ...(hidden > 0 ? [say('meta.hidden', { count: hidden })] : []),
  ].join(' ');
  return (
    <Page
      fills
      title={say('title')}
      meta={meta}
      actions={
        isEmpty ? undefined : (
          <>
            <Menu
              label={say('bring')}
              items={[
                {
                  id: 'import',
                  label: say('import'),
                  reason: readOnly,
                  onAction: () => change({ do: 'import' }),
                },
                {
                  id: 'starter',
                  label: say('starter'),
                  reason: readOnly,
                  onAction: () => change({ do: 'starter' }),
                },
              ]}
            />
            <ExportMenu {...exported} />
            <Button
              kind="primary"
              mark="plus"
              reason={readOnly}
              reasonAs="tooltip"
              onPress={() => change({ do: 'new' })}
            >
              {say('new')}
            </Button>
          </>
        )
      }
    >
      {children}
    </Page>
  );
}

type DialogProps = Omit<Shared, 'wanted' | 'count'>;

/** What is done to the library as a whole stands in the address too, so that a guide can lead there. */
function Dialogs({ names, labelOf }: DialogProps) {
  const [search, change] = useAddress();
  const close = () => change({ do: undefined }, { replace: true });
  if (search.do === 'import') return <ImportDialog onClose={close} />;
  if (search.do === 'starter') return <StarterDialog names={names} onClose={close} />;
  if (search.do === 'new') return <NewControl labelOf={labelOf} onClose={close} />;
  return null;
}

interface Counts {
  readonly counts: Readonly<Partial<Record<StandingView, number | undefined>>>;
  /** Controls in use; undefined until it is known. */
  readonly total: number | undefined;
  /** Retired ones too, and those that may not be seen. */
  readonly any: number | undefined;
}

function useCounts(me: string): Counts {
  const { data } = useLateAnswer('controls list', { limit: 1, facets: true, retired: false });
  const narrowed = {
    'to-renew': useTotal('to-renew', me),
    'no-owner': useTotal('no-owner', me),
    failed: useTotal('failed', me),
    unconfirmed: useTotal('unconfirmed', me),
  };
  if (!data?.facets) return { counts: {}, total: undefined, any: undefined };
  const { owner, retired } = data.facets;
  const count = (facet: typeof owner, ...values: readonly string[]) =>
    facet.filter(({ value }) => values.includes(value)).reduce((sum, each) => sum + each.count, 0);
  return {
    counts: { all: data.total, mine: count(owner, me), ...narrowed },
    total: data.total,
    any: count(retired, 'true', 'false') + data.hidden,
  };
}

/** How many a standing view shows: the very question that the list asks once it is chosen. */
function useTotal(view: StandingView, me: string): number | undefined {
  const { search = {} } = standingViews.find(({ id }) => id === view) ?? {};
  return useLateAnswer('controls list', { ...wantedIn(search, me), limit: 1 }).data?.total;
}
