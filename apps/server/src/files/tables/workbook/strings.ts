import { readXml } from './xml.ts';

const coded = /_x([0-9a-f]{4})_/gi;

/** A text as the workbook holds it, in plain: what XML cannot hold is written `_x000D_` there. */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(coded, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Collects the text of one cell: its runs joined, without the reading aids (phonetics) beside them. */
export class TextRuns {
  #text = '';
  #aside = 0;
  #inText = false;

  open(name: string): void {
    if (name === 'rPh') this.#aside += 1;
    else if (name === 't') this.#inText = this.#aside === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.#aside -= 1;
    else if (name === 't') this.#inText = false;
  }

  add(text: string): void {
    if (this.#inText) this.#text += text;
  }

  /** The text so far; the next begins empty. */
  take(): string {
    const text = plainText(this.#text);
    this.#text = '';
    return text;
  }
}

/** The texts that cells refer to by number. */
export function readStringTable(part: string, xml: string | undefined): string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  const runs = new TextRuns();
  readXml(part, xml, {
    open: (name) => runs.open(name),
    text: (text) => runs.add(text),
    close: (name) => {
      runs.close(name);
      if (name === 'si') strings.push(runs.take());
    },
  });
  return strings;
}
