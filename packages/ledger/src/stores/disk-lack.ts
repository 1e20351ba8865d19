/** What keeps a store from writing, where whoever runs it can mend that. */
export type DiskLack = 'full' | 'read-only';

/** As Node, SQLite and PostgreSQL call it. */
const codes: readonly (readonly [RegExp, DiskLack])[] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL|53100)$/, 'full'],
  [/^(EROFS|EACCES|EPERM|SQLITE_READONLY(_.+)?|25006)$/, 'read-only'],
];

/** Whether a fault, or what it came from, is a disk that is full or may not be written to. */
export function diskLackOf(fault: unknown): DiskLack | undefined {
  if (!(fault instanceof Error)) return undefined;
  const { code = '', syscall = '' } = fault as NodeJS.ErrnoException;
  // The same codes say that a socket or a program may not be reached.
  if (/^(connect|spawn)/.test(syscall)) return undefined;
  const lack = codes.find(([known]) => known.test(code))?.[1];
  return lack ?? diskLackOf(fault.cause);
}
