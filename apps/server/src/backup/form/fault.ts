import { say } from '@concord/catalog';

/** What the exit code of the command line says of it: 1 bad input, 2 something is not as it was, 3 could not. */
export type FaultExit = 1 | 2 | 3;

/** Why a backup could not be made, opened or restored; its words are `refusal.<code>`. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly exit: FaultExit;

  constructor(
    exit: FaultExit,
    code: string,
    { params = {}, cause }: { params?: BackupFault['params']; cause?: unknown } = {},
  ) {
    super(say('en', `refusal.${code}`, params), { cause });
    this.exit = exit;
    this.code = code;
    this.params = params;
  }
}

/** A fault of the disk as one of ours, with its place; any other error as it is. */
export function diskFault(error: unknown, place: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!/^E[A-Z]+$/.test(code)) return error;
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  const params = { place, problem: code };
  return new BackupFault(3, full ? 'backup.no-space' : 'backup.disk', { params, cause: error });
}
