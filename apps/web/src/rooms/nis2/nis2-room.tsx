import { Suspense } from 'react';
import {
  To,
  useAddress,
  useAnswer,
  useExpected,
  useLateAnswer,
  usePlace,
  useWords,
} from '../../app/index.ts';
import { TakeMenu } from '../../publishing/index.ts';
import { EmptyState, LinkButton, Page, Skeleton, Tabs } from '../../ui/index.ts';
import { Classes } from './class/classes.tsx';
import { type Duties, directive } from './directive/view.ts';
import { DutiesAndAnnex } from './duties/duties-and-annex.tsx';
import { AgainstIso } from './iso/against-iso.tsx';
import { PointsDialog } from './points/points-dialog.tsx';

/** Directive (EU) 2022/2555: who is bound, the duties and the annex, and what ISO/IEC 27001 answers already. */
export function Nis2Room() {
  const { frameworks } = useAnswer('organisations show');
  return frameworks.some(({ framework }) => framework === directive) ? <Adopted /> : <NotAdopted />;
}

function Adopted() {
  const say = useWords('nis2');
  const view = useAnswer('view nis2-duties');
  return (
    <Page
      title={say('title')}
      meta={view.scope.name}
      lead={<Lead view={view} />}
      actions={<TakeMenu report="nis2-compliance" />}
    >
      <Views view={view} />
      <Suspense fallback={null}>
        <PointsDialog view={view} />
      </Suspense>
    </Page>
  );
}

function NotAdopted() {
  const say = useWords('nis2');
  const { permissions } = usePlace();
  const go = (
    <LinkButton kind="primary" render={(dress) => <To room="frameworks" {...dress} />}>
      {say('adopt')}
    </LinkButton>
  );
  return (
    <Page title={say('title')}>
      <EmptyState title={say('not-adopted')} actions={go}>
        {say('not-adopted-say')}
      </EmptyState>
      {permissions.includes('programme.read') && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <Classes />
        </Suspense>
      )}
    </Page>
  );
}

/** The class of the entities in a sentence, where one may know it, and how many duties are met. */
function Lead({ view: { numbers, checked } }: { readonly view: Duties }) {
  const say = useWords('nis2');
  const { permissions } = usePlace();
  const { data } = useLateAnswer('view nis2-class', {}, { enabled: permissions.includes('programme.read') });
  const [first, ...others] = data?.rows ?? [];
  const { n: of, met, possible } = numbers;
  return (
    <>
      {first && others.length === 0 && `${first.sentence} `}
      {say('lead', { count: met, possible, of })} {checked.E > 0 && say('lead-errors', { count: checked.E })}
    </>
  );
}

function Views({ view }: { readonly view: Duties }) {
  const say = useWords('nis2');
  const [{ show }, change] = useAddress();
  const { permissions } = usePlace();
  const tabs = [
    { id: 'duties', label: say('show-duties') },
    { id: 'iso', label: say('show-iso') },
    ...(permissions.includes('programme.read') ? [{ id: 'class', label: say('show-class') }] : []),
  ];
  useExpected({ show: tabs.map(({ id }) => id) });
  const selected = tabs.find(({ id }) => id === show)?.id ?? 'duties';
  return (
    <Tabs
      label={say('show')}
      tabs={tabs}
      selected={selected}
      onSelect={(id) => change({ show: id === 'duties' ? undefined : id })}
    >
      <Suspense fallback={<Skeleton lines={10} asRows />}>
        {selected === 'duties' && <DutiesAndAnnex view={view} />}
        {selected === 'iso' && <AgainstIso view={view} />}
        {selected === 'class' && <Classes />}
      </Suspense>
    </Tabs>
  );
}
