import { type Framework, languages, say } from '@concord/catalog';
import { type Reason, reasonKinds } from '../../applicability.ts';

const yes =
  words(`yes; y; true; 1; x; ✓; ✔; ja; j; wahr; oui; o; vrai; applicable; applies; anwendbar; zutreffend;
  included; in; retenu; retenue`);
const no =
  words(`no; n; false; 0; nein; falsch; non; faux; not applicable; n/a; na; excluded; out; nicht anwendbar;
  nicht zutreffend; ausgeschlossen; non applicable; exclu; exclue; -`);
const open = words(
  `undecided; open; tbd; ?; to be decided; nicht entschieden; offen; non décidée; à décider`,
);

function words(all: string): ReadonlySet<string> {
  return new Set(all.split(';').map((each) => each.trim()));
}

export type Answer = 'yes' | 'no' | 'open';

/** The first line says it; below it our own statement writes who decided and when. Undefined for any other word. */
export function readAnswer(cell: string): Answer | undefined {
  const [first = ''] = cell.trim().split(/[\r\n;]/);
  const word = first.trim().toLowerCase().replace(/\.$/, '');
  if (yes.has(word)) return 'yes';
  if (no.has(word)) return 'no';
  return word === '' || open.has(word) ? 'open' : undefined;
}

/** Whether a cell of a kind of reason is marked: with anything but a no. */
export function isMarked(cell: string): boolean {
  const word = cell.trim();
  return word !== '' && readAnswer(word) !== 'no';
}

/** How a line begins that says a reason of a kind, or names an obligation, in every language of our statement. */
const beginnings = languages.flatMap((language) =>
  reasonKinds.map((kind) => ({ kind, beginning: say(language, `soa.reason.${kind}`, { text: '' }).trim() })),
);
const namingObligation = languages.map((language) =>
  say(language, 'document.obligation', { title: '' }).trim(),
);
const nothingSaid = new Set(
  languages.flatMap((language) => [say(language, 'soa.exclusion.none'), say(language, 'soa.reason.none')]),
);

const knownBeginnings = [...beginnings.map(({ beginning }) => beginning), ...namingObligation];

/** Where our statement has a line for each, one written as CSV has a semicolon between them. */
function linesOf(cell: string): readonly string[] {
  return cell.split(/\r\n|\r|\n/).flatMap((line) => {
    const lines: string[] = [];
    for (const part of line.split('; ')) {
      const begins = lines.length === 0 || knownBeginnings.some((each) => part.startsWith(each));
      if (begins) lines.push(part);
      else lines.push(`${lines.pop()}; ${part}`);
    }
    return lines;
  });
}

/** A justification without what our statement adds to it: that there is none, and which obligations stand behind it. */
export function readWhy(cell: string): string {
  const lines = linesOf(cell).filter((line) => !namingObligation.some((each) => line.startsWith(each)));
  const text = lines.join('\n').trim();
  return nothingSaid.has(text) ? '' : text;
}

/** The titles of obligations that a cell names. */
export function obligationsIn(cell: string): readonly string[] {
  return linesOf(cell).flatMap((line) => {
    const beginning = namingObligation.find((each) => line.startsWith(each));
    return beginning === undefined ? [] : line.slice(beginning.length).trim();
  });
}

/** What stands beside the answer itself: in an older statement of ours who decided and when. */
export function isMoreThanAnswer(cell: string): boolean {
  return /[\r\n;]\s*\S/.test(cell.trim());
}

/** The reasons of a justification: each line that begins with its kind is one; else all of it is of the kind `other`. */
export function readReasons(why: string, other: Reason['kind']): readonly Reason[] {
  const reasons: { kind: Reason['kind']; text: string }[] = [];
  for (const line of why.split('\n')) {
    const said = beginnings.find(({ beginning }) => line.startsWith(beginning));
    const last = reasons.at(-1);
    if (said) reasons.push({ kind: said.kind, text: line.slice(said.beginning.length).trim() });
    else if (last) last.text = `${last.text}\n${line}`;
    else reasons.push({ kind: other, text: line });
  }
  return reasons.map(({ kind, text }) => ({ kind, text: text.trim() })).filter(({ text }) => text !== '');
}

const numbered = /(?:^|[^\p{L}\p{N}.])(?:(\p{L})[\s.-]*)?(\d{1,2}(?:\.\d{1,2})+)(?![\p{L}\p{N}.]*\d)/u;

/** Whether a number of a requirement stands in it, be it one of no requirement there is. */
export function isNumbered(text: string): boolean {
  return numbered.test(text);
}

/** Ids of a framework as people write them: `A.5.1` also as `A 5.1`, `A5.01`, `5.1`, and before a title. */
export function idsOf({ requirements }: Framework): (text: string) => string | undefined {
  const ids = new Map<string, string>();
  // What may be left out is what a statement decides of: a clause with the same number is not meant.
  const decidable = [...requirements].sort((one, other) => Number(one.excludable) - Number(other.excludable));
  for (const { id } of decidable) {
    const parts = /^(\p{L})\.(\d.*)$/u.exec(id);
    if (parts) ids.set(parts[2] as string, id);
    ids.set(id.toLowerCase(), id);
  }
  return (text) => {
    const whole = ids.get(text.trim().toLowerCase());
    const [, letter = '', number = ''] = numbered.exec(text) ?? [];
    const plain = number.split('.').map(Number).join('.');
    const named = letter === '' ? plain : `${letter.toLowerCase()}.${plain}`;
    return (number === '' ? undefined : ids.get(named)) ?? whole;
  };
}
