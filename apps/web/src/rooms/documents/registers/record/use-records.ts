import { useAnswer } from '../../../../app/index.ts';
import type { RegisterName, RegisterRow } from './register.ts';

/** The records of a register as they stand on the day. */
export function useRecords(name: RegisterName): readonly RegisterRow[] {
  const { rows } = useAnswer(`${name} list` as 'documents list', { limit: 1000 });
  return rows as unknown as readonly RegisterRow[];
}
