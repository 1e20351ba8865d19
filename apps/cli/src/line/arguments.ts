import { type JsonSchema, type Member, membersOf, pathMembers, type Row, rows } from '@concord/operations';

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
}

/** Something on the command line is wrong; `message` says what and how it is written. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const globalsWithValue = ['data', 'server', 'key', 'org', 'out', 'if-match', 'idempotency-key'] as const;
const switches = ['json', 'help', 'version', 'preview', 'progress'] as const;

/** Splits a line into global options, words and the command's options; what they mean is read off the row. */
export function splitLine(argv: readonly string[]): ParsedLine {
  const globals: Record<string, string | true> = {};
  const words: string[] = [];
  const options: [string, string | true][] = [];
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
  }
  return { globals: asGlobals(globals), words, options };
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

function needValue(name: string, value: string | true): string {
  if (value === true) throw new UsageError(`--${name} needs a value.`);
  return value;
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
  const members = membersOf(row);
  const inPath = pathMembers(row);
  const positional = inPath.length > 0 ? inPath : takenInOrder(members);
  if (rest.length > positional.length)
    throw new UsageError(`“${rest[positional.length]}” is one word too many.`);
  const input: Record<string, unknown> = Object.fromEntries(
    rest.map((word, at) => [positional[at] as string, word]),
  );
  for (const [name, value] of options) {
    const { member, cleared } = memberNamed(members, name, row);
    const read = cleared ? clearedValue(member) : readValue(member.schema, value, name);
    const before = input[member.name];
    input[member.name] = Array.isArray(before) && Array.isArray(read) ? [...before, ...read] : read;
  }
  return input;
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
  const known = members.map((each) => `--${optionOf(each)}`).join(', ');
  throw new UsageError(
    `\`${row.row.name}\` knows no --${option}. It knows: ${known || 'no options of its own'}.`,
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

function clearedValue({ schema }: Member): unknown {
  if (schema.type === 'boolean') return false;
  return schema.type === 'array' ? [] : null;
}

function readValue(schema: JsonSchema, value: string | true, name: string): unknown {
  const types = typesOf(schema);
  if (schema.fromFile !== undefined || schema.secret !== undefined) return needValue(name, value);
  if (types.includes('boolean')) return readBoolean(value, name);
  if (value === true) throw new UsageError(`--${name} needs a value.`);
  if (value === 'null' && types.includes('null') && !types.includes('string')) return null;
  if (types.includes('array')) return schema.oneEach ? [value] : readList(schema.items ?? {}, value, name);
  if (types.includes('integer')) return readNumber(value, `--${name} is a whole number`);
  if (types.includes('number') && !types.includes('string'))
    return readNumber(value, `--${name} is a number`);
  if (types.includes('object')) return readObject(schema, value, name);
  return value;
}

function typesOf(schema: JsonSchema): readonly string[] {
  if (schema.anyOf) return schema.anyOf.flatMap(typesOf);
  return typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
}

function readBoolean(value: string | true, name: string): boolean {
  if (value === true || value === 'true' || value === 'yes') return true;
  if (value === 'false' || value === 'no') return false;
  throw new UsageError(`--${name} is yes or no, not “${value}”.`);
}

function readNumber(value: string, rule: string): number {
  if (!/^-?\d+(\.\d+)?$/.test(value)) throw new UsageError(`${rule}, written in digits, not “${value}”.`);
  return Number(value);
}

function readList(items: JsonSchema, value: string, name: string): unknown[] {
  if (typesOf(items).includes('object')) {
    const read = readObject(items, value, name);
    return Array.isArray(read) ? read : [read];
  }
  return value.split(',').map((each) => each.trim());
}

/** JSON, or for an object that needs two members and no more `first:second`; behind a framework a slash will do. */
function readObject(schema: JsonSchema, value: string, name: string): unknown {
  const [first, second, third] = schema.required ?? [];
  const [between, either] = first === 'framework' ? ['/', /[/:]/] : [':', /:/];
  const at = value.search(either);
  if (!value.startsWith('{') && first && second && !third && at > 0) {
    return { [first]: value.slice(0, at), [second]: value.slice(at + 1) };
  }
  try {
    return JSON.parse(value);
  } catch {
    throw new UsageError(
      `--${name} is JSON${first && second && !third ? ` or ${first}${between}${second}` : ''}.`,
    );
  }
}
