import { stat } from 'node:fs/promises';
import { endingOf, membersOf, type Row, rows } from '@concord/operations';
import { UsageError } from '../line/usage-error.ts';

type Input = Readonly<Record<string, unknown>>;

/** Whether the row makes a file that is there to be kept, and no answer for a terminal. */
export function isLong({ kind, row }: Row): boolean {
  return kind === 'query' && row.long === true;
}

/**
 * The name of the file to write may say the format, where none is asked for. One that says another than the file will
 * have is refused; where a file is all that the row makes, one that says none of its own too.
 */
export async function withFormat(row: Row, input: Input, out: string | undefined): Promise<Input> {
  const formats = row.kind === 'query' ? formatsOf(row) : [];
  if (out === undefined || formats.length === 0 || (await isFolder(out))) return input;
  const ending = /\.([a-z0-9]+)$/i.exec(out)?.[1]?.toLowerCase();
  if (ending === undefined) return input;
  const asked = input.format ?? formats.find((format) => format === ending);
  const fitting = asked === undefined ? [...new Set(formats.map(endingOf))] : [endingOf(String(asked))];
  const isFree = !isLong(row) && !knownEndings().has(ending);
  const fits = asked !== undefined && fitting.includes(ending);
  if (!fits && !isFree)
    throw new UsageError(unfit(out, { fitting, other: formats.find((format) => format === ending) }));
  return { ...input, ...(asked === undefined ? {} : { format: asked }) };
}

function unfit(
  out: string,
  { fitting, other }: { readonly fitting: readonly string[]; readonly other: string | undefined },
): string {
  const stem = out.slice(0, out.lastIndexOf('.'));
  const mends = [
    ...fitting.map((ending) => `--out ${stem}.${ending}`),
    ...(other === undefined ? [] : [`--format ${other}`]),
  ];
  return `--out ${out} does not fit: the file is ${fitting.join(' or ')}. Give ${mends.join(' or ')}.`;
}

/** A folder is given for the file to have a name of its own there. */
function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function knownEndings(): ReadonlySet<string> {
  return new Set(rows.filter(({ kind }) => kind === 'query').flatMap((row) => formatsOf(row).map(endingOf)));
}

function formatsOf(row: Row): readonly string[] {
  const member = membersOf(row).find(({ name }) => name === 'format');
  return (member?.schema.enum ?? []).filter((format) => typeof format === 'string');
}
