import { Outlet, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAnswer } from '../answers/use-answer.ts';
import { forgetDrafts, isBeyond } from '../drafts/index.ts';
import { type Place, PlaceProvider } from '../place/place.tsx';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';

/** An organisation as the address names it: who looks, in which zone, and the frame around its rooms. */
export function OpenOrganisation() {
  const { organisation } = useParams({ strict: false }) as { organisation: string };
  const me = useAnswer('me');
  useEffect(() => {
    const organisations = me.organisations.map(({ id }) => id);
    void forgetDrafts(isBeyond({ person: me.person, organisations }));
  }, [me]);
  const found = me.organisations.find(({ id }) => id === organisation);
  if (!found) return <NotFound />;
  return <Opened organisation={organisation} me={me} found={found} />;
}

type Me = ReturnType<typeof useAnswer<'me'>>;

function Opened({
  organisation,
  me,
  found,
}: {
  organisation: string;
  me: Me;
  found: Me['organisations'][number];
}) {
  const place: Place = {
    organisation,
    name: found.name,
    zone: found.zone,
    today: found.today,
    isDemo: found.demo === true,
    me: { person: me.person, name: me.name },
    permissions: found.permissions,
  };
  return (
    <PlaceProvider place={place}>
      <Shell>
        <Outlet />
      </Shell>
    </PlaceProvider>
  );
}
