import { say } from '@concord/catalog';
import type { AskedOfBoard, BoardSummary } from '@concord/views';
import type { Block } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';

/** What the management body is asked: at most what fits on the page, the weightiest first. */
export function writeAsked({ asked }: BoardSummary, { language }: DocumentChoices): Block[] {
  const title = say(language, 'board.decisions');
  if (asked.length === 0)
    return [{ kind: 'list', title, items: [{ text: say(language, 'board.decisions.none') }] }];
  return [{ kind: 'list', title, numbered: true, items: asked.map((each) => itemOf(each, language)) }];
}

function itemOf({ kind, count, about }: AskedOfBoard, language: string) {
  const rest = count - about.length;
  const more = rest > 0 ? say(language, 'board.decisions.more', { count: rest }) : '';
  const named = about.length === 0 ? '' : ` ${about.join(say(language, 'said.between'))}${more}.`;
  return {
    lead: say(language, `board.ask.${kind}`, { count }),
    text: `${say(language, `board.ask.${kind}.why`)}${named}`,
  };
}
