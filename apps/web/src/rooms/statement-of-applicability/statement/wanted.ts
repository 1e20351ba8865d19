import type { Line } from './line.ts';

/** Which lines are wanted, as the address says it. */
export interface Wanted {
  /** Id of a theme, `own`, or `findings` for what a check speaks about. */
  readonly theme?: string | undefined;
  readonly applicable?: string | undefined;
  readonly state?: string | undefined;
  readonly checks?: string | undefined;
  /** Part of a key, a title, a reason or a control. */
  readonly text?: string | undefined;
}

/** The lines that fit everything that is asked for; an empty wish wants all. */
export function wantedLines(lines: readonly Line[], wanted: Wanted): readonly Line[] {
  return lines.filter(
    (line) => isOfTheme(line, wanted.theme) && isDecidedSo(line, wanted) && says(line, wanted.text),
  );
}

function isOfTheme({ theme, findings }: Line, wanted: string | undefined): boolean {
  if (!wanted) return true;
  return wanted === 'findings' ? findings.length > 0 : theme === wanted;
}

function isDecidedSo(line: Line, { applicable, state, checks }: Wanted): boolean {
  if (applicable && line.answer !== applicable) return false;
  if (state && (line.answer !== 'yes' || line.implemented !== state)) return false;
  return !checks || line.findings.some(({ severity, id }) => severity === checks || id === checks);
}

function says(line: Line, text: string | undefined): boolean {
  const word = (text ?? '').trim().toLocaleLowerCase();
  if (word === '') return true;
  const said = [
    line.key,
    line.title,
    line.exclusionReason,
    ...line.reasons.map((reason) => reason.text),
    ...line.controls.map(({ code, name }) => `${code} ${name}`),
  ];
  return said.some((each) => each.toLocaleLowerCase().includes(word));
}

export interface Group {
  readonly theme: string;
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Lines by theme, in the order in which the themes come. */
export function groupLines(lines: readonly Line[]): readonly Group[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) groups.set(line.theme, [...(groups.get(line.theme) ?? []), line]);
  return [...groups].map(([theme, of]) => ({ theme, title: of[0]?.themeTitle ?? '', lines: of }));
}
