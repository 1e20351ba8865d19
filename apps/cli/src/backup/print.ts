import type { Row } from '@concord/operations';
import type { Made } from '../connection/long-answer.ts';
import type { Compared, DrilledTold, LoadedTold, RestoredTold } from '../connection/told.ts';
import { counted } from '../line/counted.ts';
import { printable } from '../line/printable.ts';

/** A file that was made and written: what it is, and what is in it. */
export function printMade(row: Row, made: Made, path: string | undefined): string {
  const where = printable(path === undefined ? made.name : path);
  const first = `Wrote ${where}, ${sized(made.size)}, SHA-256 ${made.sha256}.\n`;
  if (row.row.name === 'backup') return `${first}${printBackup(made, where)}`;
  const leftOut = Array.isArray(made.leftOut) ? (made.leftOut as { what: string; why: string }[]) : [];
  return `${first}${leftOut.map(({ what, why }) => printable(`  not in it: ${what}: ${why}\n`)).join('')}`;
}

function printBackup(made: Made, where: string): string {
  const organisations = made.organisations as readonly {
    name: string;
    id: string;
    position: number;
    files: number;
    lost: readonly { hash: string; state: string }[];
  }[];
  const lines = organisations.map(({ name, id, position, files }) =>
    printable(`  ${name || id}: ${counted(position, 'entry')}, ${counted(files, 'file')}\n`),
  );
  const lost = organisations.flatMap((each) =>
    each.lost.map(({ hash, state }) =>
      printable(
        `  warning: file ${hash} of ${each.name || each.id} is ${state} and not in here; \`verify\` says whose it is\n`,
      ),
    ),
  );
  const people = counted(Number(made.people), 'person');
  return `${lines.join('')}  ${people}\n${lost.join('')}The signing key is not in it: keep a copy of that apart. \`concord backup drill ${where}\` tries whether it can be restored.\n`;
}

/** What stands now, where the rest went, and what to see to next. */
export function printRestored(told: RestoredTold): string {
  const kept = told.kept === undefined ? '' : `What stood here before is kept in ${told.kept}.\n`;
  const behind = told.behind.map(({ id, position, now }) =>
    now === 0
      ? `  ${id} stood here and is not in the backup: it is in what was kept\n`
      : `  ${id} stood at ${position} here and stands at ${now} now: what came after is in what was kept\n`,
  );
  const notices = told.notices.map((notice) => printable(`${notice}\n`)).join('');
  return `Restored ${printLoaded(told)}${kept}${behind.join('')}${keyWords[told.signingKey]}${notices}`;
}

const keyWords = {
  same: '',
  other:
    'The signing key here is another than the one that signed the heads in the backup: put that one back, or check what was signed before with its public key.\n',
  none: 'There is no signing key here, and a backup never holds one: put back the copy you kept, or the next start makes a new one.\n',
};

/** That it can be restored, how long it took, and how it stands to what is here. */
export function printDrilled(told: DrilledTold & { readonly here: readonly Compared[] }): string {
  const { size, bytes, seconds, here } = told;
  const words = { same: 'the same here', differs: 'ANOTHER LEDGER here', 'not here': 'not here' };
  const compared = here.map(
    ({ id, found, position }) => `  ${nameOf(told, id)}, up to entry ${position}: ${words[found]}\n`,
  );
  const took = `${sized(size)} (${sized(bytes)} unpacked) loaded and verified in ${seconds.toFixed(1)} s, and taken away again.\n`;
  return `Can be restored: ${printLoaded(told)}${took}${compared.join('')}`;
}

function nameOf({ organisations }: LoadedTold, id: string): string {
  return printable(organisations.find((each) => each.id === id)?.name || id);
}

function printLoaded({ madeAt, organisations, people, files }: LoadedTold): string {
  const entries = organisations.reduce((sum, each) => sum + each.entries, 0);
  const counts = [
    counted(organisations.length, 'organisation'),
    counted(entries, 'entry'),
    counted(files, 'file'),
    counted(people, 'person'),
  ];
  const lines = organisations.map(({ name, id, position, seal }) =>
    printable(`  ${name || id} at entry ${position}, head ${seal}\n`),
  );
  const lost = organisations.flatMap(({ lost: each }) =>
    each.map((hash) => `  warning: file ${hash} was gone or altered already when the backup was made\n`),
  );
  return `the backup of ${madeAt}: ${counts.join(', ')}; every seal, value and file verified.\n${lines.join('')}${lost.join('')}`;
}

function sized(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [name, unit] =
    bytes < 1_000_000 ? ['kB', 1000] : bytes < 1_000_000_000 ? ['MB', 1_000_000] : ['GB', 1_000_000_000];
  return `${(bytes / (unit as number)).toFixed(1)} ${name}`;
}
