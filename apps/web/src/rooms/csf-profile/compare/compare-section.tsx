import { Suspense } from 'react';
import {
  isDay,
  useAddress,
  useAnswer,
  useExpected,
  usePlace,
  useWhen,
  useWords,
} from '../../../app/index.ts';
import { DateField, FieldRow, SelectField, Skeleton, Stack } from '../../../ui/index.ts';
import type { ProfileKept } from '../profile/view.ts';
import { ComparedSides } from './compared-sides.tsx';
import { startOf } from './start-of.ts';

interface CompareSectionProps {
  readonly profiles: readonly ProfileKept[];
  readonly profile: ProfileKept;
}

/** The profile on two days, or beside another; both stand in the address. */
export function CompareSection({ profiles, profile }: CompareSectionProps) {
  const say = useWords('csf-profile');
  const [search, change] = useAddress();
  const { today } = usePlace();
  const { on } = useWhen();
  const others = profiles.filter(({ id }) => id !== profile.id);
  useExpected({ with: { ids: others.map(({ id }) => id) }, from: 'day', to: 'day' });
  const other = others.find(({ id }) => id === search.with)?.id;
  const [from, to] = [search.from, search.to].map((day) => (isDay(day) ? day : undefined));
  const last = on ?? today;
  const { begins } = useAnswer('position');
  // Another profile is compared on the same day, unless one is chosen.
  const start = from ?? (other === undefined ? startOf(to ?? last, begins) : undefined);
  return (
    <Stack>
      <FieldRow of={3}>
        {others.length > 0 && (
          <SelectField
            label={say('compare-with')}
            none={say('compare-itself')}
            options={others.map(({ id, name }) => ({ id, label: name }))}
            value={other}
            onChange={(id) => change({ with: id })}
          />
        )}
        <DateField
          label={say('compare-from')}
          description={other ? undefined : say('compare-from-says')}
          value={from}
          onChange={(day) => change({ from: day })}
          max={to ?? last}
        />
        <DateField
          label={say('compare-to')}
          value={to ?? last}
          onChange={(day) => change({ to: day })}
          max={last}
        />
      </FieldRow>
      <Suspense fallback={<Skeleton lines={10} asRows />}>
        <ComparedSides asked={{ profile: profile.id, with: other, from: start, to }} />
      </Suspense>
    </Stack>
  );
}
