import { type Edit, useDeed, useEdit } from '../../../app/index.ts';
import type { ControlSheet } from '../control/row.ts';

/** Members of a control that are edited in the panel. */
export type Member =
  | 'name'
  | 'code'
  | 'statement'
  | 'owner'
  | 'frequency'
  | 'implementation'
  | 'design'
  | 'scopes'
  | 'family'
  | 'test'
  | 'usualEvidence'
  | 'conditionHolds';

/** A member of a control as it is edited; what is emptied is taken away. */
export function useControlEdit<T>(sheet: ControlSheet, member: Member, says: string): Edit<T> {
  const deed = useDeed('controls set');
  return useEdit<T>({
    called: `${member} of the control ${sheet.id}`,
    there: sheet[member] as T,
    revision: sheet.revision,
    send: (value, ifMatch) => {
      const input = { control: sheet.id, [member]: value === '' || value === undefined ? null : value };
      return deed({ input, ifMatch, says });
    },
  });
}
