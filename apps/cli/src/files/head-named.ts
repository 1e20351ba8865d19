import { readFile } from 'node:fs/promises';
import type { Row } from '@concord/operations';

/** A signed head speaks of an organisation of which nothing is left here. It is a finding, and no wrong line. */
export class LedgerGone extends Error {
  constructor(organisation: string) {
    super(
      `The head speaks of organisation ${organisation}, and nothing of it is here: its ledger was removed, or this is another data directory (--data DIR).`,
    );
  }
}

/** Whose head a file holds that `verify` is to check against; what is wrong with the file is told where it is taken in. */
export async function headNamed(
  { row }: Row,
  { head }: Readonly<Record<string, unknown>>,
): Promise<string | undefined> {
  if (row.name !== 'verify' || typeof head !== 'string') return undefined;
  try {
    const { organisation } = JSON.parse(await readFile(head, 'utf8')) as { organisation?: unknown };
    return typeof organisation === 'string' ? organisation : undefined;
  } catch {
    return undefined;
  }
}
