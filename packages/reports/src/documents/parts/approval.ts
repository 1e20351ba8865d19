import { say } from '@concord/catalog';
import type { Block } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';

/** Lines to sign: an approval of a document is not recorded in the ledger. */
export function writeApproval({ language }: DocumentChoices): Block[] {
  const caption = say(language, 'document.approval');
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `document.approval.${id}`),
    width,
  });
  const blank = (deed: string) => [say(language, `document.approval.${deed}`), '', '', '', ''];
  return [
    { kind: 'heading', level: 1, text: caption },
    { kind: 'paragraph', text: say(language, 'document.approval.none') },
    {
      kind: 'table',
      caption,
      columns: [
        column('deed', 16),
        column('name', 26),
        column('as', 24),
        column('date', 14),
        column('signature', 20),
      ],
      form: true,
      rows: [blank('prepared'), blank('approved')],
    },
  ];
}
