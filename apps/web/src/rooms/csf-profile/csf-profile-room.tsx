import { Suspense } from 'react';
import { To, useAddress, useAnswer, useExpected, usePlace, useReadOnly, useWords } from '../../app/index.ts';
import { TakeMenu } from '../../publishing/index.ts';
import { Button, EmptyState, LinkButton, Page, PanelLayout, Tabs, useWide } from '../../ui/index.ts';
import { CompareSection } from './compare/compare-section.tsx';
import { GapTable } from './gaps/gap-table.tsx';
import { ProfileDialogs } from './keep/profile-dialogs.tsx';
import { ProfileMenu } from './keep/profile-menu.tsx';
import { Overview } from './overview.tsx';
import { CategoryPanel } from './panel/category-panel.tsx';
import { type CsfView, csf, type ProfileKept } from './profile/view.ts';
import css from './room.module.css';
import { TakeInDialog } from './take-in/take-in-dialog.tsx';

/** CSWP 29, 3.1: where the organisation stands, where it wants to be, and the way there. */
export function CsfProfileRoom() {
  const { frameworks } = useAnswer('organisations show');
  const { permissions } = usePlace();
  if (!frameworks.some(({ framework }) => framework === csf)) return <NotAdopted />;
  return permissions.includes('programme.read') ? <Chosen /> : <Room profiles={[]} chosen={undefined} />;
}

function NotAdopted() {
  const say = useWords('csf-profile');
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
    </Page>
  );
}

/** The profile that the address names, else the kept one that wants most. */
function Chosen() {
  const [{ profile }] = useAddress();
  const { rows, on } = useAnswer('profiles list', { framework: csf });
  const kept = rows.filter(({ retiredOn }) => retiredOn === undefined || retiredOn > on);
  return <Room profiles={rows} chosen={rows.find(({ id }) => id === profile) ?? mostWanted(kept)} />;
}

function mostWanted(kept: readonly ProfileKept[]): ProfileKept | undefined {
  return [...kept].sort((one, other) => other.targets - one.targets)[0];
}

const reads = {
  by: ['results', 'scores'],
  dialog: ['create', 'change', 'scale', 'retire', 'take-in'],
  plan: ['list', 'line'],
  show: ['overview', 'gaps', 'compare'],
};

interface RoomProps {
  readonly profiles: readonly ProfileKept[];
  readonly chosen: ProfileKept | undefined;
}

function Room({ profiles, chosen }: RoomProps) {
  const say = useWords('csf-profile');
  const [{ dialog, profile }] = useAddress();
  useExpected({ ...reads, profile: { ids: profiles.map(({ id }) => id) } });
  const named = chosen?.id ?? profile;
  const view = useAnswer('view csf-profile', named ? { profile: named } : {});
  return (
    <PanelLayout panel={<CategoryPanel view={view} />}>
      <div className={css.room}>
        <Page
          title={say('title')}
          meta={view.scope.name}
          lead={<Lead view={view} />}
          actions={<Deeds profiles={profiles} chosen={chosen} />}
        >
          {view.profile ? null : <NoProfile />}
          <Views view={view} profiles={profiles} chosen={chosen} />
        </Page>
      </div>
      <Suspense fallback={null}>
        <ProfileDialogs chosen={chosen} />
        {dialog === 'take-in' && chosen && <TakeInDialog profile={chosen} />}
      </Suspense>
    </PanelLayout>
  );
}

function Lead({ view }: { readonly view: CsfView }) {
  const say = useWords('csf-profile');
  const { numbers, gaps, rows, profile } = view;
  const wanted = rows.filter(({ included, target }) => included && target?.wanted).length;
  const { n: of, met, possible } = numbers;
  const stands = say('lead', { count: met, possible, of });
  if (!profile) return stands;
  if (wanted === 0) return `${stands} ${say('lead-nothing-wanted')}`;
  const aim = say('lead-wanted', { reached: wanted - gaps.length, count: wanted });
  return `${stands} ${aim}`;
}

function Deeds({ profiles, chosen }: RoomProps) {
  const say = useWords('csf-profile');
  const [, change] = useAddress();
  const denied = useReadOnly('profiles.write');
  const isPhone = !useWide(480);
  const reason =
    chosen === undefined ? say('profile-first') : chosen.retiredOn ? say('retired-reads-only') : denied;
  return (
    <>
      <ProfileMenu profiles={profiles} chosen={chosen} />
      <TakeMenu report="csf-profile" choices={{ profile: chosen?.id }} isSign={isPhone} />
      <Button
        kind={chosen && chosen.targets > 0 ? 'plain' : 'primary'}
        reason={reason}
        reasonAs="tooltip"
        onPress={() => change({ dialog: 'take-in' })}
      >
        {say('take-in')}
      </Button>
    </>
  );
}

function NoProfile() {
  const say = useWords('csf-profile');
  const [, change] = useAddress();
  const reason = useReadOnly('profiles.write');
  const create = (
    <Button reason={reason} onPress={() => change({ dialog: 'create' })}>
      {say('create-profile')}
    </Button>
  );
  return (
    <EmptyState title={say('no-profile-yet')} actions={create}>
      {say('no-profile-say')}
    </EmptyState>
  );
}

function Views({ view, profiles, chosen }: RoomProps & { readonly view: CsfView }) {
  const say = useWords('csf-profile');
  const [{ show }, change] = useAddress();
  const tabs = [
    { id: 'overview', label: say('show-overview') },
    { id: 'gaps', label: say('show-gaps'), count: view.gaps.length },
    ...(chosen ? [{ id: 'compare', label: say('show-compare') }] : []),
  ];
  const selected = tabs.find(({ id }) => id === show)?.id ?? 'overview';
  return (
    <Tabs
      label={say('show')}
      tabs={tabs}
      selected={selected}
      onSelect={(id) => change({ show: id === 'overview' ? undefined : id })}
    >
      {selected === 'overview' && <Overview view={view} />}
      {selected === 'gaps' && <GapTable view={view} />}
      {selected === 'compare' && chosen && <CompareSection profiles={profiles} profile={chosen} />}
    </Tabs>
  );
}
