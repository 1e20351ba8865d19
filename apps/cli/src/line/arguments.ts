import {
  type JsonSchema,
  type Member,
  membersOf,
  pathMembers,
  type Row,
  rowNamed,
  rows,
} from '@concord/operations';
import { membersTyped } from './kept-once.ts';
import { didYouMean } from './meant.ts';
import { UsageError } from './usage-error.ts';
import { checkAllowed, clearedValue, needValue, readValue } from './values.ts';

/** What stands before and beside the command's own members. */
export interface Globals {
  readonly data?: string | undefined;
  readonly server?: string | undefined;
  readonly key?: string | undefined;
  readonly org?: string | undefined;
  readonly json: boolean;
  readonly help: boolean;
  readonly version: boolean;
  readonly preview: boolean;
  /** Tell how far it is, on standard error, where that is no terminal. */
  readonly progress: boolean;
  readonly out?: string | undefined;
  readonly ifMatch?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

export interface ParsedLine {
  readonly globals: Globals;
  /** Words that are no option, in order. */
  readonly words: readonly string[];
  /** Options of the command, as typed, without the dashes. */
  readonly options: readonly (readonly [name: string, value: string | true])[];
  /** The first of these that stands before any word: it may be one that was meant for every command. */
  readonly early?: string | undefined;
}

const globalsWithValue = ['data', 'server', 'key', 'org', 'out', 'if-match', 'idempotency-key'] as const;
const switches = ['json', 'help', 'version', 'preview', 'progress'] as const;

/** As they are typed. */
export const globalOptions = [...globalsWithValue, ...switches].map((name) => `--${name}`);

/** Splits a line into global options, words and the command's options; what they mean is read off the row. */
export function splitLine(argv: readonly string[]): ParsedLine {
  const globals: Record<string, string | true> = {};
  const words: string[] = [];
  const options: [string, string | true][] = [];
  let early: string | undefined;
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] as string;
    if (!word.startsWith('--') || word === '--') {
      if (word === '-h') globals.help = true;
      else if (word !== '--') words.push(word);
      continue;
    }
    const plain = switchesAfter(words);
    const option = readOption(word, argv[at + 1], plain);
    at += option.used;
    keepOption(option, plain, { globals, options });
    if (words.length === 0) early ??= options[0]?.[0];
  }
  return { globals: asGlobals(globals), words, options, early };
}

/** Behind a command, `--version` with a value is the one of a document. */
function switchesAfter(words: readonly string[]): readonly string[] {
  return words.length === 0 ? switches : switches.filter((each) => each !== 'version');
}

function keepOption(
  { name, value }: { name: string; value: string | true },
  plain: readonly string[],
  { globals, options }: { globals: Record<string, string | true>; options: [string, string | true][] },
): void {
  if (isOneOf(plain, name) || (isOneOf(switches, name) && value === true)) globals[name] = true;
  else if (isOneOf(globalsWithValue, name)) globals[name] = needValue(name, value);
  else options.push([name, value]);
}

function asGlobals(given: Record<string, string | true>): Globals {
  const text = (name: string) => given[name] as string | undefined;
  return {
    data: text('data'),
    server: text('server'),
    key: text('key'),
    org: text('org'),
    out: text('out'),
    // As it stands in an ETag, too.
    ifMatch: text('if-match')?.replace(/^"(.*)"$/, '$1'),
    idempotencyKey: text('idempotency-key'),
    json: given.json === true,
    help: given.help === true,
    version: given.version === true,
    preview: given.preview === true,
    progress: given.progress === true,
  };
}

function readOption(
  word: string,
  next: string | undefined,
  plain: readonly string[],
): { name: string; value: string | true; used: number } {
  const equals = word.indexOf('=');
  if (equals > 0) return { name: word.slice(2, equals), value: word.slice(equals + 1), used: 0 };
  const name = word.slice(2);
  const alone = next === undefined || next.startsWith('--') || isOneOf(plain, name) || name.startsWith('no-');
  return alone ? { name, value: true, used: 0 } : { name, value: next, used: 1 };
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

/** The row that the words name, and the words left for its path. The longest name wins: `framework show` is one. */
export function findRow(words: readonly string[]): { row: Row; rest: readonly string[] } | undefined {
  for (let length = Math.min(words.length, 3); length > 0; length -= 1) {
    const name = words.slice(0, length).join(' ');
    const row = rows.find((each) => each.row.name === name);
    if (row) return { row, rest: words.slice(length) };
  }
  return undefined;
}

/** The input of a row from words and options. Values keep the type that the row's schema states. */
export function inputOf(
  row: Row,
  rest: readonly string[],
  options: ParsedLine['options'],
): Record<string, unknown> {
  const members = membersTyped(row);
  const inPath = pathMembers(row);
  const positional = inPath.length > 0 ? inPath : takenInOrder(members);
  if (rest.length > positional.length)
    throw new UsageError(`“${rest[positional.length]}” is one word too many.`);
  const input: Record<string, unknown> = Object.fromEntries(
    rest.map((word, at) => [positional[at] as string, word]),
  );
  for (const [name, word] of Object.entries(input)) checkAllowed(schemaOf(row, name), word, name);
  for (const [name, value] of options) {
    const { member, cleared } = memberNamed(members, name, row);
    const read = cleared ? clearedValue(member) : readValue(member.schema, value, name);
    const before = input[member.name];
    input[member.name] = Array.isArray(before) && Array.isArray(read) ? [...before, ...read] : read;
  }
  return input;
}

/** The name of a report is one of those that `report` takes, wherever it stands. */
export function schemaOf(row: Row, name: string): JsonSchema {
  const of = name === 'report' ? (rowNamed('report') ?? row) : row;
  return membersOf(of).find((member) => member.name === name)?.schema ?? {};
}

/** Without a path, the first required member may be given as a word. */
function takenInOrder(members: readonly Member[]): string[] {
  const first = members.find((member) => member.required);
  return first && first.schema.type === 'string' ? [first.name] : [];
}

function memberNamed(
  members: readonly Member[],
  option: string,
  row: Row,
): { member: Member; cleared: boolean } {
  const named = (name: string) =>
    members.find(
      (each) =>
        kebab(each.name) === name || (each.schema.type === 'array' && kebab(each.name) === `${name}s`),
    );
  const secret = members.find(({ name, schema }) => schema.secret && `${kebab(name)}-file` === option);
  if (secret) return { member: secret, cleared: false };
  const member = named(option);
  if (member?.schema.secret) throw typedSecret(option, member.schema.secret);
  if (member) return { member, cleared: false };
  const cleared = option.startsWith('no-') ? named(option.slice(3)) : undefined;
  if (cleared) return { member: cleared, cleared: true };
  const names = members.map((each) => `--${optionOf(each)}`);
  const known = names.join(', ');
  const meant = didYouMean(`--${option}`, [...names, ...globalOptions]);
  throw new UsageError(
    `\`${row.row.name}\` knows no --${option}.${meant} It knows: ${known || 'no options of its own'}.`,
  );
}

/** The option that a member is given by, without the dashes. */
export function optionOf({ name, schema }: Member): string {
  return schema.secret === undefined ? kebab(name) : `${kebab(name)}-file`;
}

/** What stands on a command line is in the list of processes and in the shell's history. */
function typedSecret(option: string, variable: string): UsageError {
  return new UsageError(
    `A ${option} is never written on the command line. Give --${option}-file FILE, or set $${variable}.`,
  );
}

export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
