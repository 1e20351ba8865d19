import { useAddress, useExpected, useWords } from '../../../app/index.ts';
import { Dialog, Id, type SimpleColumn, SimpleTable, Stack } from '../../../ui/index.ts';
import type { Duties, Point } from '../directive/view.ts';
import { NotApplied } from '../duties/not-applied.tsx';
import { PointForm } from './point-form.tsx';

type Room = Point['room'][number];

/** Where a requirement of the annex leaves room, and the decisions on it (Article 2(2) of the regulation). */
export function PointsDialog({ view }: { readonly view: Duties }) {
  const say = useWords('nis2');
  const [{ points }, change] = useAddress();
  const rows = view.technical?.rows ?? [];
  useExpected({ points: { ids: rows.map(({ id }) => id) } });
  const row = rows.find(({ id }) => id === points);
  if (!row) return null;
  const columns: SimpleColumn<Room>[] = [
    { id: 'point', header: say('point'), isRowHeader: true, cell: ({ point }) => <Id>{point}</Id> },
    {
      id: 'wording',
      header: say('wording'),
      cell: ({ wording }) => say(`wording-${wording.replaceAll(' ', '-')}`),
    },
    { id: 'governs', header: say('governs'), cell: ({ governs }) => say(`governs-${governs}`) },
  ];
  const close = () => change({ points: undefined });
  return (
    <Dialog isOpen onClose={close} title={say('points-of', { id: row.id, title: row.title })} size="l">
      <Stack>
        <p>{say('points-about')}</p>
        <SimpleTable
          caption={say('room')}
          columns={columns}
          rows={row.room}
          keyOf={({ point }) => point}
          stacks
        />
        <NotApplied row={row} />
        <PointForm key={row.id} row={row} onDone={close} />
      </Stack>
    </Dialog>
  );
}
