import { say } from '@concord/catalog';
import type { BoardSummary } from '@concord/views';
import type { BarRow, Block } from '../../blocks.ts';
import { writeDate } from '../../wording/figures.ts';
import { coverageLegend } from '../parts/groups.ts';
import { writeFigure, writeOpen } from '../parts/interval.ts';

/** The six functions under each other: met, possible, wanted, and what has changed in a quarter of a year. */
export function writeFunctions(view: BoardSummary, language: string): Block[] {
  const { functions, since } = view;
  const compared = functions.some(({ before }) => before !== undefined);
  const head = (key: string) => say(language, `board.functions.${key}`);
  return [
    { kind: 'heading', level: 2, text: say(language, 'board.functions') },
    {
      kind: 'bars',
      caption: say(language, 'board.functions'),
      heads: {
        label: head('function'),
        figure: head('met'),
        ...(compared
          ? { change: say(language, 'board.functions.since', { date: writeDate(since, language) }) }
          : {}),
        words: head('open'),
      },
      rows: functions.map((each) => rowOf(each, language)),
      legend: { ...coverageLegend(language), target: say(language, 'board.functions.wanted') },
    },
    { kind: 'paragraph', text: writeTiers(view, language) },
  ];
}

function rowOf(
  { title, numbers, wanted, before }: BoardSummary['functions'][number],
  language: string,
): BarRow {
  const { n, met, possible } = numbers;
  return {
    label: title,
    n,
    met,
    possible,
    ...(wanted === 0 ? {} : { target: Math.min(wanted, n) }),
    figure: writeFigure(numbers, language),
    ...(before === undefined ? {} : { change: writeChange(met - before) }),
    words: writeOpen(numbers, language),
  };
}

function writeChange(change: number): { text: string; number: number } {
  if (change === 0) return { text: '=', number: 0 };
  return { text: change > 0 ? `+${change}` : `−${-change}`, number: change };
}

/** Tiers stand apart from every figure: no figure turns into one. */
function writeTiers({ tiers }: BoardSummary, language: string): string {
  const { governanceCurrent, governanceTarget, managementCurrent, managementTarget } = tiers;
  if (!governanceCurrent && !managementCurrent && !governanceTarget && !managementTarget)
    return say(language, 'board.tiers.none');
  const tier = (choice: { tier: number } | undefined) => choice?.tier ?? '–';
  return say(language, 'board.tiers', {
    governance: tier(governanceCurrent),
    governanceTarget: tier(governanceTarget),
    management: tier(managementCurrent),
    managementTarget: tier(managementTarget),
  });
}
