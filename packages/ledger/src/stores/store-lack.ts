/** What keeps a store from being written or reached, where whoever runs it can mend that. */
export type StoreLack = 'full' | 'read-only' | 'database-read-only' | 'connections';

/** As Node, SQLite and PostgreSQL call it. */
const codes: readonly (readonly [RegExp, StoreLack])[] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL|53100)$/, 'full'],
  [/^(EROFS|EACCES|EPERM|SQLITE_READONLY(_.+)?)$/, 'read-only'],
  [/^25006$/, 'database-read-only'],
  [/^53300$/, 'connections'],
];

/** Whether a fault, or what it came from, is a disk or a database that is full, may not be written to, or is taken. */
export function storeLackOf(fault: unknown): StoreLack | undefined {
  if (!(fault instanceof Error)) return undefined;
  const { code = '', syscall = '' } = fault as NodeJS.ErrnoException;
  // The same codes say that a socket or a program may not be reached.
  if (/^(connect|spawn)/.test(syscall)) return undefined;
  const lack = codes.find(([known]) => known.test(code))?.[1];
  return lack ?? storeLackOf(fault.cause);
}
