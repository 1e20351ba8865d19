import { say } from '@concord/catalog';
import type { Block } from '../../blocks.ts';
import { writeDate } from '../../wording/figures.ts';
import type { DocumentChoices } from '../choices.ts';

/** Lines to sign while nobody has approved; the recorded approval and the content it names once somebody has. */
export function writeApproval(choices: DocumentChoices): Block[] {
  const { language, approval } = choices;
  const caption = say(language, 'document.approval');
  const heading: Block = { kind: 'heading', level: 2, text: caption };
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `document.approval.${id}`),
    width,
  });
  const people = [column('deed', 16), column('name', 26), column('as', 24), column('date', 14)];
  if (approval === undefined) {
    const blank = (deed: string) => [say(language, `document.approval.${deed}`), '', '', '', ''];
    return [
      heading,
      { kind: 'paragraph', text: say(language, 'document.approval.none') },
      {
        kind: 'table',
        caption,
        columns: [...people, column('signature', 20)],
        form: true,
        rows: [blank('prepared'), blank('approved')],
      },
    ];
  }
  const { by, as, on, content } = approval;
  return [
    heading,
    { kind: 'paragraph', text: say(language, 'document.approval.given') },
    {
      kind: 'table',
      caption,
      columns: people,
      rows: [[say(language, 'document.approval.approved'), by, as, writeDate(on, language)]],
    },
    { kind: 'facts', facts: [{ label: say(language, 'document.approval.content'), value: content }] },
  ];
}
