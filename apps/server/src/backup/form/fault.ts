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

/** A fault of the disk, or of a database on it, as one of ours, with its place; any other error as it is. */
export function diskFault(error: unknown, place: string): unknown {
  const code = codeOf(error) || (error instanceof Error ? codeOf(error.cause) : '');
  const params = { place, problem: code };
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)$/.test(code))
    return new BackupFault(3, 'backup.no-space', { params, cause: error });
  return /^E[A-Z]+$/.test(code) && !(error instanceof BackupFault)
    ? new BackupFault(3, 'backup.disk', { params, cause: error })
    : error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
