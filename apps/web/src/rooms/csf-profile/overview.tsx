import { Suspense } from 'react';
import { useAddress, useWords } from '../../app/index.ts';
import { Button, Columns, Note, Section, Skeleton, Stack } from '../../ui/index.ts';
import { LargestGaps } from './gaps/largest-gaps.tsx';
import { ProfileMap } from './map/profile-map.tsx';
import { ActionPlan } from './plan/action-plan.tsx';
import type { CsfView } from './profile/view.ts';
import { Tiers } from './tiers/tiers.tsx';

/** The profile at a glance: the map, the tiers apart from it, the most urgent gaps, and the plan. */
export function Overview({ view }: { readonly view: CsfView }) {
  const [{ category, outcome }] = useAddress();
  // The panel takes a third of the page: what stood beside the map goes under it.
  const isBeside = category !== undefined || outcome !== undefined;
  return (
    <Stack gap="l">
      <Columns of={isBeside ? '12' : '8-4'}>
        <ProfileMap view={view} />
        <Stack gap="l">
          {view.profile && <Tiers view={view} />}
          <LargestGaps view={view} />
        </Stack>
      </Columns>
      <Checks view={view} />
      {view.profile && (
        <Suspense fallback={<Skeleton lines={6} asRows />}>
          <ActionPlan view={view} />
        </Suspense>
      )}
      {view.profile?.assumptions && <Assumptions text={view.profile.assumptions} />}
    </Stack>
  );
}

function Assumptions({ text }: { readonly text: string }) {
  const say = useWords('csf-profile');
  return (
    <Section title={say('assumptions')}>
      <p>{text}</p>
    </Section>
  );
}

/** What of the profile does not hold together; each leads to where it is mended. */
function Checks({ view }: { readonly view: CsfView }) {
  const say = useWords('csf-profile');
  const [, change] = useAddress();
  const { checks, rows } = view;
  if (checks.length === 0) return null;
  const open = (row: string) => {
    const outcome = rows.find(({ id }) => id === row);
    change(outcome ? { category: outcome.category, outcome: row } : { category: row, outcome: undefined });
  };
  return (
    <Note tone="part" mark="warning" title={say('checks', { count: checks.length })}>
      <ul>
        {checks.map(({ id, row, message }) => (
          <li key={`${id} ${row}`}>
            {message}{' '}
            <Button size="s" kind="quiet" onPress={() => open(row)}>
              {say('open-row', { id: row })}
            </Button>
          </li>
        ))}
      </ul>
    </Note>
  );
}
