import type { Block, Mark, NoteBlock, NoteKind } from '../../blocks.ts';
import { type Say, writeDate } from '../../words/words.ts';
import type { StatementChoices } from './view.ts';

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
export function writeGuide({ say, strict }: StatementChoices): Block[] {
  return [
    { kind: 'heading', level: 1, text: say('soa.read') },
    writeNote('rule', say('soa.read.rule'), say),
    writeNote('practice', say(strict ? 'soa.read.practice.strict' : 'soa.read.practice'), say),
    writeNote('own computation', say('soa.read.own'), say),
    { kind: 'heading', level: 2, text: say('soa.marks') },
    {
      kind: 'table',
      caption: say('soa.marks'),
      columns: [
        { id: 'mark', label: say('soa.marks.mark'), width: 18, identifies: true },
        { id: 'meaning', label: say('soa.marks.meaning'), width: 82 },
      ],
      rows: MARKS.map((mark) => [{ text: say(`soa.mark.${mark}`), mark }, say(`soa.mark.${mark}.meaning`)]),
    },
  ];
}

function writeNote(source: NoteKind, text: string, say: Say): NoteBlock {
  return { kind: 'note', source, label: say(`note.${source.replace(' ', '-')}`), text };
}

/** Lines to sign while nobody has approved; the recorded approval and the content it names once somebody has. */
export function writeApproval(choices: StatementChoices): Block[] {
  const { say, language, approval } = choices;
  const heading: Block = { kind: 'heading', level: 2, text: say('soa.approval') };
  const column = (id: string, width: number) => ({ id, label: say(`soa.approval.${id}`), width });
  const people = [column('deed', 16), column('name', 26), column('as', 24), column('date', 14)];
  if (approval === undefined) {
    const blank = (deed: string) => [say(`soa.approval.${deed}`), '', '', '', ''];
    return [
      heading,
      { kind: 'paragraph', text: say('soa.approval.none') },
      {
        kind: 'table',
        caption: say('soa.approval'),
        columns: [...people, column('signature', 20)],
        form: true,
        rows: [blank('prepared'), blank('approved')],
      },
    ];
  }
  return [
    heading,
    { kind: 'paragraph', text: say('soa.approval.given') },
    {
      kind: 'table',
      caption: say('soa.approval'),
      columns: people,
      rows: [[say('soa.approval.approved'), approval.by, approval.as, writeDate(approval.on, language)]],
    },
    { kind: 'facts', facts: [{ label: say('soa.approval.content'), value: approval.content }] },
  ];
}
