import { type JsonSchema, type Member, pathMembers, type Row, rows } from '@concord/operations';
import type { OwnCommand } from './backup/own-line.ts';
import { groupCommands, type Listed } from './help-groups.ts';
import { kebab, optionOf } from './line/arguments.ts';
import { membersTyped } from './line/kept-once.ts';

const ofOurs: readonly Listed[] = [
  { name: 'serve', summary: 'Listen on this machine (PORT, HOST), for the browser and for collectors' },
  { name: 'openapi', summary: 'The HTTP interface as OpenAPI 3.1' },
];

/** What there is, a line each, by what it is about. */
export function overview(own: readonly OwnCommand[] = []): string {
  const all = [...ofOurs, ...own, ...rows.map(({ row }) => row)];
  const width = Math.max(...all.map(({ name }) => name.length));
  const groups = groupCommands(all).map(({ about, commands }) => {
    const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`);
    return `${about}:\n${lines.join('')}`;
  });
  return `Concord: one information-security programme, every framework's report.

Usage: concord [--data DIR | --server URL --key KEY] [--org ID] [--json] COMMAND …

${groups.join('\n')}
Options for every command:
  --data DIR             data directory (else $CONCORD_DATA, else data beside the program); a new one is made by
                         serve, restore, organisations create and demo load
  --server URL           a running server, with --key KEY (its token)
  --org ID               organisation, by id or name; not needed when there is only one
  --json                 one JSON document on standard output; errors as problem+json on standard error
  --preview              decide a command, say what it would write, and write nothing
  --out FILE             write the answer to a file
  --progress             tell on standard error how far what takes long is, also where that is no terminal
  --if-match N           change only if the record is still at revision N; * is any, as long as it is there
  --idempotency-key KEY  carry the command out once, however often it is sent

Exit: 0 done, 1 refused or bad input, 2 something is not as it was recorded, 3 could not, or stopped.
\`concord help COMMAND\` says more of one.
`;
}

/** One command: its words, its options, what each means. */
export function helpFor(row: Row): string {
  const inPath = pathMembers(row);
  const members = membersTyped(row);
  const options = members.filter((member) => !inPath.includes(member.name));
  const words = inPath.map((name) => name.toUpperCase()).join(' ');
  const usage = `concord ${row.row.name}${words ? ` ${words}` : ''}${options.length > 0 ? ' [options]' : ''}`;
  const described = members.map((member) => `  ${flag(member, inPath).padEnd(34)} ${meaning(member)}`);
  return `${row.row.summary}.\n\nUsage: ${usage}\n${described.length > 0 ? `\n${described.join('\n')}\n` : ''}`;
}

/** A command that no row states: its words, its options, what each means. */
export function helpForOwn({ usage, summary, options }: OwnCommand): string {
  const described = Object.entries(options).map(
    ([name, meant]) => `  ${`--${name} FILE`.padEnd(34)} ${meant}`,
  );
  return `${summary}.\n\nUsage: concord ${usage} [options]\n\n${described.join('\n')}\n`;
}

function flag(member: Member, inPath: readonly string[]): string {
  const { name, schema } = member;
  if (inPath.includes(name)) return name.toUpperCase();
  if (schema.secret !== undefined) return `--${optionOf(member)} FILE`;
  const values = schema.enum ?? schema.items?.enum;
  if (schema.type === 'boolean') return `--${kebab(name)}, --no-${kebab(name)}`;
  return `--${kebab(name)} ${values ? values.join('|') : formOf(schema)}`;
}

/** How a value is written: a list with commas where nothing in it can hold one, else the option given again. */
function formOf({ type, oneEach, fromFile, items }: JsonSchema): string {
  if (fromFile !== undefined) return 'FILE';
  if (type !== 'array') return 'VALUE';
  if (items?.properties) return `${pairOf(items)} (again for more)`;
  return oneEach ? 'VALUE (again for more)' : 'A,B…';
}

function pairOf({ required = [] }: JsonSchema): string {
  return required.length === 2 ? required.join(':').toUpperCase() : 'JSON';
}

function meaning({ description, required, schema }: Member): string {
  if (schema.secret !== undefined) return `File with it, else $${schema.secret}: ${description}`;
  const standard =
    schema.default === undefined || schema.default === '' ? '' : ` (else ${JSON.stringify(schema.default)})`;
  return `${description}${required ? ' (needed)' : standard}`;
}
