import type { BoardSummary } from '../board/board-summary.ts';
import type { Numbers } from '../calculus/index.ts';
import type { Nis2Compliance } from '../nis2/compliance.ts';
import type { Reading } from '../statement-of-applicability/changes/change.ts';
import { type ViewChanges, viewChanges } from './view-changes.ts';

/** What differs between two reports on NIS 2: duties, the annex, and the class of each legal entity. */
export function nis2Changes(
  before: Partial<Nis2Compliance>,
  after: Partial<Nis2Compliance>,
  by: Reading = {},
): ViewChanges {
  return viewChanges(nis2Rows(before), nis2Rows(after), by);
}

function nis2Rows({ rows = [], technical, entities = [] }: Partial<Nis2Compliance>): object {
  return {
    rows,
    annex: (technical?.rows ?? []).map(({ id, ...row }) => ({ ...row, id: `annex ${id}`, named: id })),
    entities: entities.map(({ id, name, class: found }) => ({ id, named: name, word: found, state: found })),
  };
}

/** What differs between two pages for the board: its figures, gaps, classes, statement and plan. */
export function boardChanges(
  before: Partial<BoardSummary>,
  after: Partial<BoardSummary>,
  by: Reading = {},
): ViewChanges {
  return viewChanges(boardRows(before), boardRows(after), by);
}

function boardRows(view: Partial<BoardSummary>): object {
  const { functions = [], frameworks = [], entities = [], gaps, statement, progress, tiers = {} } = view;
  return {
    figures: [...functions, ...frameworks].map(({ id, title, numbers }) =>
      told(id, title, figureOf(numbers)),
    ),
    tiers: Object.entries(tiers).map(([which, choice]) => told(which, which, String(choice?.tier ?? ''))),
    gaps: (gaps?.rows ?? []).map(({ requirement, title, word }) => ({
      ...told(`gap ${requirement}`, `${requirement} ${title}`, word),
      state: 'gap',
    })),
    entities: entities.map(({ id, name, class: found }) => told(id, name, found)),
    rest: [
      ...(statement
        ? [
            told(
              'statement',
              'statement',
              `${statement.applicable}/${statement.excluded}/${statement.undecided}`,
            ),
          ]
        : []),
      ...(progress ? [told('plan', 'plan', `${progress.open}/${progress.late.length}`)] : []),
    ],
  };
}

/** Figures are no words: they are compared by themselves, in whatever language. */
function told(id: string, named: string, word: string) {
  return { id, named, word, state: word };
}

function figureOf({ met, possible, n }: Pick<Numbers, 'met' | 'possible' | 'n'>): string {
  return `${met}–${possible}/${n}`;
}
