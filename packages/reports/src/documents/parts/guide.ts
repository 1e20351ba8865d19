import { say } from '@concord/catalog';
import type { Block, Mark, NoteBlock, NoteKind } from '../../blocks.ts';

const marks: readonly Mark[] = [
  'met',
  'partly',
  'gap',
  'supported',
  'unknown',
  'stale',
  'conflict',
  'excluded',
];

/** Says whether what follows is the rule of a standard or law, practice that may be changed, or our own computing. */
function writeNote(source: NoteKind, text: string, language: string): NoteBlock {
  return { kind: 'note', source, label: say(language, `document.note.${source}`), text };
}

/** What each line of a document rests on, in the document's own words. */
export function writeReading(texts: Readonly<Record<NoteKind, string>>, language: string): Block[] {
  return [
    { kind: 'heading', level: 2, text: say(language, 'document.read') },
    ...writeNotes(texts, language),
  ];
}

export function writeNotes(texts: Readonly<Record<NoteKind, string>>, language: string): Block[] {
  return (['rule', 'practice', 'own computation'] as const).map((kind) =>
    writeNote(kind, texts[kind], language),
  );
}

/** What each mark means, in a table of its own. */
export function writeMarks(language: string): Block[] {
  const title = say(language, 'document.marks');
  const meaning = (mark: Mark) => [
    { text: say(language, `document.mark.${mark}`), mark },
    say(language, `document.mark.${mark}.meaning`),
  ];
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'table',
      caption: title,
      columns: [
        { id: 'mark', label: say(language, 'document.marks.mark'), width: 28, identifies: true },
        { id: 'meaning', label: say(language, 'document.marks.meaning'), width: 72 },
      ],
      rows: marks.map(meaning),
    },
  ];
}
