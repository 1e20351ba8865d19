import type { Told } from '@concord/operations/client';
import { useWords } from '../../../app/index.ts';
import { Note } from '../../../ui/index.ts';

/** What was taken in; the bar at the foot of the page takes it back. */
export function Done({ told }: { readonly told: Told | undefined }) {
  const say = useWords('library');
  if (!told) return <Note tone="part" title={say('import.kept')} live />;
  return (
    <Note tone="ok" mark="met" title={say('import.taken-in')} live>
      {told.notices?.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
      <p>{say('import.undo')}</p>
    </Note>
  );
}
