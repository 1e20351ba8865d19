import { Suspense } from 'react';
import { Boundary, useAddress, useExpected, useWords } from '../../app/index.ts';
import { Page, Skeleton, Tabs } from '../../ui/index.ts';
import { CommandsTab } from './commands/commands-tab.tsx';
import { recordIn } from './record/record-name.ts';
import { RecordTab } from './record/record-tab.tsx';
import { TimeTab } from './time/time-tab.tsx';
import { TrustTab } from './trust/trust-tab.tsx';

const tabs = ['time', 'commands', 'record', 'trust'] as const;
type TabName = (typeof tabs)[number];

const reads = {
  tab: tabs,
  known: ['then', 'now'],
  at: 'entry',
  entry: 'entry',
  day: 'day',
  until: 'day',
  from: 'day',
  to: 'day',
} as const;

/** What could be shown on which day, who did what, and whether the ledger can be trusted. */
export function HistoryRoom() {
  const say = useWords('history');
  const [search, change] = useAddress();
  useExpected({ ...reads, record: recordIn(search.record) ? undefined : [] });
  const first = search.record === undefined ? 'time' : 'record';
  const tab = tabs.find((each) => each === search.tab) ?? first;
  return (
    <Page title={say(`title.${tab}`)} lead={say(`lead.${tab}`)}>
      <Tabs
        label={say('tabs')}
        tabs={tabs.map((id) => ({ id, label: say(`tab.${id}`) }))}
        selected={tab}
        onSelect={(id) => change({ tab: id })}
      >
        <Boundary place={tab}>
          <Suspense fallback={<Skeleton lines={12} />}>
            <Inside tab={tab} />
          </Suspense>
        </Boundary>
      </Tabs>
    </Page>
  );
}

function Inside({ tab }: { readonly tab: TabName }) {
  switch (tab) {
    case 'time':
      return <TimeTab />;
    case 'commands':
      return <CommandsTab />;
    case 'record':
      return <RecordTab />;
    default:
      return <TrustTab />;
  }
}
