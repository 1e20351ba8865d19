import { execFileSync } from 'node:child_process';

/** Whether pdfinfo and pdftotext are here; where they are not, what a PDF says is not tested, and this says so. */
export function findPoppler(): boolean {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn(
      'SKIPPED: pdfinfo and pdftotext (poppler-utils) are not installed; what the PDF says is not tested.',
    );
    return false;
  }
}

/** What the file says of itself. */
export function inform(file: string): Record<string, string> {
  const lines = run('pdfinfo', ['-isodates', file]);
  return Object.fromEntries(lines.split('\n').map((line) => line.split(/:\s+/, 2) as [string, string]));
}

/** The tags of a tagged PDF, one line each, indented, with their text. */
export function readTags(file: string): string {
  return run('pdfinfo', ['-struct-text', file]);
}

/** The text of each page, white space made single, breaking places inside words removed. */
export function readPages(file: string): string[] {
  return run('pdftotext', ['-layout', file, '-'])
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll('\u200b', '').replace(/\s+/g, ' '));
}

/** Where a word lies, in points from the upper left corner of its page. */
interface WordBox {
  readonly page: number;
  readonly word: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function readBoxes(file: string): WordBox[] {
  const pages = run('pdftotext', ['-bbox', file, '-']).split('<page ').slice(1);
  const word = /xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</g;
  return pages.flatMap((page, nth) =>
    [...page.matchAll(word)].map((found) => ({
      page: nth + 1,
      left: Number(found[1]),
      top: Number(found[2]),
      right: Number(found[3]),
      bottom: Number(found[4]),
      word: found[5]!,
    })),
  );
}

function run(program: string, given: readonly string[]): string {
  return execFileSync(program, given, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
