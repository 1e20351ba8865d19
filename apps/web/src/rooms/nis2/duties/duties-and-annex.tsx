import { useAddress, useWords } from '../../../app/index.ts';
import {
  Columns,
  EmptyState,
  IntervalLegend,
  IntervalRows,
  intervalOf,
  Note,
  Section,
  Stack,
} from '../../../ui/index.ts';
import type { Duties } from '../directive/view.ts';
import { AnnexList } from './annex-list.tsx';
import { DutyFilters } from './duty-filters.tsx';
import { DutyList } from './duty-list.tsx';
import { wantedDuties, wantedPoints } from './wanted.ts';

/** The duties of the directive beside the annex that details them, each with its state. */
export function DutiesAndAnnex({ view }: { readonly view: Duties }) {
  const say = useWords('nis2');
  const [{ q, state, article, duty }] = useAddress();
  const wanted = { q, state, article, duty };
  const duties = wantedDuties(view.rows, wanted);
  const points = wantedPoints(view.technical?.rows ?? [], wanted);
  return (
    <Stack gap="l">
      <Bars view={view} />
      {view.technical && <Note tone={noteTone(view)}>{view.technical.applies.sentence}</Note>}
      <DutyFilters view={view} shown={[duties.length, points.length]} />
      <Columns of="6-6">
        <Section title={say('duties')} meta={say('duties-of')}>
          <DutyList view={view} rows={duties} />
        </Section>
        <Section title={say('annex')} meta={say('annex-of')}>
          {view.technical ? (
            <AnnexList view={view} annex={view.technical} rows={points} />
          ) : (
            <EmptyState title={say('no-annex')} level={3}>
              {say('no-annex-say')}
            </EmptyState>
          )}
        </Section>
      </Columns>
    </Stack>
  );
}

function noteTone({ technical }: Duties) {
  return technical?.applies.standing === 'unknown' ? 'unk' : 'info';
}

function Bars({ view }: { readonly view: Duties }) {
  const say = useWords('nis2');
  const { numbers, technical } = view;
  const rows = [
    { id: 'duties', label: say('duties'), interval: intervalOf(numbers) },
    ...(technical ? [{ id: 'annex', label: say('annex'), interval: intervalOf(technical.numbers) }] : []),
  ];
  return (
    <div>
      <IntervalRows caption={say('bars')} rows={rows} size="m" />
      <IntervalLegend />
    </div>
  );
}
