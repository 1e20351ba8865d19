import { say } from '@concord/catalog';
import type { ClauseConformity } from '@concord/views';
import type { BarRow, Block } from '../../blocks.ts';
import { barOfGroup, barsOf, groupedBy } from '../parts/groups.ts';
import { writeInterval } from '../parts/interval.ts';

type Row = ClauseConformity['rows'][number];

const barHeads = {
  label: 'clause-report.bars.clause',
  figure: 'clause-report.bars.complete',
  words: 'clause-report.bars.words',
};

/** The counts, then a bar for each clause at the top: what is complete, what may be, what is not. */
export function writeStand(view: ClauseConformity, language: string): Block[] {
  const caption = say(language, 'clause-report.bars');
  return [
    { kind: 'heading', level: 1, text: say(language, 'clause-report.stand') },
    { kind: 'figures', figures: writeFigures(view, language) },
    ...writeInterval(view.numbers, 'requirements', language),
    { kind: 'heading', level: 2, text: caption },
    barsOf(
      { caption, heads: barHeads, rows: groupsOf(view.rows).map((rows) => barOf(rows, language)) },
      language,
      {
        met: say(language, 'clause-report.complete.yes'),
        possible: say(language, 'clause-report.complete.unknown'),
        gap: say(language, 'clause-report.complete.no'),
      },
    ),
  ];
}

function writeFigures({ rows, complete, written }: ClauseConformity, language: string) {
  const figure = (count: number, key: string, params = {}) => ({
    figure: String(count),
    words: say(language, `clause-report.figure.${key}`, params),
  });
  const { approved, kept, missing } = written;
  const all = Object.values(written).reduce((sum, count) => sum + count, 0);
  return [
    figure(complete.yes, 'complete', { all: rows.length }),
    figure(complete.no, 'incomplete'),
    figure(approved + kept, 'written', { all }),
    figure(missing, 'missing'),
  ];
}

/** The clauses of each clause at the top, in the order of the standard. */
export function groupsOf(rows: readonly Row[]): Row[][] {
  return groupedBy(rows, ({ group }) => group);
}

export function countComplete(rows: readonly Row[], complete: Row['complete']): number {
  return rows.filter((row) => row.complete === complete).length;
}

export function writeGroupName({ group, groupTitle }: Row, language: string): string {
  return say(language, 'clause-report.group', { group, title: groupTitle });
}

function barOf(rows: readonly Row[], language: string): BarRow {
  const n = rows.length;
  const [met, lacking] = [countComplete(rows, 'yes'), countComplete(rows, 'no')];
  const possible = n - lacking;
  const words = say(language, 'clause-report.bars.open', { unknown: possible - met, no: lacking });
  return barOfGroup({ label: writeGroupName(rows[0] as Row, language), n, met, possible, words }, language);
}
