import { type Member, membersOf, type Row } from '@concord/operations';

/** What is made again as it was may be written over. A backup is of its moment, and never had again. */
const keptOnce: readonly string[] = ['backup'];

export function isKeptOnce({ row }: Row): boolean {
  return keptOnce.includes(row.name);
}

const replace: Member = {
  name: 'replace',
  required: false,
  description: 'Put the file in the place of one that is there; else it is refused',
  schema: { type: 'boolean', default: false },
};

/** What a line may say for a row: its members, and what is about the file to write alone. */
export function membersTyped(row: Row): readonly Member[] {
  return isKeptOnce(row) ? [...membersOf(row), replace] : membersOf(row);
}
