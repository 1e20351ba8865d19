import { makeTableFile } from '../store/table-file.ts';
import type { Step, Stepped, StepWriter, ToWrite } from './messages.ts';

/** Rows of tables into one SQLite file. It cannot be streamed: it is whole once all has ended. */
export function sqliteWriter({ path, tables }: Extract<ToWrite, { kind: 'sqlite' }>): StepWriter {
  const file = makeTableFile(path, tables);
  let isOpen = true;
  const leave = () => {
    if (isOpen) file.close();
    isOpen = false;
  };
  return {
    take: async (step: Step): Promise<Stepped> => {
      if ('rows' in step) file.add(step.table, JSON.parse(String(Buffer.from(step.rows))));
      else if ('end' in step) leave();
      else throw new Error('A SQLite file takes rows.');
      return { pieces: [] };
    },
    leave,
  };
}
