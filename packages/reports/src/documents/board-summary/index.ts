import { say } from '@concord/catalog';
import type { BoardSummary } from '@concord/views';
import type { Block, Document } from '../../blocks.ts';
import { writeDate } from '../../wording/figures.ts';
import type { DocumentChoices } from '../choices.ts';
import { nameScope, writeDocument } from '../parts/head.ts';
import { writeAsked } from './asked.ts';
import { writeFunctions } from './functions.ts';
import { isStated, writeGaps, writeStanding } from './sides.ts';

/** Methods 6.5 and NIS 2, Article 20: one page for the management body, in the words of the CSF. */
export function writeBoardSummary(view: BoardSummary, choices: DocumentChoices): Document {
  const { language } = choices;
  const headed = {
    title: say(language, 'board.title'),
    asked: say(language, 'board.asked', { date: writeDate(view.on, language) }),
    lead: writeLead(view, language),
    layout: 'page',
    blocks: [
      ...writeFunctions(view, language),
      { kind: 'columns', columns: [writeGaps(view, choices), writeStanding(view, choices)] },
      ...writeAsked(view, choices),
      ...writeFoot(view, choices),
    ],
  } as const;
  return writeDocument(headed, view, choices);
}

/** How much is met and may be, whether that is more than it was, what is not reached, and how many things are asked. */
function writeLead(view: BoardSummary, language: string): string {
  const { numbers, gaps, asked } = view;
  const { n, met, possible } = numbers;
  const told = [
    say(language, 'board.lead', { n, count: met, possible }),
    ...writeChange(view, language),
    isStated(view)
      ? say(language, 'board.lead.gaps', { count: gaps.total })
      : say(language, 'board.lead.unstated'),
    say(language, 'board.lead.asked', { count: asked.length }),
  ];
  return told.join(' ');
}

/** Whether it went up or down in the quarter; nothing where nobody can know of every function how it was. */
function writeChange({ functions, since }: BoardSummary, language: string): string[] {
  const changes = functions.flatMap(({ numbers, before }) =>
    before === undefined ? [] : [numbers.met - before],
  );
  if (changes.length === 0 || changes.length < functions.length) return [];
  const change = changes.reduce((sum, each) => sum + each, 0);
  const key = change === 0 ? 'same' : change < 0 ? 'fewer' : 'more';
  const told = { count: Math.abs(change), date: writeDate(since, language) };
  return [say(language, `board.lead.${key}`, told)];
}

/** What the figures rest on, small at the end: whoever has the ledger can work them out again. */
function writeFoot(view: BoardSummary, choices: DocumentChoices): Block[] {
  const { language } = choices;
  const { evidence } = view;
  const all = Object.values(evidence).reduce((sum, count) => sum + count, 0);
  const counted = evidence.fresh + evidence.due;
  const basis = {
    organisation: view.organisation.name,
    scope: nameScope(view, language),
    counted,
    all,
    since: writeDate(view.since, language),
    head: view.head,
  };
  return [{ kind: 'paragraph', text: say(language, 'board.basis', basis) }];
}
