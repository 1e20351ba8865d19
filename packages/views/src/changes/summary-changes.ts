import type { BoardSummary } from '../board/board-summary.ts';
import type { Numbers } from '../calculus/index.ts';
import { sayIn } from '../language/say.ts';
import type { Nis2Compliance } from '../nis2/compliance.ts';
import type { Reading } from '../statement-of-applicability/changes/change.ts';
import type { ChangesTold } from '../statement-of-applicability/changes/paired.ts';
import { viewChanges } from './view-changes.ts';

/** What differs between two reports on NIS 2: duties, the annex, and the class of each legal entity. */
export function nis2Changes(
  before: Partial<Nis2Compliance>,
  after: Partial<Nis2Compliance>,
  by: Reading = {},
): ChangesTold {
  return viewChanges(nis2Rows(before, by), nis2Rows(after, by), by);
}

function nis2Rows({ rows = [], technical, entities = [] }: Partial<Nis2Compliance>, by: Reading): object {
  const say = sayIn(by);
  return {
    rows,
    annex: (technical?.rows ?? []).map(({ id, ...row }) => ({
      ...row,
      id: `annex ${id}`,
      named: say('change.row.annex', { id }),
    })),
    entities: entities.map(({ id, name, class: found }) => told(id, name, classSaid(found, by))),
  };
}

function classSaid(found: string, by: Reading): string {
  return sayIn(by)(`nis2.class-${found}`);
}

/** What differs between two pages for the board: its figures, gaps, classes, statement and plan. */
export function boardChanges(
  before: Partial<BoardSummary>,
  after: Partial<BoardSummary>,
  by: Reading = {},
): ChangesTold {
  return viewChanges(boardRows(before, by), boardRows(after, by), by);
}

function boardRows(view: Partial<BoardSummary>, by: Reading): object {
  const { functions = [], frameworks = [], entities = [], gaps, statement, progress, tiers = {} } = view;
  const say = sayIn(by);
  const figures = statement ? [told('statement', 'statement', statementSaid(statement, by))] : [];
  const plan = progress && say('change.figure.plan', { open: progress.open, late: progress.late.length });
  return {
    figures: [...functions, ...frameworks].map(({ id, title, numbers }) =>
      told(id, title, figureOf(numbers, by)),
    ),
    tiers: Object.entries(tiers).map(([which, choice]) =>
      told(which, say(`change.what.${which}`), String(choice?.tier ?? '')),
    ),
    gaps: (gaps?.rows ?? []).map(({ requirement, title, word }) => ({
      ...told(`gap ${requirement}`, say('change.row.gap', { requirement, title }), word),
      state: 'gap',
    })),
    entities: entities.map(({ id, name, class: found }) => told(id, name, classSaid(found, by))),
    rest: [...figures, ...(plan === undefined ? [] : [told('plan', say('change.row.plan'), plan)])],
  };
}

function statementSaid(
  { applicable, excluded, undecided }: NonNullable<BoardSummary['statement']>,
  by: Reading,
): string {
  return sayIn(by)('change.figure.statement', { applicable, excluded, undecided });
}

/** Both sides are said in the same language: they are compared as they are. */
function told(id: string, named: string, word: string) {
  return { id, named, word, state: word };
}

function figureOf({ met, possible, n }: Pick<Numbers, 'met' | 'possible' | 'n'>, by: Reading): string {
  return sayIn(by)('change.figure.coverage', { met, possible, n });
}
