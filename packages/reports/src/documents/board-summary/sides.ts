import { say } from '@concord/catalog';
import type { BoardSummary } from '@concord/views';
import type { Block, Cell } from '../../blocks.ts';
import { writeDate, writeDatesIn } from '../../wording/figures.ts';
import type { DocumentChoices } from '../choices.ts';
import { writeFigure, writeOpen } from '../parts/interval.ts';
import { nameOf, quietly } from '../parts/lines.ts';

/** Whether anything is wanted: without a target there is no gap, and nothing is reached either. */
export function isStated({ functions }: BoardSummary): boolean {
  return functions.some(({ wanted }) => wanted > 0);
}

/** The largest gaps against what is wanted, each with who has it and by when. */
export function writeGaps(view: BoardSummary, choices: DocumentChoices): Block[] {
  const { language } = choices;
  const { total, rows } = view.gaps;
  const none = isStated(view) ? 'board.gaps.none' : 'board.gaps.no-profile';
  const caption =
    total > rows.length
      ? say(language, 'board.gaps.some', { shown: rows.length, total })
      : say(language, 'board.gaps');
  return [
    ...writeTable(
      caption,
      rows.map((gap) => writeGap(gap, choices)),
    ),
    ...(rows.length === 0 ? [{ kind: 'paragraph', text: say(language, none) } as const] : []),
  ];
}

function writeGap(
  { requirement, title, word, due, owner, actions }: BoardSummary['gaps']['rows'][number],
  choices: DocumentChoices,
): Cell[] {
  const { language } = choices;
  const told = [
    ...(owner === undefined ? [] : [nameOf(owner, choices)]),
    ...(due === undefined ? [] : [writeDate(due, language)]),
    say(language, 'csf.closed.actions', { count: actions }),
  ];
  return [[title, quietly(`${requirement} · ${writeDatesIn(word, language)}`), quietly(told.join(' · '))]];
}

/** Each adopted framework, the classes that NIS 2 gives, the statement and the plan, a line each. */
export function writeStanding(view: BoardSummary, choices: DocumentChoices): Block[] {
  const { language } = choices;
  return writeTable(say(language, 'board.standing'), [
    ...view.frameworks.map(({ title, numbers }): Cell[] => [
      title,
      `${writeFigure(numbers, language)} · ${writeOpen(numbers, language)}`,
    ]),
    ...view.entities.map(({ name, class: found }): Cell[] => [
      // The organisation itself need not be named.
      name === view.organisation.name
        ? say(language, 'board.class')
        : [say(language, 'board.class'), quietly(name)],
      say(language, `nis2.class-${found}`),
    ]),
    ...writeStatement(view, language),
    writeProgress(view, language),
  ]);
}

function writeStatement({ statement }: BoardSummary, language: string): Cell[][] {
  if (!statement) return [];
  const { applicable, excluded, undecided, published } = statement;
  const handed = published
    ? say(language, 'board.statement.published', {
        version: published.version,
        date: writeDate(published.on, language),
      })
    : say(language, 'board.statement.unpublished');
  const decided = say(language, 'board.statement.value', { applicable, excluded, undecided });
  return [[say(language, 'soa.title'), [decided, quietly(handed)]]];
}

function writeProgress({ progress, since }: BoardSummary, language: string): Cell[] {
  const { open, done, late, unowned } = progress;
  const figures = { open, late: late.length, unowned: unowned.length };
  return [
    say(language, 'board.plan'),
    [
      say(language, 'board.plan.value', figures),
      quietly(say(language, 'board.plan.done', { done, date: writeDate(since, language) })),
    ],
  ];
}

/** A heading and its lines: what it is about, and, where there is more than that, how it stands. */
function writeTable(caption: string, rows: readonly (readonly Cell[])[]): Block[] {
  const heading = { kind: 'heading', level: 3, text: caption } as const;
  const [first] = rows;
  if (first === undefined) return [heading];
  const what = { id: 'what', label: '', width: 36, identifies: true } as const;
  const value = { id: 'value', label: '', width: 64 } as const;
  return [heading, { kind: 'table', caption, columns: first.length > 1 ? [what, value] : [what], rows }];
}
