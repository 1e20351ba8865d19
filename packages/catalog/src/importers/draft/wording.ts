/** Where a file does not say who published something, or under which licence. */
export const NOT_STATED = 'Not stated in the file';

const LONGEST_TITLE = 300;
const LONGEST_SLUG = 80;

/** Small letters, digits, dots and single hyphens: an id made of a name. */
export function slug(name: string): string {
  let made = '';
  // Régle is regle: a letter loses its accent, not its place.
  const plain = name
    .slice(0, 4 * LONGEST_SLUG)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  for (const sign of plain.toLowerCase()) {
    const kept = (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign === '.';
    if (kept) made += sign;
    else if (made !== '' && !made.endsWith('-')) made += '-';
  }
  while (made.endsWith('-') || made.endsWith('.')) made = made.slice(0, -1);
  while (made.startsWith('.')) made = made.slice(1);
  return made.slice(0, LONGEST_SLUG);
}

const MOST_SPELLED = 12;

/** An id for a name without a Latin letter or digit: the numbers of its signs, so that two names are two ids. */
export function spelledOut(name: string): string {
  const signs = Array.from(name.trim()).slice(0, MOST_SPELLED);
  return ['imported', ...signs.map((sign) => sign.codePointAt(0)!.toString(16))].join('-');
}

/** The beginning of a text, cut at a word, with an ellipsis when something was cut. */
export function shorten(text: string, longest = LONGEST_TITLE): string {
  const line = text.split('\n', 1)[0]!.trim();
  if (line.length <= longest && line.length === text.trim().length) return line;
  const cut = line.slice(0, longest - 1);
  const space = line.length < longest ? cut.length : cut.lastIndexOf(' ');
  return `${cut.slice(0, space > longest / 2 ? space : cut.length).trimEnd()}…`;
}

const LONGEST_MADE_TITLE = 120;

/** The title of a requirement whose publisher gave it none: how its statement begins. */
export function titleMadeOf(statement: string): string {
  return shorten(statement, LONGEST_MADE_TITLE);
}

/** A heading that carries its id and its text: "Policy (GV.PO): Policy is set". */
export interface Heading {
  readonly title: string;
  readonly id: string;
  readonly statement: string;
}

/** Reads "Title (ID): text" and "ID: text"; undefined for anything else. */
export function splitHeading(line: string): Heading | undefined {
  const colon = line.indexOf(':');
  const head = (colon === -1 ? line : line.slice(0, colon)).trim();
  const statement = colon === -1 ? '' : line.slice(colon + 1).trim();
  const open = head.lastIndexOf('(');
  if (open > 0 && head.endsWith(')')) {
    return { title: head.slice(0, open).trim(), id: head.slice(open + 1, -1).trim(), statement };
  }
  return head === '' || head.includes(' ') || colon === -1 ? undefined : { title: '', id: head, statement };
}

const WITHDRAWN = 'withdrawn';

/** Why something was withdrawn, of a text like "[Withdrawn: Moved to PR.AA-06]"; undefined when it stands. */
export function withdrawalIn(text: string): string | undefined {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (!bare.toLowerCase().startsWith(WITHDRAWN)) return undefined;
  const rest = bare.slice(WITHDRAWN.length).trim();
  if (rest === '' || rest === '.') return WITHDRAWN;
  return rest.startsWith(':') || rest.startsWith(',') ? rest.slice(1).trim() : undefined;
}
