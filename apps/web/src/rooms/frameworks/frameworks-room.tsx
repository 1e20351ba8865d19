import { Suspense, useState } from 'react';
import { useAddress, useAnswer, useExpected, useReadOnly, useWords } from '../../app/index.ts';
import { Button, Page, Skeleton, Tabs } from '../../ui/index.ts';
import { Crosswalks } from './crosswalks/crosswalks.tsx';
import { ImportDialog } from './import/import-dialog.tsx';
import { FrameworkList } from './list/framework-list.tsx';
import { SideBySide } from './side-by-side/side-by-side.tsx';
import { FrameworkPage } from './tree/framework-page.tsx';

const tabs = ['list', 'side-by-side', 'crosswalks'] as const;

/** The frameworks: which we answer to, how each stands, and how they lie to each other. */
export function FrameworksRoom() {
  const [{ framework }] = useAddress();
  return framework === undefined ? (
    <AllFrameworks />
  ) : (
    <FrameworkPage key={framework} framework={framework} />
  );
}

function AllFrameworks() {
  const say = useWords('frameworks');
  const [{ tab }, change] = useAddress();
  const [isImporting, setImporting] = useState(false);
  const { rows, crosswalks } = useAnswer('catalogue list');
  useExpected({ tab: tabs, crosswalk: { ids: crosswalks.map(({ id }) => id) } });
  const selected = tabs.find((each) => each === tab) ?? 'list';
  const adopted = rows.filter((row) => 'adopted' in row).length;
  return (
    <Page
      title={say('title')}
      lead={say(adopted === 0 ? 'lead-none' : 'lead', { count: adopted, all: rows.length })}
      actions={
        <Button mark="upload" onPress={() => setImporting(true)} reason={useReadOnly('governance.write')}>
          {say('import-open')}
        </Button>
      }
    >
      <Tabs
        label={say('title')}
        selected={selected}
        onSelect={(id) => change({ tab: id === 'list' ? undefined : id })}
        tabs={tabs.map((id) => ({
          id,
          label: say(`tab.${id}`),
          ...(id === 'crosswalks' ? { count: crosswalks.length } : {}),
        }))}
      >
        <Suspense fallback={<Skeleton lines={8} />}>
          {selected === 'list' && <FrameworkList />}
          {selected === 'side-by-side' && <SideBySide />}
          {selected === 'crosswalks' && <Crosswalks />}
        </Suspense>
      </Tabs>
      {isImporting && <ImportDialog onClose={() => setImporting(false)} />}
    </Page>
  );
}
