import { say } from '@concord/catalog';
import type { StatementOfApplicability } from '@concord/views';
import type { Block, Mark, NoteBlock, NoteKind } from '../../blocks.ts';
import { writeDate } from '../../wording/figures.ts';
import type { StatementChoices } from './choices.ts';

const MARKS: readonly Mark[] = [
  'met',
  'partly',
  'gap',
  'supported',
  'unknown',
  'stale',
  'conflict',
  'excluded',
];

/** Says which lines are the standard's rule, which are practice and which we computed, then what each mark means. */
export function writeGuide(
  { framework, implementationValues }: StatementOfApplicability,
  { language }: StatementChoices,
): Block[] {
  const practice = implementationValues === 'two' ? 'soa.read.practice.strict' : 'soa.read.practice';
  const title = say(language, 'soa.marks');
  const meaning = (mark: Mark) => [
    { text: say(language, `soa.mark.${mark}`), mark },
    say(language, `soa.mark.${mark}.meaning`),
  ];
  return [
    { kind: 'heading', level: 1, text: say(language, 'soa.read') },
    writeNote('rule', say(language, 'soa.read.rule', { standard: framework.title }), language),
    writeNote('practice', say(language, practice), language),
    writeNote('own computation', say(language, 'soa.read.own'), language),
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'table',
      caption: title,
      columns: [
        { id: 'mark', label: say(language, 'soa.marks.mark'), width: 28, identifies: true },
        { id: 'meaning', label: say(language, 'soa.marks.meaning'), width: 72 },
      ],
      rows: MARKS.map(meaning),
    },
  ];
}

function writeNote(source: NoteKind, text: string, language: string): NoteBlock {
  return { kind: 'note', source, label: say(language, `document.note.${source}`), text };
}

/** Lines to sign while nobody has approved; the recorded approval and the content it names once somebody has. */
export function writeApproval(choices: StatementChoices): Block[] {
  const { language, approval } = choices;
  const heading: Block = { kind: 'heading', level: 2, text: say(language, 'soa.approval') };
  const column = (id: string, width: number) => ({ id, label: say(language, `soa.approval.${id}`), width });
  const people = [column('deed', 16), column('name', 26), column('as', 24), column('date', 14)];
  if (approval === undefined) {
    const blank = (deed: string) => [say(language, `soa.approval.${deed}`), '', '', '', ''];
    return [
      heading,
      { kind: 'paragraph', text: say(language, 'soa.approval.none') },
      {
        kind: 'table',
        caption: say(language, 'soa.approval'),
        columns: [...people, column('signature', 20)],
        form: true,
        rows: [blank('prepared'), blank('approved')],
      },
    ];
  }
  return [
    heading,
    { kind: 'paragraph', text: say(language, 'soa.approval.given') },
    {
      kind: 'table',
      caption: say(language, 'soa.approval'),
      columns: people,
      rows: [
        [say(language, 'soa.approval.approved'), approval.by, approval.as, writeDate(approval.on, language)],
      ],
    },
    { kind: 'facts', facts: [{ label: say(language, 'soa.approval.content'), value: approval.content }] },
  ];
}
