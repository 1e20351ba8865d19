import { type Edit, useDeed, useEdit, useWords } from '../../../app/index.ts';
import type { ActionRow } from '../list/wanted.ts';

/** Members of an action that are edited where they stand. */
export type Member = 'title' | 'what' | 'owner' | 'due' | 'priority' | 'resources' | 'closes';

/** A member of an action as it is edited; what is emptied is taken away. */
export function useActionEdit<M extends Member>(row: ActionRow, member: M): Edit<ActionRow[M]> {
  const deed = useDeed('actions change');
  const say = useWords('actions');
  return useEdit<ActionRow[M]>({
    called: `${member} of the action ${row.id}`,
    there: row[member],
    revision: row.revision,
    send: (value, ifMatch) => {
      const input = { action: row.id, [member]: value === '' || value === undefined ? null : value };
      const says = say('changed', { title: row.title, member: say(`member.${member}`) });
      return deed({ input, ifMatch, says });
    },
  });
}
