import { Suspense } from 'react';
import { Boundary, useAddress, useExpected, useReadOnly, useWords } from '../../app/index.ts';
import { Button, Page, PanelLayout, Skeleton, Tabs } from '../../ui/index.ts';
import { AddDialog } from './add/add-dialog.tsx';
import { BegunLine } from './add/begun.tsx';
import { CalendarTab } from './calendar/calendar-tab.tsx';
import css from './evidence.module.css';
import { type Names, useNames } from './names/use-names.ts';
import { PiecePanel } from './panel/piece-panel.tsx';
import { freshnesses, longest, outcomes, sources } from './pieces/filters.ts';
import { PiecesTab } from './pieces/pieces-tab.tsx';
import { CollectorsTab } from './practice/collectors-tab.tsx';
import { FrequenciesTab } from './practice/frequencies-tab.tsx';

const tabs = ['pieces', 'calendar', 'frequencies', 'collectors'] as const;
type TabName = (typeof tabs)[number];

const reads = {
  tab: tabs,
  freshness: freshnesses,
  outcome: outcomes,
  source: sources,
  control: { longest },
  by: { longest },
  text: { longest },
  month: 'month',
  do: ['add'],
} as const;

/** What leaves the address with the dialog that adds a piece. */
const closed = { do: undefined, draft: undefined, versionOf: undefined, for: undefined };

/** What shows that controls work: the pieces, what lapses when, how long they count and who sends them. */
export function EvidenceRoom() {
  const say = useWords('evidence');
  const names = useNames();
  const [search, change] = useAddress();
  useExpected(reads);
  const tab = tabs.find((each) => each === search.tab) ?? 'pieces';
  const open = tab === 'pieces' ? search.evidence : undefined;
  return (
    <PanelLayout panel={<PiecePanel named={open} names={names} />}>
      <Page fills title={say('title')} meta={<span>{say(`about.${tab}`)}</span>} actions={<AddButton />}>
        <BegunLine />
        <div className={css.whole}>
          <Tabs
            label={say('title')}
            tabs={tabs.map((id) => ({ id, label: say(`tab.${id}`) }))}
            selected={tab}
            onSelect={(id) => change({ tab: id === 'pieces' ? undefined : id, evidence: undefined })}
          >
            <Boundary place={tab}>
              <Suspense fallback={<Skeleton lines={12} asRows />}>
                <Inside tab={tab} names={names} />
              </Suspense>
            </Boundary>
          </Tabs>
        </div>
      </Page>
      {search.do === 'add' && (
        <Suspense fallback={null}>
          <AddDialog
            key={search.draft ?? search.versionOf ?? search.for ?? ''}
            names={names}
            onClose={() => change(closed, { replace: true })}
          />
        </Suspense>
      )}
    </PanelLayout>
  );
}

function Inside({ tab, names }: { readonly tab: TabName; readonly names: Names }) {
  if (tab === 'pieces') return <PiecesTab names={names} />;
  return (
    <div className={css.scrolls}>
      {tab === 'calendar' && <CalendarTab />}
      {tab === 'frequencies' && <FrequenciesTab />}
      {tab === 'collectors' && <CollectorsTab />}
    </div>
  );
}

/** The dialog stands in the address, so that a guide can lead there. */
function AddButton() {
  const say = useWords('evidence');
  const [, change] = useAddress();
  return (
    <Button
      kind="primary"
      mark="plus"
      reason={useReadOnly('evidence.record')}
      reasonAs="tooltip"
      onPress={() => change({ do: 'add' })}
    >
      {say('add')}
    </Button>
  );
}
