import { Suspense } from 'react';
import { Boundary, useAddress, useExpected, useWords } from '../../app/index.ts';
import { reports } from '../../publishing/index.ts';
import { Page, Skeleton, Tabs } from '../../ui/index.ts';
import { ExportsView } from './exports/exports-view.tsx';
import { Entities } from './registers/entities.tsx';
import { InWriting } from './registers/in-writing.tsx';
import { RegisterView } from './registers/register-view.tsx';
import { ReportsView } from './reports/reports-view.tsx';
import { type TabName, tabNames, tabOf } from './tab.ts';

const reads = {
  tab: tabNames,
  report: reports.map(({ name }) => name),
  pages: ['versions', 'pdf'],
  language: ['en', 'de', 'fr'],
  implementation: ['two', 'three'],
};

/** What is handed out and what is kept in writing: reports, exports, and the registers behind them. */
export function DocumentsRoom() {
  const say = useWords('documents');
  const [address, change] = useAddress();
  useExpected(reads);
  const tab = tabOf(address);
  const cleared = Object.fromEntries(Object.keys(address).map((member) => [member, undefined]));
  const { on, knownAt } = address;
  return (
    <Page title={say('room')} lead={say(`lead-${tab}`)}>
      <Tabs
        label={say('room')}
        tabs={tabNames.map((id) => ({ id, label: say(`tab-${id}`) }))}
        selected={tab}
        onSelect={(id) => change({ ...cleared, on, knownAt, tab: id })}
      >
        <Boundary place={tab}>
          <Suspense fallback={<Skeleton lines={8} />}>
            <Inside tab={tab} />
          </Suspense>
        </Boundary>
      </Tabs>
    </Page>
  );
}

function Inside({ tab }: { readonly tab: TabName }) {
  switch (tab) {
    case 'reports':
      return <ReportsView />;
    case 'exports':
      return <ExportsView />;
    case 'entities':
      return <Entities />;
    case 'documents':
      return (
        <>
          <InWriting />
          <RegisterView key={tab} name={tab} />
        </>
      );
    default:
      return <RegisterView key={tab} name={tab} />;
  }
}
