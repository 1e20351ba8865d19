import { AlignmentType, type IParagraphOptions, type IRunOptions, Paragraph, TextRun } from 'docx';

const rightwards = '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';
const stretch = new RegExp(`([${rightwards}](?:[^\\p{L}]*[${rightwards}\\p{M}])*)`, 'u');
const firstLetter = new RegExp(`^[^\\p{L}]*[${rightwards}]`, 'u');

/** Whether a text begins to be read from the right, as its first letter says. */
function readsFromRight(text: string): boolean {
  return firstLetter.test(text);
}

/** A text as runs: a new line where it has one, and each stretch in its own writing direction. */
export function runsOf(text: string, look: Omit<IRunOptions, 'text' | 'break' | 'children'> = {}): TextRun[] {
  return text.split('\n').flatMap((line, nth) => {
    const parts = line.split(stretch);
    const runs = parts.flatMap((part, at) =>
      part === ''
        ? []
        : [new TextRun({ ...look, text: part, ...(at % 2 === 1 ? { rightToLeft: true } : {}) })],
    );
    return nth === 0 ? runs : [new TextRun({ ...look, break: 1 }), ...runs];
  });
}

/** So much text always finds room on a page, in the narrowest cell too. */
const longest = 400;

/** Whether these texts can stay on one page. What is higher than a page must go over its end, or readers never end. */
export function staysWhole(texts: readonly string[]): boolean {
  return texts.every((text) => text.length <= longest);
}

/** What a paragraph of this text must not take over from its style. */
export function loosened(text: string): IParagraphOptions {
  return staysWhole([text]) ? {} : { keepNext: false, keepLines: false };
}

/** One paragraph of plain text in a style; a text that reads from the right stands at the right. */
export function paragraph(text: string, style: string, more: IParagraphOptions = {}): Paragraph {
  return paragraphOf(runsOf(text), { style, ...more, ...directionOf(text), ...loosened(text) });
}

export function paragraphOf(children: IParagraphOptions['children'], more: IParagraphOptions): Paragraph {
  return new Paragraph({ ...more, ...(children === undefined ? {} : { children }) });
}

export function directionOf(text: string): IParagraphOptions {
  return readsFromRight(text) ? { bidirectional: true, alignment: AlignmentType.START } : {};
}
